/** The rows of the summary table as they are written: labels and grades, wrapped, broken or glued. */

import { type Span, type TextSpan, textSpan } from '../text/span'
import { normalTitle, type ReportType, type RowDefinition } from '../types/report-type'
import { pipeCells } from './contents'
import { readCell } from './grades'
import type { GradeStatement } from './model'
import { normalNearness } from './near'
import type { Line } from './scan'

/** One line of the table: a label, a grade, or both. */
export interface Piece {
  readonly line: Line
  readonly label: TextSpan | undefined
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
}

/** One row, whose label may be wrapped over several pieces. */
export interface Labelled {
  readonly label: TextSpan
  readonly words: string
  readonly line: Span
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
  /** Rows of the type that have this label, exactly or nearly. */
  readonly definitions: readonly RowDefinition[]
}

const headerWords = new Set(['judgement', 'judgements', 'judgment', 'grade', 'grades', 'area'])

/** The lines of the table that are rows or pieces of them. */
export function readPieces(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  type: ReportType,
): readonly Piece[] {
  const pieces: Piece[] = []
  const isPiped = lines.slice(zone.first, zone.last).some(({ first }) => first === 124)
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture || isRule(text, line)) continue
    const cells = cellsOf(text, line)
    const filled = cells.filter(cell => cell.start < cell.end)
    const isHeader = filled.every(({ start, end }) => isHeaderWord(text, start, end))
    if (isHeader && (pieces.length === 0 || filled.length > 1)) continue
    if (isSentence(text, line)) continue
    if (isPiped && line.first !== 124 && !isRowLine(text, line, type)) continue
    pieces.push(pieceOf(text, line, cells, filled, type))
  }
  return pieces
}

/** `Judgement`, `Grade`, or both where what stood between them is lost. */
function isHeaderWord(text: string, start: number, end: number): boolean {
  if (end - start > 40) return false
  return normalTitle(text.slice(start, end))
    .split(' ')
    .every(word => headerWords.has(word))
}

/** Is the line a Markdown table's rule of dashes, or nothing but its marks? */
function isRule(text: string, line: Line): boolean {
  return /^[\s|:+-]*$/.test(text.slice(line.from, line.to))
}

function cellsOf(text: string, line: Line): readonly Span[] {
  return line.first === 124 ? pipeCells(text, line) : columnCells(text, line)
}

/** A sentence that introduces the table or stands in it: no row, whatever it says. */
function isSentence(text: string, line: Line): boolean {
  if (line.first === 124) return false
  const content = text.slice(line.from, line.to)
  return /[^\s.][.:!]$/.test(content) && content.split(' ').length > 4 && !content.includes('\t')
}

/**
 * Is the line a row of the table, or a piece of one? It begins like a label of the type, or ends with a
 * grade, or is one.
 */
export function isRowLine(text: string, line: Line, type: ReportType): boolean {
  const filled = filledCells(text, line)
  const first = filled[0]
  if (first === undefined || isSentence(text, line)) return false
  if (isGraded(text, filled, type)) return true
  if (filled.every(({ start, end }) => isHeaderWord(text, start, end))) return true
  const label = normalTitle(text.slice(first.start, first.end))
  for (const title of type.rowsByTitle.keys())
    if (label.length > 3 && (title.startsWith(label) || title.endsWith(label))) return true
  return nearestRows(label, type) !== undefined
}

/** Does the line end with a grade, behind a label or alone? */
export function isGradedRow(text: string, line: Line, type: ReportType): boolean {
  return isGraded(text, filledCells(text, line), type)
}

function filledCells(text: string, line: Line): readonly Span[] {
  return cellsOf(text, line).filter(cell => cell.start < cell.end)
}

function isGraded(text: string, filled: readonly Span[], type: ReportType): boolean {
  const [first, last] = [filled[0], filled.at(-1)]
  if (first === undefined || last === undefined || type.scale === undefined) return false
  if (isGrade(readCell(text, last, type.scale))) return true
  return filled.length === 1 && splitRow(text, first, type) !== undefined
}

function isGrade(grade: GradeStatement | undefined): boolean {
  return grade?.wordGrade !== undefined || grade?.numberGrade !== undefined
}

/** A row whose separator is lost: `Partnership working Good` in one cell. */
function splitRow(
  text: string,
  cell: Span,
  { scale, rowsByTitle }: ReportType,
): { readonly label: TextSpan; readonly grade: GradeStatement } | undefined {
  if (scale === undefined || cell.end - cell.start > 160) return undefined
  const gaps = [...text.slice(cell.start, cell.end).matchAll(/[\s:–—-]+/g)].slice(-6)
  for (const { index, 0: gap } of gaps) {
    const label = textSpan(text, cell.start, cell.start + index)
    const row = rowsByTitle.get(normalTitle(label.text))?.find(({ kind }) => kind === 'row')
    if (row === undefined) continue
    const start = label.end + gap.length
    const grade = readCell(text, { start, end: cell.end }, scale)
    if (grade !== undefined && isGrade(grade)) return { label, grade }
  }
  return undefined
}

function pieceOf(
  text: string,
  line: Line,
  cells: readonly Span[],
  filled: readonly Span[],
  type: ReportType,
): Piece {
  const scale = type.scale
  const last = filled.at(-1) as Span
  const first = filled[0] as Span
  const lastGrade = scale === undefined ? undefined : readCell(text, last, scale)
  if (filled.length === 1) {
    const split = splitRow(text, first, type)
    if (split !== undefined) return { line, ...split, cell: split.grade.span }
    if (lastGrade !== undefined && isGrade(lastGrade))
      return { line, label: undefined, cell: lastGrade.span, grade: lastGrade }
    const blank = cells[cells.indexOf(first) + 1]
    return { line, label: textSpan(text, first.start, first.end), cell: blank, grade: undefined }
  }
  const isBroken =
    !isGrade(lastGrade) &&
    isBrokenLabel(text.slice(first.start, first.end), text.slice(last.start, last.end), type)
  if (isBroken)
    return { line, label: textSpan(text, first.start, last.end), cell: undefined, grade: undefined }
  const labelEnd = (filled.at(-2) as Span).end
  return {
    line,
    label: textSpan(text, first.start, labelEnd),
    cell: lastGrade?.span ?? last,
    grade: lastGrade,
  }
}

/** Cells set apart by tabs or by two spaces and more. */
function columnCells(text: string, line: Line): readonly Span[] {
  const cells: Span[] = []
  const content = text.slice(line.from, line.end)
  const gaps = /\t+| {2,}/g
  let start = 0
  for (let gap = gaps.exec(content); gap !== null; gap = gaps.exec(content)) {
    if (gap.index > start) cells.push({ start: line.from + start, end: line.from + gap.index })
    start = gap.index + gap[0].length
  }
  if (start < content.trimEnd().length) cells.push({ start: line.from + start, end: line.to })
  else if (content.includes('\t')) {
    const at = line.from + content.indexOf('\t') + 1
    cells.push({ start: at, end: at })
  }
  return cells
}

/** Is a label broken across two cells? Then it is nearer to one of the type with the second cell than without. */
function isBrokenLabel(first: string, second: string, type: ReportType): boolean {
  const joined = nearestRows(normalTitle(first + second), type)
  return (
    joined !== undefined && nearestRows(normalTitle(first), type, joined.distance) === undefined
  )
}

/** The rows that have this label, exactly or nearly. */
function labelsOf(words: string, type: ReportType): readonly RowDefinition[] {
  return nearestRows(normalTitle(words), type)?.rows ?? []
}

/** The rows whose label is nearest, of those that are not farther than `farthest`. */
function nearestRows(
  normal: string,
  type: ReportType,
  farthest = Number.POSITIVE_INFINITY,
): { readonly rows: readonly RowDefinition[]; readonly distance: number } | undefined {
  const exact = type.rowsByTitle.get(normal)
  if (exact !== undefined) return { rows: exact, distance: 0 }
  let nearest: { readonly rows: readonly RowDefinition[]; readonly distance: number } | undefined
  for (const [title, rows] of type.rowsByTitle) {
    const distance = normalNearness(normal, title, nearest ? nearest.distance - 1 : farthest)
    if (distance !== undefined) nearest = { rows, distance }
  }
  return nearest
}

/** Puts wrapped labels and grades on lines of their own together. */
export function joinPieces(
  text: string,
  pieces: readonly Piece[],
  type: ReportType,
): readonly Labelled[] {
  const found: Labelled[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = joinLength(pieces, at, type)
    const joined = pieces.slice(at, at + length)
    at += length
    const label = joinLabel(text, joined)
    if (label === undefined) continue
    const graded = joined.find(piece => piece.grade !== undefined)
    const last = joined.at(-1) as Piece
    found.push({
      label: label.span,
      words: label.words,
      line: { start: (joined[0] as Piece).line.start, end: last.line.next },
      cell: graded?.cell ?? joined.find(piece => piece.cell !== undefined)?.cell,
      grade: graded?.grade,
      definitions: labelsOf(label.words, type),
    })
  }
  return found
}

/** How many pieces from `at` on make one row: as many as give a label of the type, else one. */
function joinLength(pieces: readonly Piece[], at: number, type: ReportType): number {
  const first = pieces[at] as Piece
  const words: string[] = []
  let graded = 0
  let longest = 1
  for (let length = 1; length <= 4; length++) {
    const piece = pieces[at + length - 1]
    if (piece === undefined || (piece.grade !== undefined && ++graded > 1)) break
    if (piece.label !== undefined) words.push(piece.label.text)
    if (words.length > 1 && type.rowsByTitle.has(normalTitle(words.join(' ')))) longest = length
  }
  if (longest > 1) return longest
  const second = pieces[at + 1]
  const isRow = first.label !== undefined && first.grade === undefined && first.cell === undefined
  const takesGrade =
    second !== undefined && second.label === undefined && second.grade !== undefined
  if (
    isRow &&
    takesGrade &&
    type.rowsByTitle.get(normalTitle(first.label.text))?.some(row => row.kind === 'row')
  )
    return 2
  return 1
}

function joinLabel(
  text: string,
  pieces: readonly Piece[],
): { readonly span: TextSpan; readonly words: string } | undefined {
  const labels = pieces.flatMap(piece => (piece.label === undefined ? [] : [piece.label]))
  const first = labels[0]
  if (first === undefined) return undefined
  return {
    span: first,
    words: labels
      .map(label => text.slice(label.start, label.end).replace(/[\s|]+/g, ' '))
      .join(' '),
  }
}
