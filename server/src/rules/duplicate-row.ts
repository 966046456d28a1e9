/** Finds rows that stand twice in the summary table. */

import type { Report, SummaryEntry } from '../report/model'
import { onOneLine } from './fixes/one-line'
import { removeRow, titleOf } from './fixes/summary-rows'
import { summaryTitle } from './fixes/summary-table'
import type { Finding, Fix, Rule } from './rule'

export const duplicateRow: Rule = {
  id: 'duplicate-row',
  summary: 'A row that stands twice in the summary table',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const entries = report.summary?.entries ?? []
    for (const entry of entries) {
      if (entry.kind !== 'row' || entry.placement !== 'duplicate') continue
      const first = entries.find(
        other => other.definition === entry.definition && other.placement !== 'duplicate',
      )
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message: `The ${summaryTitle(report)} has this row twice. Remove one of them.`,
        ...(first && { related: [{ span: titleOf(report, first), message: 'The other row.' }] }),
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
    title: 'Remove this row',
    safe: false,
    preferred: isSame,
    edits: [removeRow(report, entry)],
  }
  if (isSame || first === undefined) return [own]
  return [own, { title: 'Remove the other row', safe: false, edits: [removeRow(report, first)] }]
}
