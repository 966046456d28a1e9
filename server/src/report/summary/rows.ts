/** The rows of the summary table as they are written: labels and grades, wrapped, broken or glued. */

import { type Span, type TextSpan, textSpan } from '../../text/span'
import { normalTitle } from '../../types/normal-title'
import type { ReportType } from '../../types/report-type'
import { plainWords } from '../../types/titles'
import { readCell } from '../grades/grades'
import type { Line } from '../lines/scan'
import {
  isGradePart,
  isMeantForGrade,
  isPrintedNumber,
  looksLikeGrade,
  printedLabel,
  rowCells,
  splitCell,
} from '../lines/table-lines'
import type { GradeStatement } from '../model'

/** One line of the table: a label, a grade, or both. */
export interface Piece {
  readonly line: Line
  readonly label: TextSpan | undefined
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
}

/** The words that make up column titles, and how a title made of them, or of nothing but marks, begins. */
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
  const isPiped = lines.slice(zone.first, zone.last).some(({ isPiped }) => isPiped)
  let isGraded = false
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture || isRule(text, line)) continue
    const cells = rowCells(text, line, type)
    const filled = cells.filter(cell => cell.start < cell.end)
    // Where the names of all rows are before all grades, each column has its title above it.
    if ((!isGraded || filled.length > 1) && isHeader(text, filled, type)) continue
    if (isSentence(text, line, type) || isPrintedNumber(text.slice(line.from, line.to), type))
      continue
    if (isPiped && !line.isPiped && !isRowLine(text, line, type) && !isSplit(text, filled, type))
      continue
    const piece = pieceOf(text, line, cells, filled, type)
    isGraded ||= piece.grade !== undefined
    pieces.push(piece)
  }
  return pieces
}

/** `Judgement`, `Grade` or a column title of the type, or all of them where what separated them is lost. */
function isHeader(text: string, cells: readonly Span[], { table }: ReportType): boolean {
  const hasTitles = table !== undefined && table.header.length > 0
  return cells.every(({ start, end }) => {
    if (end - start > 80) return false
    const written = text.slice(start, end)
    if (!hasTitles && !headerStart.test(written)) return false
    return table?.headerTitles.has(written) || headerWords.test(normalTitle(plainWords(written)))
  })
}

/** Is the line a Markdown table's rule of dashes, or nothing but its marks? */
function isRule(text: string, line: Line): boolean {
  return /^[\s|:+-]*$/.test(text.slice(line.from, line.to))
}

/** Are a piece of a label and one of a grade separated by one space? */
function isSplit(text: string, cells: readonly Span[], type: ReportType): boolean {
  const [cell, ...more] = cells
  return cell !== undefined && more.length === 0 && splitCell(text, cell, type) !== undefined
}

/** A sentence that introduces the table or is in it: not a row, whatever it says. */
function isSentence(text: string, line: Line, type: ReportType): boolean {
  if (line.isPiped) return false
  const content = text.slice(line.from, line.to)
  if (!/[^\s.][.:!]$/.test(content) || content.split(' ').length <= 4 || content.includes('\t'))
    return false
  // A grade in its column may have a mark after it.
  const [label, cell, ...more] = rowCells(text, line, type)
  const isRow = label !== undefined && cell !== undefined && more.length === 0
  return (
    !isRow ||
    (!isGradePart(text.slice(cell.start, cell.end), type) && !isGraded(text, [label, cell], type))
  )
}

/**
 * Is the line a row of the table, or a piece of one? It begins like a label of the type, or ends with a
 * grade, or is one.
 */
export function isRowLine(text: string, line: Line, type: ReportType): boolean {
  const filled = rowCells(text, line, type).filter(cell => cell.start < cell.end)
  const first = filled[0]
  if (first === undefined || isSentence(text, line, type)) return false
  if (isGraded(text, filled, type)) return true
  if (isHeader(text, filled, type)) return true
  if (filled.length === 1 && isGradePart(text.slice(first.start, first.end), type)) return true
  const label = labelIn(text, first.start, first.end, type).text
  return (
    (label.length > 3 &&
      (type.rowTitles.hasPart(label, 'start') || type.rowTitles.hasPart(label, 'end'))) ||
    type.rowTitles.nearest(label) !== undefined
  )
}

/** Does the line end with a grade, after a label or alone? */
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
  const { scale, rowTitles } = type
  if (scale === undefined || cell.end - cell.start > 160) return undefined
  const gaps = [...text.slice(cell.start, cell.end).matchAll(/[\s:–—-]+/g)].slice(-6)
  for (const { index, 0: gap } of gaps) {
    const label = labelIn(text, cell.start, cell.start + index, type)
    const row = rowTitles.named(label.text)?.find(({ kind }) => kind === 'row')
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

/**
 * Text that is alone on its line and this far to the right, in characters, can only be in the column of
 * grades.
 */
const gradeColumn = 30

/** Words that look like a grade and are not part of a label. */
function isOffScale(words: string, type: ReportType): boolean {
  if (isMeantForGrade(words, type)) return true
  return looksLikeGrade(words) && !type.rowTitles.hasPart(words, 'anywhere')
}

/** The label without the number that is printed before it. */
function labelIn(text: string, start: number, end: number, type: ReportType): TextSpan {
  return textSpan(text, start + printedLabel(text, start, end, type), end)
}

/**
 * Is a label broken across two cells? Then it is nearer to one of the type with the second cell than without
 * it.
 */
function isBrokenLabel(first: string, second: string, { rowTitles }: ReportType): boolean {
  const joined = rowTitles.nearest(first + second)
  return joined !== undefined && rowTitles.nearest(first, joined.distance) === undefined
}
