/** Finds rows that appear twice in the summary table. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry } from '../report/model'
import { onOneLine } from './fixes/one-line'
import { removeRow } from './fixes/row-places'
import { titleOf } from './fixes/summary-rows'
import { summaryTitle } from './fixes/summary-table'
import type { Finding, Fix, Rule } from './rule'

export const duplicateRow: Rule = {
  id: 'duplicate-row',
  summary: 'A row that appears twice in the summary table',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const entries = report.summary?.entries ?? []
    const firsts = new Map<SummaryEntry['definition'], SummaryEntry>()
    for (const entry of entries)
      if (entry.placement !== 'duplicate' && !firsts.has(entry.definition))
        firsts.set(entry.definition, entry)
    for (const entry of entries) {
      if (entry.kind !== 'row' || entry.placement !== 'duplicate') continue
      const first = firsts.get(entry.definition)
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message: l10n.t(
          'This row appears twice in the {0}. Remove one of them.',
          summaryTitle(report),
        ),
        ...(first && {
          related: [{ span: titleOf(report, first), message: l10n.t('The other row.') }],
        }),
        fixes: () => fixes(report, entry, first),
      }
    }
  },
}

function fixes(
  report: Report,
  entry: SummaryEntry,
  first: SummaryEntry | undefined,
): readonly Fix[] {
  const isSame = first !== undefined && first.grade?.grade === entry.grade?.grade
  const own: Fix = {
    title: l10n.t('Remove this row'),
    safe: false,
    preferred: isSame,
    edits: [removeRow(report, entry)],
  }
  if (isSame || first === undefined) return [own]
  return [
    own,
    { title: l10n.t('Remove the other row'), safe: false, edits: [removeRow(report, first)] },
  ]
}
