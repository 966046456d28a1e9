/** First lines that name a report type which is not there. */

import type { Report } from '../report/model'
import { replace } from '../text/edits'
import type { Fix, Rule } from './rule'

export const unknownReportType: Rule = {
  id: 'unknown-report-type',
  summary: 'The first lines name a type of report that is not there',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    if (report.unknownType === undefined) return
    const { written, near } = report.unknownType
    const advice =
      near[0] === undefined
        ? 'Choose one that is there, or take the line out.'
        : `Did you mean "${near[0]}"?`
    yield {
      span: written,
      message: `There is no report type "${written.text}". ${advice}`,
      fixes: () => fixes(report),
    }
  },
}

/** The types whose ids are nearly the same, and the one as which the report is read. */
function fixes({ unknownType, type }: Report): readonly Fix[] {
  if (unknownType === undefined) return []
  const { written, near } = unknownType
  return [...new Set([...near, type.id])].map(
    (id, at): Fix => ({
      title: `Write "${id}"`,
      safe: false,
      ...(at === 0 && near.length > 0 && { preferred: true }),
      edits: [replace(written, id)],
    }),
  )
}
