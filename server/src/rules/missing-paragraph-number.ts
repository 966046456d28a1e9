/** Paragraphs without a number where their neighbours leave one for them. */

import { firstWord } from './fixes/first-word'
import { labelEdits } from './fixes/paragraph-labels'
import { renumberAll } from './fixes/renumber'
import type { Rule } from './rule'

export const missingParagraphNumber: Rule = {
  id: 'missing-paragraph-number',
  summary: 'A paragraph has no number, and its neighbours leave one for it',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const fault of report.numbering.faults) {
      if (fault.kind !== 'missing') continue
      const { block, expected } = fault
      yield {
        span: firstWord(report, block.content),
        message: `This paragraph has no number. It should be ${expected}.`,
        fixes: () => [
          {
            title: `Number this paragraph ${expected}`,
            safe: false,
            preferred: true,
            edits: labelEdits(report, block, expected),
          },
          renumberAll(report),
        ],
      }
    }
  },
}
