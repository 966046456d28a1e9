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
      const thing = what === 'dates' ? 'dates' : 'authority'
      yield {
        span: onOneLine(report, said),
        message: `The cover has other ${what === 'dates' ? 'dates' : 'words'} than this footer: "${right}". Correct the ${thing} in one of them.`,
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
