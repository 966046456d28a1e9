/** Finds lines set in columns that only spaces separate, and cuts them at the borders of the columns. */

import { isLikeRow } from '../../../report/grid/columns'
import { cellsApart, tightGap, wideGap } from '../../../report/grid/gaps'
import { greatest, least } from '../../../text/lists'
import { beginsLower } from '../../../text/sentences'
import type { SourceLine } from '../change'
import { wordsStart } from '../lines/lines'
import { type Column, isWrapped, type TableLine } from './cell-lines'

/** One line, as far as columns are concerned. */
export interface ColumnLine {
  readonly source: SourceLine
  /** Column of the first character that is not a space; the line's length for a blank line. */
  readonly indent: number
  /** Cells with their first column; more than one only where there are wide gaps between them. */
  readonly cells: readonly { readonly start: number; readonly text: string }[]
}

/** How far out of line the cells of one column may be, as in fonts whose letters differ in width. */
const slack = 5

/** In lines; the rest of a longer table is read as another, and the two are joined. */
const longestTable = 1000

export function columnLine(source: SourceLine): ColumnLine {
  const text = source.text.replace(/\t/g, '   ').trimEnd()
  const indent = text.length - text.trimStart().length
  if (text.includes('|') || source.text.includes('\t')) return { source, indent, cells: [] }
  const cells: { start: number; text: string }[] = []
  const label = wordsStart(text)
  const span = { from: label, to: text.length, end: text.length }
  for (const { start, end } of cellsApart(text, span, wideGap))
    cells.push({ start, text: text.slice(start, end) })
  const first = cells[0]
  if (first !== undefined)
    cells[0] = { start: indent, text: text.slice(indent, first.start) + first.text }
  return { source, indent, cells }
}

/** The lines with the cells of a row apart that only two spaces separate, where a row beside it shows them. */
export function withTightRows(lines: readonly ColumnLine[]): readonly ColumnLine[] {
  const cellsOf = ({ cells }: ColumnLine) =>
    cells.map(({ start, text }) => ({ start, end: start + text.length, text }))
  return lines.map((line, at) => {
    const [first] = line.cells
    if (first === undefined || !line.cells.some(({ text }) => text.includes('  '))) return line
    const text = line.source.text.trimEnd()
    const span = { from: line.indent, to: text.length, end: text.length }
    const own = cellsApart(text, span, tightGap).map(({ start, end }) => ({
      start,
      end,
      text: text.slice(start, end),
    }))
    const isRow = [lines[at - 1], lines[at + 1]].some(
      beside => beside !== undefined && isLikeRow(own, cellsOf(beside)),
    )
    return isRow ? { ...line, cells: own } : line
  })
}

/**
 * A cell that fills its column pushes the next out of line, on its own lines alone:
 *
 * ```text
 * Outstanding (Grade 1) A service that does far more than
 *                       the least that it must
 * Good (Grade 2)               A service that does more
 * ```
 *
 * Where the line below begins exactly under a word of it, and a row of the table is near, that word
 * begins the next cell.
 */
export function straightened(lines: readonly ColumnLine[]): readonly ColumnLine[] {
  const result = [...lines]
  for (const [at, line] of lines.entries()) {
    const below = lines[at + 1]
    if (line.cells.length !== 1 || below?.cells.length !== 1) continue
    const { text } = line.source
    const start = below.indent
    const isUnder = start >= line.indent + 10 && beginsLower(below.source.text)
    if (!isUnder || !beginsCellAt(line, start)) continue
    const near = [lines[at - 1], lines[at - 2], lines[at + 2]].find(
      each => each?.cells.length === 2,
    )
    const edge = near?.cells[1]?.start
    if (edge === undefined || Math.abs(edge - start) > 2 * slack) continue
    const [left, right] = [text.slice(0, start).trim(), text.slice(start).trim()]
    const cells = [
      { start: line.indent, text: left },
      { start: edge, text: right },
    ]
    result[at] = { ...line, cells }
    result[at + 1] = {
      ...below,
      indent: edge,
      cells: [{ start: edge, text: below.source.text.trim() }],
    }
  }
  return result
}

export interface Region {
  readonly first: number
  /** The line after the last one. */
  readonly last: number
  /** The columns at which the cells after the first begin. */
  readonly edges: readonly number[]
}

const isBlank = (line: ColumnLine | undefined) => line === undefined || line.cells.length === 0

/** The lines of a table of two columns whose first full row is at `at`. */
export function regionFrom(lines: readonly ColumnLine[], at: number): Region | undefined {
  const start = lines[at] as ColumnLine
  const edge = start.cells[1]?.start
  if (start.cells.length !== 2 || edge === undefined) return undefined
  // These are fields of the cover, which are read elsewhere.
  if (start.cells[0]?.text.endsWith(':')) return undefined
  let first = at
  // A label continues in lower case; a capital or number begins another.
  while (beginsLower(lines[first]?.source.text ?? '') && isLabelStart(lines[first - 1], edge))
    first--
  first = withRowsAbove(lines, first, edge)
  let last = at + 1
  const end = Math.min(lines.length, at + longestTable)
  for (let next = at + 1; next < end; next++) {
    const line = lines[next] as ColumnLine
    if (isBlank(line)) {
      if (line.source.text.trim() !== '') break
      continue
    }
    const isRow = line.cells.length === 2 ? isRowAt(line, edge) : isTightRow(lines, next, edge)
    if (!isRow && !isPartAt(lines, next, edge) && !isBetweenRows(lines, next, edge)) break
    last = next + 1
  }
  return { first, last, edges: [edge] }
}

/** Does the line have both cells, the second of them in its column? */
const isRowAt = ({ cells }: ColumnLine, edge: number) =>
  cells.length === 2 && Math.abs((cells[1]?.start ?? 0) - edge) <= slack

/**
 * A row of the table with only a single space between its cells; a line of text around the table may look the same.
 */
function isTightRow(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const line = lines[at] as ColumnLine
  if (!beginsCellAt(line, edge)) return false
  if (isRowAt(lines[at - 1] as ColumnLine, edge) || isRowAt(lines[at + 1] as ColumnLine, edge))
    return true
  const next = lines[at + 1]
  const after = lines.slice(at + 1, at + 12)
  return (
    (isBlank(next) || fits(next as ColumnLine, edge)) && after.some(each => isRowAt(each, edge))
  )
}

/** Does the first cell fill its column, so that there is only a space before the second? */
function beginsCellAt({ cells, source: { text } }: ColumnLine, edge: number): boolean {
  return (
    cells.length === 1 &&
    text[edge - 1] === ' ' &&
    /^\S\s*$/.test(text[edge - 2] ?? '') &&
    /^\p{Lu}/u.test(text.slice(edge))
  )
}

/** Does the line continue one of the cells above, or begin a row whose label is wrapped? */
function isPartAt(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const line = lines[at] as ColumnLine
  if (!fits(line, edge)) return false
  return !isBlank(lines[at - 1]) || leadsToRow(lines, at, edge) || goesOnAfterBlank(lines, at, edge)
}

/** Is this part of a cell that has several paragraphs, or that a page break has split? */
function goesOnAfterBlank(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const { indent, source } = lines[at] as ColumnLine
  return (
    indent >= edge - slack &&
    edge >= 15 &&
    isBlank(lines[at - 1]) &&
    !isBlank(lines[at - 2]) &&
    /\p{L}{2}/u.test(source.text)
  )
}

/**
 * Is this a line of the table even though its columns cannot be told apart, with rows directly above and below?
 */
function isBetweenRows(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const next = lines[at + 1]
  return (
    lines[at]?.cells.length === 1 &&
    !isBlank(lines[at - 1]) &&
    next !== undefined &&
    next.cells.length === 2 &&
    isRowAt(next, edge)
  )
}

/**
 * The lines of a table of three columns or more whose first row is at `at`. Its borders are certain where no cell
 * of any row reaches into the next column of another row.
 */
export function wideRegionFrom(lines: readonly ColumnLine[], at: number): Region | undefined {
  const width = lines[at]?.cells.length ?? 0
  if (width < 3) return undefined
  let last = at + 1
  const end = Math.min(lines.length, at + longestTable)
  for (let next = at + 1; next < end && next <= last + 1; next++) {
    const line = lines[next] as ColumnLine
    if (isBlank(line) && line.source.text.trim() !== '') break
    if (line.cells.length > width) return undefined
    const isPart = line.cells.length > 1 || line.indent > (lines[at]?.indent ?? 0) + slack
    const isBeside = !isBlank(lines[next - 1]) && line.cells.length === 1
    if (isPart || isBeside) last = next + 1
  }
  const full = lines.slice(at, last).filter(({ cells }) => cells.length === width)
  const columns = Array.from({ length: width }, (_, column) => ({
    start: least(full.map(({ cells }) => cells[column]?.start ?? 0)),
    end: greatest(full.map(({ cells }) => endOf(cells[column]))),
  }))
  const isApart = columns.every(({ start }, column) => start > (columns[column - 1]?.end ?? -1))
  if (full.length < 2 || !isApart) return undefined
  return { first: at, last, edges: columns.slice(1).map(({ start }) => start) }
}

const endOf = (cell: ColumnLine['cells'][number] | undefined) =>
  cell === undefined ? 0 : cell.start + cell.text.length

/** Includes rows above whose label is beside the middle of its cell, so that no line has both. */
function withRowsAbove(lines: readonly ColumnLine[], from: number, edge: number): number {
  let first = from
  for (;;) {
    const end = isBlank(lines[first - 1]) ? first - 1 : first
    let start = end
    while (!isBlank(lines[start - 1])) start--
    // A line above the first of the cell is a sentence before the table.
    const group = lines.slice(start, end)
    const isCell = ({ indent }: ColumnLine) => indent >= edge - slack
    if (group.filter(isCell).length > 1) start += group.findIndex(isCell)
    const row = lines.slice(start, end)
    const isRow =
      row.length > 1 &&
      row.every(line => line.cells.length === 1 && fits(line, edge)) &&
      row.some(({ indent }) => indent >= edge - slack) &&
      row.some(({ indent }) => indent < edge - slack)
    if (!isRow || end === first) return first
    first = start
  }
}

/** Is the line the beginning of a label that is wrapped where the second column begins? */
function isLabelStart(line: ColumnLine | undefined, edge: number): boolean {
  if (line === undefined || line.cells.length !== 1) return false
  const end = line.source.text.trimEnd().length
  return end > edge * 0.55 && end < edge && !/[.:]$/.test(line.source.text.trimEnd())
}

/** Does the next line hold a full row, or the cell of one, so that this is the beginning of a label? */
function leadsToRow(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const line = lines[at] as ColumnLine
  const next = lines[at + 1]
  if (next === undefined || isBlank(next)) return false
  // The label may be beside the middle of its cell: the cell then begins one line higher.
  if (line.indent >= edge - slack) return next.cells.length === 1 && fits(next, edge)
  const isRow =
    beginsLower(next.source.text) &&
    next.cells.length === 2 &&
    Math.abs((next.cells[1]?.start ?? 0) - edge) <= slack
  return (
    (isRow || next.indent >= edge - slack) &&
    (isLabelStart(line, edge) || next.indent >= edge - slack)
  )
}

/** Is the line within one of the columns? */
function fits({ indent, source }: ColumnLine, edge: number): boolean {
  return indent >= edge - slack || source.text.trimEnd().length < edge
}

/** The lines of the region that are not blank, and how much its columns hold. */
export function tableOf(
  all: readonly ColumnLine[],
  { first, last, edges }: Region,
  pageWidth: number,
): [readonly TableLine[], readonly Column[]] {
  const lines: TableLine[] = []
  for (let at = first; at < last; at++) {
    const line = all[at] as ColumnLine
    if (isBlank(line)) continue
    const parts = isAcross(line, edges) ? [] : partsOf(line, edges)
    lines.push({
      line: line.source.line,
      cells: parts.length > 0 ? parts : [line.source.text.trim(), ...edges.map(() => '')],
      isAfterBlank: at > first && isBlank(all[at - 1]),
      across: parts.length === 0 ? 'unknown' : undefined,
    })
  }
  const values = valuesOf(lines)
  if (values !== undefined)
    for (const [at, line] of lines.entries())
      if (line.across !== undefined) lines[at] = dividedAtValue(line, values)
  const indent = all
    .slice(first, last)
    .reduce((least, line) => (isBlank(line) ? least : Math.min(least, line.indent)), edges[0] ?? 0)
  const starts = [indent, ...edges]
  const columns = starts.map((start, at) => {
    const longest = lines.reduce(
      (most, { across, cells }) => (across ? most : Math.max(most, (cells[at] ?? '').length)),
      0,
    )
    const end = starts[at + 1]
    const isProse = lines.some(
      ({ cells, isAfterBlank }, place) =>
        !isAfterBlank && isWrapped(lines[place - 1]?.cells[at] ?? '', cells[at] ?? ''),
    )
    const room = end === undefined ? Math.max(longest, pageWidth - start) : end - start - 2
    return { longest, room, isProse }
  })
  return [lines, columns]
}

/** What is in the last column, where that is the same few words again and again, as grades are. */
function valuesOf(lines: readonly TableLine[]): ReadonlySet<string> | undefined {
  const values = lines.flatMap(({ cells }) => cells.at(-1) || [])
  const distinct = new Set(values)
  return values.length >= 4 && distinct.size <= values.length / 2 ? distinct : undefined
}

/** A line across the columns that ends with such a value has it in its last cell; otherwise, it is a title. */
function dividedAtValue(line: TableLine, values: ReadonlySet<string>): TableLine {
  const [text = '', ...empty] = line.cells
  const value = [...values].find(each => text.endsWith(` ${each}`))
  if (value === undefined || empty.length !== 1) return { ...line, across: 'title' }
  return { ...line, cells: [text.slice(0, -value.length).trim(), value], across: undefined }
}

/** What the line has in each column. */
function partsOf(line: ColumnLine, edges: readonly number[]): readonly string[] {
  const { cells, source } = line
  const [edge] = edges
  if (edge !== undefined && cells.length === 1 && edges.length === 1 && beginsCellAt(line, edge))
    return [source.text.slice(0, edge).trim(), source.text.slice(edge).trim()]
  const parts = ['', ...edges.map(() => '')]
  for (const { start, text } of cells) {
    const column = edges.filter(edge => start >= edge - slack).length
    parts[column] = `${parts[column]} ${text}`.trim()
  }
  return parts
}

/** Does a single cell cross the border between two columns? */
function isAcross(line: ColumnLine, edges: readonly number[]): boolean {
  const { cells } = line
  if (edges.length === 1 && cells.length === 1 && beginsCellAt(line, edges[0] ?? 0)) return false
  return cells.some(({ start, text }) =>
    edges.some(edge => start < edge - slack && start + text.length > edge),
  )
}
