/** Finds notes among colleagues that are still in the report. */

import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const openNote: Rule = {
  id: 'open-note',
  summary: 'A note among colleagues that is still in the report',
  severity: 'warning',
  fixable: 'never',
  *check(report) {
    for (const { span, author } of report.notes) {
      yield {
        span: onOneLine(report, span),
        message: `A note${author === '' ? '' : ` by ${author}`} is still in the report. Settle it and take it out.`,
        toDo: report.status === 'draft',
      }
    }
  },
}
