/** Paragraphs and list items that a page break has split. */

import * as l10n from '@vscode/l10n'
import type { Report, Split } from '../report/model'
import { replace } from '../text/edits'
import { isSpace } from '../text/span'
import { firstWord } from './fixes/first-word'
import type { Finding, Fix, Rule } from './rule'

export const splitParagraph: Rule = {
  id: 'split-paragraph',
  summary: 'A sentence breaks off and goes on in another paragraph',
  severity: 'hint',
  fixable: 'sometimes',
  *check(report) {
    for (const split of report.numbering.splits) if (!split.atPageEnd) yield finding(report, split)
  },
}

function finding(report: Report, split: Split): Finding {
  const { gap, second, joinable } = split
  return {
    span: firstWord(report, second),
    message: joinable
      ? l10n.t('This continues the sentence before the break. Join the two.')
      : l10n.t('This continues a sentence further up. Move it there.'),
    related: [
      {
        span: { start: Math.max(0, gap.start - 1), end: gap.start },
        message: l10n.t('It breaks off here.'),
      },
    ],
    fixes: () => (joinable ? [join(report, split)] : []),
  }
}

/** One space in place of the break; none after a hyphen inside a word. A hyphen that was lost is not restored. */
function join({ text }: Report, { gap, second }: Split): Fix {
  const between = text.slice(gap.start, gap.end)
  const hyphen = text.charAt(gap.start - 1) === '-' && !isSpace(text.charCodeAt(gap.start - 2))
  const next = text.slice(second.start, second.start + 4)
  const space = hyphen && next !== 'and ' && !next.startsWith('or ') ? '' : ' '
  return {
    title: l10n.t('Join with the text before'),
    safe: between.trim() === '' && next !== next.toUpperCase() && /^\p{Ll}/u.test(next),
    preferred: true,
    edits: [replace(gap, space)],
  }
}
