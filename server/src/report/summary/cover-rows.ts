/** What the lines of a summary table on the cover look like, where no heading says that it is one. */

import type { Span } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { readCell } from '../grades/grades'
import { isSetApart, tightGap } from '../grid/gaps'
import type { Line } from '../lines/scan'
import {
  isGradePart,
  isMeantForGrade,
  looksLikeGrade,
  printedLabel,
  rowCells,
  splitCell,
  tableCells,
} from '../lines/table-lines'

/** How many lines that are not certainly part of the table may come between two that are. */
export const longestDoubt = 3

/** A row in cells, the last of them a grade or empty, the first the beginning of a row's title. */
export function isRow(text: string, line: Line, type: ReportType): boolean {
  if (!line.isPiped && !isSetApart(text, line, tightGap)) return false
  const cells = rowCells(text, line, type).filter(cell => cell.start < cell.end)
  const label = cells[0]
  if (label === undefined || (cells.length < 2 && !line.isPiped)) return false
  const start = label.start + printedLabel(text, label.start, label.end, type)
  return type.rowTitles.hasPart(text.slice(start, label.end), 'start')
}

/**
 * A row that nothing sets apart but the number that is printed before it: its title with one space before the
 * grade, or alone, with its grade or other printed rows below.
 */
export function isPrintedRow(
  text: string,
  lines: readonly Line[],
  at: number,
  type: ReportType,
): boolean {
  const line = lines[at] as Line
  if (printedLabel(text, line.from, line.to, type) === 0) return false
  const parts = splitRow(text, { start: line.from, end: line.to }, type)
  if (parts !== undefined)
    return type.rowTitles.hasPart(text.slice(parts.label.start, parts.label.end), 'start')
  if (!isStart(text, line, type)) return false
  for (let below = at + 1, seen = 0; below < lines.length && seen < longestDoubt; below++) {
    const next = lines[below] as Line
    if (next.first === 0 || next.furniture) continue
    if (isSurePart(text, next, type)) return true
    if (printedLabel(text, next.from, next.to, type) > 0) return isStart(text, next, type)
    seen++
  }
  return false
}

/** The beginning of a row's title, its printed number before it. */
export function isStart(
  text: string,
  { from, to }: Pick<Line, 'from' | 'to'>,
  type: ReportType,
): boolean {
  const start = from + printedLabel(text, from, to, type)
  return type.rowTitles.hasPart(text.slice(start, to), 'start')
}

/** A grade, or a piece of one, that is alone in its column. */
export function isGradeAlone(text: string, line: Line, type: ReportType): boolean {
  return isFarRight(line) && isSurePart(text, line, type)
}

/** Is it so far from the start of its line that it can only be in the column of grades? */
function isFarRight({ from, start }: Line): boolean {
  return from - start >= 20
}

/** A name in one column and a grade in another: a row, whatever it is called. */
export function isInColumns(text: string, line: Line, type: ReportType): boolean {
  return isSetApart(text, line, tightGap) && isSurePart(text, line, type)
}

/** A row of a Markdown table; a grade, one to be written, or the end of one, alone or in the last column. */
export function isSurePart(text: string, line: Line, type: ReportType): boolean {
  if (line.isPiped) return true
  const cells = tableCells(text, line)
  const last = cells.at(-1) as Span
  // A sentence may end with a grade on a line of its own.
  if (cells.length === 1 && text[last.end - 1] === '.') return false
  if (cells.length === 1 && splitRow(text, last, type) !== undefined) return true
  if (cells.length > 1 && !isSetApart(text, line, tightGap)) return false
  const first = { from: (cells[0] as Span).start, to: (cells[0] as Span).end }
  const isPlaced = cells.length > 1 ? isStart(text, first, type) : isFarRight(line)
  if (isPlaced && isMeantForGrade(text.slice(last.start, last.end), type)) return true
  const grade = type.scale && readCell(text, last, type.scale)
  return (
    grade?.wordGrade !== undefined ||
    grade?.numberGrade !== undefined ||
    isGradePart(text.slice(last.start, last.end), type)
  )
}

/**
 * A row whose grade is on no scale, in a column of its own, or still to be written: that of a row that has no section,
 * or of one with its printed number before it.
 */
export function isOpenRow(text: string, line: Line, type: ReportType): boolean {
  const [label, cell, ...more] = rowCells(text, line, type).filter(({ start, end }) => start < end)
  if (label === undefined || more.length > 0) return false
  const start = label.start + printedLabel(text, label.start, label.end, type)
  const words = text.slice(start, label.end)
  if (cell !== undefined) {
    const written = text.slice(cell.start, cell.end)
    const isWord = type.rowTitles.has(words) && /^\p{L}{2,20}$/u.test(written)
    return isWord || (type.rowTitles.hasPart(words, 'start') && looksLikeGrade(written))
  }
  const rows = type.rowTitles.named(words) ?? []
  const isPrinted = start > label.start
  return (
    rows.length > 0 &&
    rows.every(({ kind, section }) => kind === 'row' && (isPrinted || section === undefined))
  )
}

/** The title and grade of a row in one cell, its printed number left out. */
export function splitRow(text: string, { start, end }: Span, type: ReportType) {
  return splitCell(text, { start: start + printedLabel(text, start, end, type), end }, type)
}
