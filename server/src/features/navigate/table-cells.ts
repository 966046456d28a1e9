/** From cell to cell of a table, and its columns kept straight. */

import { type GridRow, readGrid } from '../../report/grid/grid'
import type { Report } from '../../report/model'
import { inOrder, replace, type TextEdit } from '../../text/edits'
import { greatest } from '../../text/lists'
import { isSpace, type Span } from '../../text/span'
import { summaryEntryAt } from './places'

export interface TableCell {
  /**
   * The words of the cell, or the place for them in an empty one; below the table, the start of the line, or the end
   * of a text that ends with the table.
   */
  readonly span: Span
  /** Is it where the grade of a judgement is? */
  readonly isGrade: boolean
  /** What sets the columns straight again where all rows but the one at the cursor are; otherwise empty. */
  readonly padding: readonly TextEdit[]
}

/**
 * The cell after or before the one at the offset, in the next or previous row at the end of a row; below the table
 * after the last, and the first itself before the first. Undefined outside tables whose rows begin with bars, in a
 * line without cells, and where the table ends the text and the offset is there already.
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
  const bars = barsOf(text, here)
  const own = here.cells.find((_, column) => offset <= (bars[column] ?? -1)) ?? here.cells.at(-1)
  const at = own === undefined ? -1 : cells.indexOf(own)
  const padding = paddingOf(report, table.rows, here)
  if (direction === 'next' && at + 1 >= cells.length) {
    const start = lines.start(table.last)
    if (offset >= start) return undefined
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

/** The offset of the bar after each cell; undefined for a last cell without one. */
function barsOf(text: string, { span, cells }: GridRow): readonly (number | undefined)[] {
  return cells.map(({ end }) => {
    let at = end
    while (at < span.end && isSpace(text.charCodeAt(at))) at++
    return at < span.end && text[at] === '|' ? at : undefined
  })
}

/** A row with a bar after each of its cells. */
interface ClosedRow {
  readonly row: GridRow
  readonly bars: readonly number[]
}

function closedRow(text: string, row: GridRow): ClosedRow | undefined {
  const bars = barsOf(text, row).filter(bar => bar !== undefined)
  return bars.length > 0 && bars.length === row.cells.length ? { row, bars } : undefined
}

/**
 * White space before the bars. A table is straight if the bars of all its other rows are in the same columns, and
 * somewhere that takes more than one space. A row without a bar at its end is never straight.
 */
function paddingOf(
  { text, lines }: Report,
  rows: readonly GridRow[],
  edited: GridRow,
): readonly TextEdit[] {
  const inTable = rows.filter(({ isRule }) => !isRule)
  const closed = inTable.flatMap(row => closedRow(text, row) ?? [])
  if (closed.length < inTable.length) return []
  const columnsOf = ({ row, bars }: ClosedRow) =>
    bars.map(bar => bar - lines.start(row.line)).join()
  const others = closed.filter(({ row }) => row !== edited)
  const own = closed.find(({ row }) => row === edited)
  const [first, ...more] = others
  if (own === undefined || first === undefined || more.length === 0) return []
  const columns = columnsOf(first)
  const isStraight = more.every(each => columnsOf(each) === columns)
  const isPadded = others.some(({ row: { cells } }) =>
    cells.some(({ end }) => text.slice(end, end + 2) === '  '),
  )
  const isDone = columnsOf(own) === columns
  if (!isStraight || !isPadded || isDone || own.bars.length !== first.bars.length) return []
  const widths = first.bars.map((_, column) => greatest(closed.map(each => widthOf(each, column))))
  const edits = [
    ...closed.flatMap(each => cellEdits(text, each, widths)),
    ...rows.flatMap(row => (row.isRule ? ruleEdits(text, row, widths) : [])),
  ]
  return edits.every(edit => touchesNoWords(text, edit)) ? inOrder(edits) : []
}

/** Does the edit leave every word and line end as it is? */
function touchesNoWords(text: string, { span, newText }: TextEdit): boolean {
  const taken = text.slice(span.start, span.end)
  const isBlank = (words: string) => /^[^\S\r\n]*$/.test(words)
  const isOfRule = (words: string) => /^\|(?:[|-]|[^\S\r\n])*\|$/.test(words)
  return (isBlank(taken) && isBlank(newText)) || (isOfRule(taken) && isOfRule(newText))
}

/** From the bar before a cell to the end of its words. */
function widthOf({ row, bars }: ClosedRow, column: number): number {
  const cell = row.cells[column]
  return cell === undefined ? 0 : cell.end - (bars[column - 1] ?? row.span.start)
}

function cellEdits(text: string, each: ClosedRow, widths: readonly number[]): readonly TextEdit[] {
  return each.row.cells.flatMap(({ end }, column) => {
    const span = { start: end, end: each.bars[column] ?? end }
    const wanted = ' '.repeat((widths[column] ?? 0) - widthOf(each, column) + 1)
    return text.slice(span.start, span.end) === wanted ? [] : [replace(span, wanted)]
  })
}

/**
 * The line of dashes. One with colons, which say how its columns are set, is left as it is, and so is one that has no
 * bar at its end or other columns than the rows.
 */
function ruleEdits(
  text: string,
  { span }: GridRow,
  widths: readonly number[],
): readonly TextEdit[] {
  const now = text.slice(span.start, span.end)
  const isClosed = now.startsWith('|') && now.endsWith('|')
  if (now.includes(':') || !isClosed || now.split('|').length !== widths.length + 2) return []
  const dashes = (width: number): string =>
    now.includes(' ') ? ` ${'-'.repeat(Math.max(3, width - 2))} ` : '-'.repeat(Math.max(3, width))
  const wanted = `|${widths.map(width => `${dashes(width)}|`).join('')}`
  return now === wanted ? [] : [replace(span, wanted)]
}
