/** Cells of pipe tables whose columns are set straight. */

import type { Report, SummaryEntry } from '../../report/model'
import { replace, type TextEdit } from '../../text/edits'

/**
 * The edit of a row's cell with as many spaces after it as keep the table's last column straight; in a table
 * whose columns are not straight, the edit unchanged.
 *
 * In `| Care | Good |` the cell `Adequate` is followed by four fewer spaces.
 */
export function inColumn(report: Report, row: SummaryEntry, edit: TextEdit): TextEdit {
  const { text, lines, summary } = report
  if (summary?.form !== 'pipe') return edit
  const line = lines.lineAt(edit.span.end)
  const close = lines.start(line) + text.slice(lines.start(line), lines.end(line)).lastIndexOf('|')
  if (close < edit.span.end || text.slice(edit.span.end, close).trim() !== '') return edit
  const others = summary.entries.filter(each => each !== row)
  const columns = new Set(others.map(each => closingColumn(report, each)))
  const [column] = columns
  if (columns.size !== 1 || column === undefined) return edit
  if (!others.some(({ label }) => /^[*_]* {2,}\|/.test(text.slice(label.end, label.end + 200))))
    return edit
  const width = column - (edit.span.start - lines.start(line))
  const newText = `${edit.newText.padEnd(width - 1)} `
  return replace({ start: edit.span.start, end: close }, newText)
}

/** Where the last bar of the entry's line is. */
function closingColumn({ text, lines }: Report, { label }: SummaryEntry): number {
  const line = lines.lineAt(label.start)
  return text.slice(lines.start(line), lines.end(line)).lastIndexOf('|')
}
