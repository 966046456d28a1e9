/** The cells of a box around a heading: column titles, and what is in the place of a grade. */

import type { Span } from '../../text/span'
import { normalTitle } from '../../types/normal-title'
import type { ReportType } from '../../types/report-type'
import { readCell, standsForGrade } from '../grades/grades'
import type { Line } from '../lines/scan'
import { isGradePart, looksLikeGrade, tableCells } from '../lines/table-lines'
import type { GradeStatement } from '../model'

/** Does the line hold the titles of the columns, as the summary table has them? */
export function isHeader(text: string, line: Line, { table }: ReportType): boolean {
  const cells = tableCells(text, line).map(({ start, end }) => normalTitle(text.slice(start, end)))
  return cells.length > 1 && cells.join('|') === (table?.header ?? []).map(normalTitle).join('|')
}

/** The grade, or piece of one, that the cell states. */
export function gradeIn(text: string, cell: Span, type: ReportType): GradeStatement | undefined {
  const grade = type.scale && readCell(text, cell, type.scale)
  const isGrade =
    grade?.wordGrade !== undefined || isGradePart(text.slice(cell.start, cell.end), type)
  return isGrade ? grade : undefined
}

/**
 * Words in the place of a grade that are not on the scale; unless they seem to stand for one, only beside a
 * title.
 */
export function offScaleIn(
  text: string,
  cell: Span,
  isBeside: boolean,
  { scale, sectionTitles }: ReportType,
): GradeStatement | undefined {
  if (scale === undefined) return undefined
  const words = text.slice(cell.start, cell.end)
  const isLike = isBeside && looksLikeGrade(words) && !sectionTitles.has(words)
  return isLike || standsForGrade(words, scale) ? readCell(text, cell, scale) : undefined
}
