/** Headings that are nearly a title of the report type. */

import * as l10n from '@vscode/l10n'
import { singleSpaced } from '../text/spaces'
import { normalTitle } from '../types/normal-title'
import { correctedWords, inFormOf, nearestTitle } from './fixes/corrected-words'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const misspeltHeading: Rule = {
  id: 'misspelt-heading',
  summary: 'A heading is nearly, but not quite, a title of this type of report',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const { definition, heading } of report.misspeltHeadings) {
      const pieces = [heading.title, ...(heading.more ?? [])] as const
      const written = pieces.map(({ text }) => text).join(' ')
      const right = nearestTitle(singleSpaced(written), [definition.title, ...definition.aliases])
      const title = inFormOf(written, right)
      const edits = correctedWords(pieces, title)
      const wrong = pieces.find(({ start, end }) =>
        edits.some(({ span }) => start <= span.start && span.end <= end),
      )
      yield {
        span: onOneLine(report, wrong ?? heading.title),
        message: l10n.t('The title of this section is "{0}". Correct it.', title),
        // In a draft the title may be half typed.
        toDo: report.status === 'draft' && normalTitle(title).startsWith(normalTitle(written)),
        fixes: () => [
          {
            title: l10n.t('Write "{0}"', title),
            // Words after the title belong to it, such as a grade that the section does not have.
            // A single word may be another one: "Content" for "Context".
            safe: /\s/.test(title.trim()) && !goesOn(normalTitle(written), normalTitle(title)),
            preferred: true,
            edits,
          },
        ],
      }
    }
  },
}

/** Do more words come after the title? */
function goesOn(written: string, title: string): boolean {
  return written.startsWith(title) && /^\W+\w/.test(written.slice(title.length))
}
