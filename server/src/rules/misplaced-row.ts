/** Finds rows of the summary table that stand out of order. */

import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import { normalTitle } from '../types/report-type'
import { onOneLine } from './fixes/one-line'
import { moveRow, titleOf } from './fixes/summary-rows'
import { rebuildFix, summaryTitle } from './fixes/summary-table'
import type { Finding, Rule } from './rule'

export const misplacedRow: Rule = {
  id: 'misplaced-row',
  summary: 'A row of the summary table out of order',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    for (const entry of table.entries) {
      if (entry.kind !== 'row' || entry.placement !== 'misplaced') continue
      const { before } = entry
      const place =
        before === undefined
          ? `at the end of the ${summaryTitle(report)}`
          : `before "${before.definition?.title ?? titleOf(report, before).text}"`
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message: `This row belongs ${place}. Move it there.`,
        ...(before && {
          related: [{ span: titleOf(report, before), message: 'It belongs before this row.' }],
        }),
        fixes: () => [
          {
            title: `Move it ${place}`,
            safe: isUnique(report, table, entry),
            preferred: true,
            edits: moveRow(report, table, entry, before),
          },
          ...rebuildFix(report, table),
        ],
      }
    }
  },
}

/** Is it clear which judgement the row states, by its name alone? */
function isUnique(report: Report, table: SummaryTable, entry: SummaryEntry): boolean {
  const name = normalTitle(entry.label.text)
  const inType = report.type.rowsByTitle.get(name)
  return (
    inType?.length === 1 &&
    table.entries.every(other => other === entry || normalTitle(other.label.text) !== name)
  )
}
