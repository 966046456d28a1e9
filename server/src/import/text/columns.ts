/** Finds tables whose columns are set apart by nothing but spaces, and writes them with borders. */

import { type Change, done, excerpt, type SourceLine, type Step } from './change'
import { beginsLower } from './lines'

/** One line as far as columns go. */
interface ColumnLine {
  readonly source: SourceLine
  /** Column of the first character that is no space; the line's length for a blank line. */
  readonly indent: number
  /** Cells with their first column; more than one only where wide gaps stand between them. */
  readonly cells: readonly { readonly start: number; readonly text: string }[]
}

/** How far cells of one column may be out of line: fonts with letters of different width are. */
const slack = 5

/**
 * The lines with a bordered table in place of each such table. A cell wrapped over lines is put
 * together: a blank line between rows, or a line with all its cells, tells where rows begin.
 */
export function readColumns(source: readonly SourceLine[]): Step {
  if (!source.some(({ text }) => / {3}/.test(text))) return { lines: source, changes: [] }
  const lines = source.map(columnLine)
  const changes: Change[] = []
  const result: SourceLine[] = []
  for (let at = 0; at < lines.length; ) {
    const region = regionFrom(lines, at)
    const rows =
      region === undefined ? [] : rowsOf(lines.slice(region.first, region.last), region.edge)
    const isTable = rows.filter(row => row.cells.every(cell => cell !== '')).length >= 2
    if (region === undefined || !isTable || rows.every(isField)) {
      const line = lines[at] as ColumnLine
      result.push(asField(line))
      at++
      continue
    }
    // Lines above the first full one may already be written: they are the beginning of its label.
    result.splice(result.length - (at - region.first))
    result.push(...written(rows))
    changes.push(
      done('table', rows[0]?.line ?? 0, `Wrote ${rows.length} rows set in columns as a table.`, {
        before: excerpt(source[at]?.text ?? ''),
      }),
    )
    at = region.last
  }
  return { lines: result, changes }
}

function columnLine(source: SourceLine): ColumnLine {
  const text = source.text.replace(/\t/g, '   ').trimEnd()
  const indent = text.length - text.trimStart().length
  if (text.includes('|') || source.text.includes('\t')) return { source, indent, cells: [] }
  const cells: { start: number; text: string }[] = []
  const label = /^\s*(?:[-*•]\s+)?(?:\d{1,3}(?:\.\d+)?\.?)?\s+/.exec(text)?.[0].length ?? 0
  for (const match of text.slice(label).matchAll(/\S+(?: {1,2}\S+)*/g))
    cells.push({ start: label + match.index, text: match[0] })
  const first = cells[0]
  if (first !== undefined)
    cells[0] = { start: indent, text: text.slice(indent, first.start) + first.text }
  return { source, indent, cells }
}

interface Region {
  readonly first: number
  /** The line behind the last. */
  readonly last: number
  /** Column at which the last cells begin. */
  readonly edge: number
}

const isBlank = (line: ColumnLine | undefined) => line === undefined || line.cells.length === 0

/** The lines of a table of two columns whose first full row is at `at`. */
function regionFrom(lines: readonly ColumnLine[], at: number): Region | undefined {
  const start = lines[at] as ColumnLine
  const edge = start.cells[1]?.start
  if (start.cells.length !== 2 || edge === undefined) return undefined
  let first = at
  // A label goes on in lower case; a capital or number begins another.
  while (beginsLower(lines[first]?.source.text ?? '') && isLabelStart(lines[first - 1], edge))
    first--
  first = withRowsAbove(lines, first, edge)
  let last = at + 1
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] as ColumnLine
    if (isBlank(line)) {
      if (line.source.text.trim() !== '') break
      continue
    }
    const isRow = line.cells.length === 2 && Math.abs((line.cells[1]?.start ?? 0) - edge) <= slack
    const isBehindRow = !isBlank(lines[next - 1]) || leadsToRow(lines, next, edge)
    if (!isRow && !(isBehindRow && fits(line, edge))) break
    last = next + 1
  }
  return { first, last, edge }
}

/** Rows above whose label stands beside the middle of its cell, so that no line has both. */
function withRowsAbove(lines: readonly ColumnLine[], from: number, edge: number): number {
  let first = from
  for (;;) {
    const end = isBlank(lines[first - 1]) ? first - 1 : first
    let start = end
    while (!isBlank(lines[start - 1])) start--
    // A line above the cell's first is a sentence before the table.
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

/** Is the line the beginning of a label, wrapped where the second column begins? */
function isLabelStart(line: ColumnLine | undefined, edge: number): boolean {
  if (line === undefined || line.cells.length !== 1) return false
  const end = line.source.text.trimEnd().length
  return end > edge * 0.55 && end < edge && !/[.:]$/.test(line.source.text.trimEnd())
}

/** Is a full row, or the cell of one, on the next line, so that this is the beginning of a label? */
function leadsToRow(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const line = lines[at] as ColumnLine
  const next = lines[at + 1]
  if (next === undefined || isBlank(next)) return false
  // A label beside the middle of its cell: the cell begins one line higher.
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

/** Does the line lie in one of the columns alone? */
function fits({ indent, source }: ColumnLine, edge: number): boolean {
  return indent >= edge - slack || source.text.trimEnd().length < edge
}

interface Row {
  readonly line: number
  readonly cells: [string, string]
}

function rowsOf(lines: readonly ColumnLine[], edge: number): readonly Row[] {
  const rows: Row[] = []
  let isNew = true
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) {
      isNew = true
      continue
    }
    const isFull = line.cells.length === 2
    const last = rows.at(-1)
    const isLabelOnly = last !== undefined && last.cells[1] === '' && !isNew
    if (
      isNew ||
      last === undefined ||
      (isFull && !isLabelOnly && !goesOn(last, line)) ||
      (last.cells[0] !== '' && startsLabel(lines, at, edge))
    )
      rows.push({ line: line.source.line, cells: ['', ''] })
    isNew = false
    const row = rows.at(-1) as Row
    for (const cell of line.cells) {
      const column = cell.start >= edge - slack ? 1 : 0
      row.cells[column] = `${row.cells[column]} ${cell.text}`.trim()
    }
  }
  return rows
}

/** Both cells go on in lower case where those above began with a capital. */
const goesOn = (last: Row, line: ColumnLine) =>
  line.cells.every(({ text }) => beginsLower(text)) && last.cells.every(cell => !beginsLower(cell))

/** A wrapped label that begins behind a full row, without a blank line: its own cell comes below. */
function startsLabel(lines: readonly ColumnLine[], at: number, edge: number): boolean {
  const line = lines[at] as ColumnLine
  const next = lines[at + 1]
  return (
    line.cells.length === 1 &&
    line.indent < edge - slack &&
    next !== undefined &&
    next.cells.length > 0 &&
    (next.indent >= edge - slack || (next.cells.length === 2 && beginsLower(next.source.text)))
  )
}

const isField = ({ cells: [label] }: Row) => label.endsWith(':')

/** `Age group:   All` with one space. */
function asField({ source, cells }: ColumnLine): SourceLine {
  if (cells.length !== 2 || cells[0]?.text.endsWith(':') !== true) return source
  return { text: `${cells[0].text} ${cells[1]?.text}`, line: source.line }
}

function written(rows: readonly Row[]): readonly SourceLine[] {
  const hasHeader = rows[0]?.cells.every(cell => /^(?:judge?ments?|grades?)$/i.test(cell)) === true
  const line = rows[0]?.line ?? 0
  const border = (text: string) => ({ text, line })
  const lines = rows.map(({ cells, line }) => ({
    text: `|${cells.map(cell => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`,
    line,
  }))
  const [head, ...rest] = lines
  const table =
    hasHeader && head !== undefined
      ? [head, border('| --- | --- |'), ...rest]
      : [border('| | |'), border('| --- | --- |'), ...lines]
  return [border(''), ...table, border('')]
}
