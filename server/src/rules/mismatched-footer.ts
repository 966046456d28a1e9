/** Running footers that say something else than the cover. */

import { footerDifferences } from '../report/footers'
import { replace } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const mismatchedFooter: Rule = {
  id: 'mismatched-footer',
  summary: 'A running footer has other dates or another authority than the cover',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    for (const { said, again, cover, what } of footerDifferences(report)) {
      const right = cover.text.replace(/\s+/g, ' ')
      const thing = what === 'dates' ? 'other dates' : 'another authority'
      yield {
        span: onOneLine(report, said),
        message: `The footer has ${thing} than the cover, "${right}". Correct one of them.`,
        related: [{ span: onOneLine(report, cover), message: 'This is what the cover says.' }],
        fixes: () => [
          {
            title: `Write "${right}" in each such footer`,
            safe: false,
            edits: [said, ...again].map(span => replace(span, right)),
          },
        ],
      }
    }
  },
}
