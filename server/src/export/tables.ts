/** Tables of the draft, in any form, as rows of cells. */

import { readGrid } from '../report/grid/grid'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import { append, greatest } from '../text/lists'
import type { Runs, TablePart, TableRow } from './document'
import { type Inline, inlineText } from './inline'

/** The table on the given lines. */
export function tablePart(
  { text, lines }: Report,
  inline: Inline,
  firstLine: number,
  lastLine: number,
): TablePart | undefined {
  const rows: TableRow[] = []
  let header = false
  for (const { isRule, cells, line } of readGrid(text, lines, {
    first: firstLine,
    last: lastLine,
  })) {
    if (!isRule) {
      rows.push({ cells: cells.map(inline), line, group: false })
      continue
    }
    // Markdown requires a header; an empty one is there only for that reason.
    const isEmpty = rows.length === 1 && rows[0]?.cells.every(cell => cell.length === 0)
    if (isEmpty) rows.pop()
    else header ||= rows.length === 1
  }
  return rows.length === 0
    ? undefined
    : { kind: 'table', header, rows: evened(rows), endLine: lastLine }
}

/** The summary table; its group rows are marked as such. */
export function summaryPart(
  report: Report,
  inline: Inline,
  firstLine: number,
  lastLine: number,
): TablePart | undefined {
  const { summary, lines } = report
  if (summary === undefined || summary.form === 'pipe') {
    const table = tablePart(report, inline, firstLine, lastLine)
    return table && withGroups(table, summary)
  }
  const rows: TableRow[] = []
  const entries = entriesBetween(summary.entries, lines.start(firstLine), lines.start(lastLine))
  let at = firstLine
  for (const entry of entries) {
    const line = lines.lineAt(entry.line.start)
    append(rows, looseRows(report, inline, at, line))
    rows.push({ cells: entryCells(entry, inline), line, group: entry.kind === 'group' })
    at = Math.max(at, lines.lineAt(Math.max(entry.line.start, entry.line.end - 1)) + 1)
  }
  const isHeader = rows.length > 0 && rows[0]?.group === false && entries[0] !== undefined
  const header = isHeader && lines.lineAt(entries[0]?.line.start ?? 0) > firstLine
  append(rows, looseRows(report, inline, at, lastLine))
  return rows.length === 0
    ? undefined
    : { kind: 'table', header, rows: evened(rows), endLine: lastLine }
}

/** The entries, which are in order, that begin in the stretch; found without looking at all the others. */
function entriesBetween(
  entries: readonly SummaryEntry[],
  start: number,
  end: number,
): readonly SummaryEntry[] {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.line.start ?? start) < start) low = middle + 1
    else high = middle
  }
  let last = low
  while ((entries[last]?.line.start ?? end) < end) last++
  return entries.slice(low, last)
}

function entryCells({ label, cell, grade, kind }: SummaryEntry, inline: Inline): readonly Runs[] {
  const words = inlineText(label.text)
  const stated = grade?.span ?? cell
  if (stated === undefined) return [words, []]
  return [words, kind === 'group' ? [] : inline(stated)]
}

/** Lines of the table that are not among its rows, such as its header. */
function looseRows(report: Report, inline: Inline, from: number, to: number): readonly TableRow[] {
  return tablePart(report, inline, from, to)?.rows ?? []
}

function withGroups(table: TablePart, summary: SummaryTable | undefined): TablePart {
  const labels = new Set(
    summary?.entries.filter(({ kind }) => kind === 'group').map(({ label }) => bare(label.text)),
  )
  const rows = table.rows.map((row, at) => {
    if (at === 0 && table.header) return row
    const [label = [], ...rest] = row.cells
    const isGroup =
      labels.has(bare(label.map(({ text }) => text).join(''))) &&
      rest.every(cell => cell.length === 0)
    return isGroup ? { ...row, group: true } : row
  })
  return { ...table, rows }
}

function bare(label: string): string {
  return label.replace(/[*_\s:]+/g, ' ').trim()
}

/** Makes all rows as long as the longest. */
function evened(rows: readonly TableRow[]): readonly TableRow[] {
  const width = greatest(rows.map(({ cells }) => cells.length))
  return rows.map(row => ({
    ...row,
    cells: Array.from({ length: width }, (_, at) => row.cells[at] ?? []),
  }))
}
