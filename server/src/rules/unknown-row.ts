/** Finds rows of the summary table that the report type does not have. */

import { distance } from 'fastest-levenshtein'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import { replace } from '../text/edits'
import { nearest } from './fixes/nearest'
import { onOneLine } from './fixes/one-line'
import { removeRow, titleOf } from './fixes/summary-rows'
import { summaryTitle } from './fixes/summary-table'
import type { Finding, Fix, Rule } from './rule'

export const unknownRow: Rule = {
  id: 'unknown-row',
  summary: 'A row that does not belong in the summary table',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    for (const entry of table.entries) {
      if (entry.kind !== 'unknown') continue
      const label = titleOf(report, entry)
      const meant = meantTitle(label.text, table)
      const advice = meant === undefined ? 'Remove it' : `Write "${meant}", or remove it`
      yield {
        span: onOneLine(report, label),
        message: `The ${summaryTitle(report)} has no such row. ${advice}.`,
        // In a draft the row may be half typed, as long as it states no grade.
        toDo: report.status === 'draft' && entry.grade?.grade === undefined,
        fixes: () => fixes(report, entry, meant),
      }
    }
  },
}

/** The missing row that was probably meant. */
function meantTitle(label: string, { missing }: SummaryTable): string | undefined {
  const [first] = nearest(label, missing, ({ title }) => title)
  if (first === undefined) return undefined
  const [written, title] = [label.toLowerCase(), first.title.toLowerCase()]
  const isLike = title.startsWith(written) || distance(written, title) * 2 <= title.length
  return isLike ? first.title : undefined
}

function fixes(report: Report, entry: SummaryEntry, meant: string | undefined): readonly Fix[] {
  const removal: Fix = { title: 'Remove this row', safe: false, edits: [removeRow(report, entry)] }
  if (meant === undefined) return [removal]
  const writing: Fix = {
    title: `Write "${meant}"`,
    safe: false,
    preferred: true,
    edits: [replace(titleOf(report, entry), meant)],
  }
  return [writing, removal]
}
