/** A table's lines as rows of cells, whatever sets the cells apart: pipes, tabs or spaces. */

import { LineIndex } from '../../text/lines'
import { isSpace, type Span } from '../../text/span'
import { type ColumnCell, isLikeRow } from './columns'
import { cellsApart, tightGap, wideGap } from './gaps'
import { isRule, markPiped, pipeCells } from './pipes'

/** One line of a table. */
export interface GridRow {
  /** Counted from 0. */
  readonly line: number
  /** Without white space at its ends. */
  readonly span: Span
  readonly isPiped: boolean
  /** The line of dashes under the head of a Markdown table, which has no cells. */
  readonly isRule: boolean
  /** Trimmed; empty ones keep their place. */
  readonly cells: readonly Span[]
}

/**
 * The rows on the lines from `first` up to, not including, `last`, without blank ones.
 *
 * `Staying safe | Good` gives `Staying safe` and `Good` where other rows or a line of dashes show that it is a row.
 */
export function readGrid(
  text: string,
  lines: LineIndex,
  { first, last }: { readonly first: number; readonly last: number },
): readonly GridRow[] {
  const all: (PlacedLine & { readonly line: number; isPiped: boolean })[] = []
  for (let line = first; line < last; line++) {
    const end = lines.end(line)
    const start = lines.start(line)
    let from = start
    let to = end
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    const code = from < to ? text.charCodeAt(from) : 0
    all.push({ line, start, from, to, end, first: code, isPiped: false })
  }
  markPiped(text, all)
  return all.flatMap((line): GridRow[] => {
    if (line.first === 0) return []
    const { from, to, isPiped } = line
    const isDashes = isPiped && isRule(text, line)
    const cells = isDashes
      ? []
      : isPiped
        ? pipeCells(text, line)
        : spacedCells(text, all, line.line - first)
    return [{ line: line.line, span: { start: from, end: to }, isPiped, isRule: isDashes, cells }]
  })
}

/** The same for the lines of a stretch, counted from its start. */
export function gridIn(text: string, { start, end }: Span): readonly GridRow[] {
  const own = text.slice(start, end)
  const index = new LineIndex(own)
  const moved = (span: Span) => ({ start: span.start + start, end: span.end + start })
  return readGrid(own, index, { first: 0, last: index.count }).map(row => ({
    ...row,
    span: moved(row.span),
    cells: row.cells.map(moved),
  }))
}

interface PlacedLine {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly start: number
  readonly first: number
  readonly isPiped: boolean
}

/** The cells of a line that tabs or spaces set apart; two spaces where the line above or below is a row like it. */
function spacedCells(text: string, lines: readonly PlacedLine[], at: number): readonly Span[] {
  const line = lines[at] as PlacedLine
  const gap = isTightRow(text, lines, at) ? tightGap : wideGap
  return cellsApart(text, { ...line, end: line.to }, gap)
}

/**
 * Is the line one of words that only two spaces set apart, beside a row with as many cells that wider gaps set apart?
 */
export function isTightRow(text: string, lines: readonly PlacedLine[], at: number): boolean {
  const line = lines[at]
  if (line === undefined || line.first === 0 || line.isPiped) return false
  const own = columnCells(text, line, tightGap)
  if (own.length < 2 || columnCells(text, line, wideGap).length === own.length) return false
  return [at - 1, at + 1].some(beside => isLikeRow(own, rowAt(text, lines[beside])))
}

function rowAt(text: string, line: PlacedLine | undefined): readonly ColumnCell[] {
  if (line === undefined || line.first === 0 || line.isPiped) return []
  const cells = columnCells(text, line, wideGap)
  return cells.length > 1 ? cells : []
}

/** The cells as columns of their line; none in a line with tabs, which has no columns. */
function columnCells(text: string, line: PlacedLine, gap: number): readonly ColumnCell[] {
  if (text.slice(line.from, line.to).includes('\t')) return []
  return cellsApart(text, line, gap).map(({ start, end }) => ({
    start: start - line.start,
    end: end - line.start,
    text: text.slice(start, end),
  }))
}
