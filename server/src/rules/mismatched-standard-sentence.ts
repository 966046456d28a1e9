/** Standard sentences that belong to another section. */

import { foreignSentences } from '../report/standard-sentences'
import { replace } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const mismatchedStandardSentence: Rule = {
  id: 'mismatched-standard-sentence',
  summary: 'A section that opens with the standard sentence of another one',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const { section, home, wrong, right } of foreignSentences(report)) {
      const part = home.path[0]
      const place = `"${home.title}"${part === undefined ? '' : ` in "${part}"`}`
      yield {
        span: onOneLine(report, wrong),
        message: `This sentence belongs to ${place}. Write "${right}" here.`,
        related: [
          { span: onOneLine(report, section.heading.title), message: 'It stands in this section.' },
        ],
        fixes: () => [
          {
            title: `Write "${right}"`,
            safe: false,
            preferred: true,
            edits: [replace(wrong, right)],
          },
        ],
      }
    }
  },
}
