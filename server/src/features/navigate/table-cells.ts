/** From cell to cell of a table, and its columns kept straight. */

import { type GridRow, readGrid } from '../../report/grid/grid'
import type { Report } from '../../report/model'
import { replace, type TextEdit } from '../../text/edits'
import { greatest } from '../../text/lists'
import type { Span } from '../../text/span'
import { summaryEntryAt } from './places'

export interface TableCell {
  /** The words of the cell, or the place for them in an empty one; below the table, the start of the line. */
  readonly span: Span
  /** Is it where the grade of a judgement is? */
  readonly isGrade: boolean
  /** What sets the columns straight again where all rows but the one at the cursor are; otherwise empty. */
  readonly padding: readonly TextEdit[]
}

/**
 * The cell after or before the one at the offset, in the next or previous row at the end of a row; below the table
 * after the last, and the first itself before the first. Undefined outside tables with bars at both ends.
 */
export function cellBeside(
  report: Report,
  offset: number,
  direction: 'next' | 'previous',
): TableCell | undefined {
  const { lines, text } = report
  const table = tableAt(report, offset)
  if (table === undefined) return undefined
  const rows = table.rows.filter(({ isRule, cells }) => !isRule && cells.length > 0)
  const here = rows.find(({ line }) => line === lines.lineAt(offset))
  if (here === undefined) return undefined
  const cells = rows.flatMap(row => row.cells)
  const own = here.cells.find(({ end }) => offset <= barAfter(text, end)) ?? here.cells.at(-1)
  const at = own === undefined ? -1 : cells.indexOf(own)
  const padding = paddingOf(report, table.rows, here)
  if (direction === 'next' && at + 1 >= cells.length) {
    const below = Math.min(table.last, lines.count - 1)
    const start = lines.start(below)
    return { span: { start, end: start }, isGrade: false, padding }
  }
  const span = cells[Math.max(0, direction === 'next' ? at + 1 : at - 1)]
  if (span === undefined) return undefined
  const entry = summaryEntryAt(report, span.start)
  const isGrade = entry !== undefined && entry.kind !== 'group' && span.start > entry.label.end
  return { span: { start: span.start, end: span.end }, isGrade, padding }
}

interface Table {
  readonly rows: readonly GridRow[]
  /** The line after the table. */
  readonly last: number
}

/** The lines around the offset that begin with a bar. */
function tableAt({ text, lines }: Report, offset: number): Table | undefined {
  const begins = (line: number): boolean =>
    line >= 0 &&
    line < lines.count &&
    text.slice(lines.start(line), lines.end(line)).trimStart().startsWith('|')
  const line = lines.lineAt(offset)
  if (!begins(line)) return undefined
  let first = line
  while (begins(first - 1)) first--
  let last = line + 1
  while (begins(last)) last++
  return { rows: readGrid(text, lines, { first, last }), last }
}

function barAfter(text: string, end: number): number {
  const bar = text.indexOf('|', end)
  return bar === -1 ? text.length : bar
}

/**
 * White space before the bars. A table is straight if the bars of all its other rows are in the same columns, and
 * somewhere that takes more than one space.
 */
function paddingOf(
  { text, lines }: Report,
  rows: readonly GridRow[],
  edited: GridRow,
): readonly TextEdit[] {
  const others = rows.filter(row => row !== edited && !row.isRule)
  const barsOf = ({ line, cells }: GridRow) =>
    cells.map(({ end }) => barAfter(text, end) - lines.start(line))
  const [columns, ...more] = others.map(barsOf)
  if (columns === undefined || more.length === 0) return []
  const isStraight = more.every(bars => bars.join() === columns.join())
  const isPadded = others.some(({ cells }) =>
    cells.some(({ end }) => barAfter(text, end) - end > 1 && text.slice(end, end + 2) === '  '),
  )
  if (!isStraight || !isPadded || edited.cells.length !== columns.length) return []
  const widths = columns.map((_, column) =>
    greatest(rows.filter(({ isRule }) => !isRule).map(row => widthOf(row, column))),
  )
  return rows.flatMap(row =>
    row.isRule ? ruleEdits(text, lines.start(row.line), row, widths) : cellEdits(text, row, widths),
  )
}

const widthOf = ({ cells }: GridRow, column: number): number => {
  const cell = cells[column]
  return cell === undefined ? 0 : cell.end - cell.start
}

function cellEdits(text: string, row: GridRow, widths: readonly number[]): readonly TextEdit[] {
  return row.cells.flatMap((cell, column) => {
    const bar = barAfter(text, cell.end)
    const wanted = ' '.repeat((widths[column] ?? 0) - (cell.end - cell.start) + 1)
    const span = { start: cell.end, end: bar }
    return text.slice(span.start, span.end) === wanted ? [] : [replace(span, wanted)]
  })
}

/** The line of dashes; one with colons, which say how its columns are set, is left as it is. */
function ruleEdits(
  text: string,
  start: number,
  { span }: GridRow,
  widths: readonly number[],
): readonly TextEdit[] {
  const now = text.slice(start, span.end)
  const wanted = `|${widths.map(width => ` ${'-'.repeat(Math.max(3, width))} |`).join('')}`
  return now.includes(':') || now === wanted ? [] : [replace({ start, end: span.end }, wanted)]
}
