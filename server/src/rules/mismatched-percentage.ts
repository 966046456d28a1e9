/** Finds percentages that are not what the two numbers beside them give. */

import * as l10n from '@vscode/l10n'
import { rightPercentage, statedPercentages } from '../report/marks/percentages'
import { replace } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const mismatchedPercentage: Rule = {
  id: 'mismatched-percentage',
  summary: 'A percentage is not what the two numbers beside it give',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    for (const stated of statedPercentages(report.flow)) {
      const right = rightPercentage(stated)
      if (right === undefined) continue
      const { numbers, figure } = stated
      const written = report.text.slice(figure.start, figure.end)
      yield {
        span: onOneLine(report, figure),
        message: l10n.t(
          '{0} of {1} is {2}%, not {3}%. Correct the number that is wrong.',
          stated.part,
          stated.whole,
          right,
          written,
        ),
        related: [{ span: numbers, message: l10n.t('It is given for these numbers.') }],
        fixes: () => [
          { title: l10n.t('Write "{0}%"', right), safe: false, edits: [replace(figure, right)] },
        ],
      }
    }
  },
}
