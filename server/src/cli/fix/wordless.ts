/** Fixes without a word of the reports, for `--no-text`. */

import type { AppliedFix } from '../../features/edit/fix-all'
import { allRules } from '../../rules/all'

const summaries: ReadonlyMap<string, string> = new Map(
  allRules.map(({ id, summary }) => [id, summary]),
)

/** Fixes as they may be shown: where no words are, by what they put right, since a title may quote the report. */
export function shownFixes(
  fixes: readonly AppliedFix[],
  { text }: { readonly text: boolean },
): readonly AppliedFix[] {
  return text ? fixes : fixes.map(({ rule }) => ({ rule, title: `${summaries.get(rule)}.` }))
}
