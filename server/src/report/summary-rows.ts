/** The rows of the summary table as they are written: labels and grades, wrapped, broken or glued. */

import { singleSpaced } from '../text/spaces'
import { type Span, type TextSpan, textSpan } from '../text/span'
import { type Grade, normalTitle, type ReportType, type RowDefinition } from '../types/report-type'
import { readCell } from './grades'
import type { GradeStatement } from './model'
import { normalNearness } from './near'
import type { Line } from './scan'
import {
  isGradePart,
  isLabelPart,
  isPrintedNumber,
  looksLikeGrade,
  printedLabel,
  rowCells,
  splitCell,
} from './table-lines'

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

/** Words of which column titles consist, and how a title of them, or of nothing but marks, begins. */
const headerWords = /^(?:(?:judgements?|judgment|grades?|area)(?: |$))+$/

const headerStart = /^[\W_]*(?:[jga]|$)/i

/** The lines of the table that are rows or pieces of them. */
export function readPieces(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  type: ReportType,
): readonly Piece[] {
  const pieces: Piece[] = []
  const isPiped = lines.slice(zone.first, zone.last).some(({ first }) => first === 124)
  let isGraded = false
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture || isRule(text, line)) continue
    const cells = rowCells(text, line, type)
    const filled = cells.filter(cell => cell.start < cell.end)
    // Where the names of all rows stand before all grades, each column has its title above it.
    if ((!isGraded || filled.length > 1) && isHeader(text, filled, type)) continue
    if (isSentence(text, line) || isPrintedNumber(text.slice(line.from, line.to), type)) continue
    if (
      isPiped &&
      line.first !== 124 &&
      !isRowLine(text, line, type) &&
      !isSplit(text, filled, type)
    )
      continue
    const piece = pieceOf(text, line, cells, filled, type)
    isGraded ||= piece.grade !== undefined
    pieces.push(piece)
  }
  return pieces
}

/** `Judgement`, `Grade` or a column title of the type, or all where what stood between them is lost. */
function isHeader(text: string, cells: readonly Span[], { table }: ReportType): boolean {
  const hasTitles = table !== undefined && table.header.length > 0
  return cells.every(({ start, end }) => {
    if (end - start > 80) return false
    const written = text.slice(start, end)
    if (!hasTitles && !headerStart.test(written)) return false
    const title = normalTitle(written)
    return table?.headerTitles.has(title) || headerWords.test(title)
  })
}

/** Is the line a Markdown table's rule of dashes, or nothing but its marks? */
function isRule(text: string, line: Line): boolean {
  return /^[\s|:+-]*$/.test(text.slice(line.from, line.to))
}

/** Are a piece of a label and one of a grade set apart by one space? */
function isSplit(text: string, cells: readonly Span[], type: ReportType): boolean {
  const [cell, ...more] = cells
  return cell !== undefined && more.length === 0 && splitCell(text, cell, type) !== undefined
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
  const filled = rowCells(text, line, type).filter(cell => cell.start < cell.end)
  const first = filled[0]
  if (first === undefined || isSentence(text, line)) return false
  if (isGraded(text, filled, type)) return true
  if (isHeader(text, filled, type)) return true
  if (filled.length === 1 && isGradePart(text.slice(first.start, first.end), type)) return true
  const label = normalTitle(labelIn(text, first.start, first.end, type).text)
  for (const title of type.rowsByTitle.keys())
    if (label.length > 3 && (title.startsWith(label) || title.endsWith(label))) return true
  return nearestRows(label, type) !== undefined
}

/** Does the line end with a grade, behind a label or alone? */
export function isGradedRow(text: string, line: Line, type: ReportType): boolean {
  return isGraded(
    text,
    rowCells(text, line, type).filter(cell => cell.start < cell.end),
    type,
  )
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
  type: ReportType,
): { readonly label: TextSpan; readonly grade: GradeStatement } | undefined {
  const { scale, rowsByTitle } = type
  if (scale === undefined || cell.end - cell.start > 160) return undefined
  const gaps = [...text.slice(cell.start, cell.end).matchAll(/[\s:–—-]+/g)].slice(-6)
  for (const { index, 0: gap } of gaps) {
    const label = labelIn(text, cell.start, cell.start + index, type)
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
    const words = text.slice(last.start, last.end)
    const isGradeOnly =
      isGrade(lastGrade) ||
      isGradePart(words, type) ||
      (line.from - line.start >= gradeColumn && isOffScale(words, type))
    if (lastGrade !== undefined && isGradeOnly)
      return { line, label: undefined, cell: lastGrade.span, grade: lastGrade }
    const parts = splitCell(text, first, type)
    if (parts !== undefined && scale !== undefined) {
      const label = labelIn(text, parts.label.start, parts.label.end, type)
      return { line, label, cell: parts.grade, grade: readCell(text, parts.grade, scale) }
    }
    const blank = cells[cells.indexOf(first) + 1]
    const label = labelIn(text, first.start, first.end, type)
    return { line, label, cell: blank, grade: undefined }
  }
  const words = text.slice(last.start, last.end)
  const isBroken =
    !isGrade(lastGrade) &&
    !isGradePart(words, type) &&
    !isOffScale(words, type) &&
    isBrokenLabel(text.slice(first.start, first.end), words, type)
  if (isBroken) {
    const label = labelIn(text, first.start, last.end, type)
    return { line, label, cell: undefined, grade: undefined }
  }
  const labelEnd = (filled.at(-2) as Span).end
  return {
    line,
    label: labelIn(text, first.start, labelEnd, type),
    cell: lastGrade?.span ?? last,
    grade: lastGrade,
  }
}

/** So far to the right, in characters, stands what is alone on its line only in the column of the grades. */
const gradeColumn = 30

/** Words like a grade that are no part of a label. */
function isOffScale(words: string, type: ReportType): boolean {
  return looksLikeGrade(words) && !isLabelPart(words, type, 'anywhere')
}

/** The label without the number that is printed before it. */
function labelIn(text: string, start: number, end: number, type: ReportType): TextSpan {
  return textSpan(text, start + printedLabel(text, start, end, type), end)
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
  const first = pieces.findIndex(({ grade }) => grade !== undefined)
  const isNamesFirst =
    first > 1 && pieces.every(({ label, grade }, at) => (at < first ? grade : label) === undefined)
  return (
    (isNamesFirst ? joinColumns(text, pieces, first, type) : undefined) ??
    joinRows(text, pieces, type)
  )
}

/**
 * The rows of a table that was copied column by column: the names of all, then as many grades. Undefined
 * where there are not as many.
 */
function joinColumns(
  text: string,
  pieces: readonly Piece[],
  first: number,
  type: ReportType,
): readonly Labelled[] | undefined {
  const names = joinRows(text, pieces.slice(0, first), type)
  const grades: GradeStatement[] = []
  let open: GradeStatement[] = []
  for (const { grade } of pieces.slice(first)) {
    if (grade === undefined) continue
    open.push(grade)
    const words = open.map(({ span }) => text.slice(span.start, span.end))
    if (wrappedGrade(words, type) === undefined && isGradePart(words.join(' '), type)) continue
    grades.push(joinGrades(text, open, type) as GradeStatement)
    open = []
  }
  const isRow = ({ definitions }: Labelled) => definitions.some(({ kind }) => kind === 'row')
  if (names.filter(isRow).length !== grades.length) return undefined
  return names.map(name => {
    const grade = isRow(name) ? grades.shift() : undefined
    return grade === undefined ? name : { ...name, grade, cell: grade.span }
  })
}

function joinRows(text: string, pieces: readonly Piece[], type: ReportType): readonly Labelled[] {
  const found: Labelled[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = joinLength(text, pieces, at, type)
    const joined = pieces.slice(at, at + length)
    at += length
    const label = joinLabel(joined)
    if (label === undefined) continue
    const grade = joinGrade(text, joined, type)
    const last = joined.at(-1) as Piece
    found.push({
      label: label.span,
      words: label.words,
      line: { start: (joined[0] as Piece).line.start, end: last.line.next },
      cell: grade?.span ?? joined.find(piece => piece.cell !== undefined)?.cell,
      grade,
      definitions: labelsOf(label.words, type),
    })
  }
  return found
}

/** Most lines that a row is wrapped over. */
const mostPieces = 6

/** How many pieces from `at` on make one row: as many as give a label of the type, else one. */
function joinLength(text: string, pieces: readonly Piece[], at: number, type: ReportType): number {
  const { label, grade, cell } = pieces[at] as Piece
  const isLead = label !== undefined && grade === undefined && cell === undefined
  const words: string[] = []
  const grades: string[] = []
  let longest = 1
  for (let length = 1; length <= mostPieces; length++) {
    const piece = pieces[at + length - 1]
    if (piece === undefined) break
    if (piece.label !== undefined) words.push(piece.label.text.replaceAll('|', ' '))
    if (piece.grade !== undefined) {
      grades.push(text.slice(piece.grade.span.start, piece.grade.span.end))
      if (grades.length > 1 && !isGradePart(grades.join(' '), type)) break
    }
    if (length === 1) continue
    // One label with its grade below, or with a grade that is wrapped around it or below.
    const isBelow = grades.length === length - 1 && (isLead || length > 2)
    const isOne = words.length === 1 && (isBelow || grades.length === length)
    if (words.length < 2 && !isOne) continue
    if (grades.length > 1 && wrappedGrade(grades, type) === undefined) continue
    const rows = type.rowsByTitle.get(normalTitle(words.join(' ')))
    if (rows !== undefined && (!isOne || rows.some(({ kind }) => kind === 'row'))) longest = length
  }
  return longest
}

/** The grade whose word is wrapped over these pieces. */
function wrappedGrade(pieces: readonly string[], { scale }: ReportType): Grade | undefined {
  return scale?.byWord.get(singleSpaced(pieces.join(' ').toLowerCase()))
}

/** The grade of the pieces, put together where it is wrapped over several. */
function joinGrade(
  text: string,
  pieces: readonly Piece[],
  type: ReportType,
): GradeStatement | undefined {
  const grades: GradeStatement[] = []
  for (const { grade } of pieces) if (grade !== undefined) grades.push(grade)
  return joinGrades(text, grades, type)
}

/** The pieces of a grade that is wrapped over lines as one. */
export function joinGrades(
  text: string,
  grades: readonly GradeStatement[],
  type: ReportType,
): GradeStatement | undefined {
  const [first, ...more] = grades
  if (first === undefined || more.length === 0) return first
  const words = grades.map(({ span }) => text.slice(span.start, span.end))
  const grade = wrappedGrade(words, type)
  return {
    ...first,
    wordGrade: grade,
    grade,
    unfinished: false,
    more: more.map(({ span }) => span),
  }
}

function joinLabel(
  pieces: readonly Piece[],
): { readonly span: TextSpan; readonly words: string } | undefined {
  const labels: TextSpan[] = []
  for (const { label } of pieces) if (label !== undefined) labels.push(label)
  const first = labels[0]
  if (first === undefined) return undefined
  const words = labels.map(label => singleSpaced(label.text.replaceAll('|', ' ')))
  return { span: first, words: words.join(' ') }
}
