/**
 * Headings that are in a Markdown table with their grade beside them and, perhaps, their text below them:
 *
 *     | Leadership, management and governance | Good |
 *     | Summary Leaders know their services well. | |
 */

import { textSpan } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { isRule } from '../grid/pipes'
import type { Line } from '../lines/scan'
import { tableCells } from '../lines/table-lines'
import { gradeIn, isHeader, offScaleIn } from './box-cells'
import type { HeadingLine } from './headings'

/** The most rows above the one with the title: empty column titles, the line of dashes, the titles of the columns. */
const mostAbove = 3

/**
 * The box that begins at this line, the first of its table: a row of a title and a grade, and no other row with
 * more than one cell, as a summary table has.
 */
export function readPipedBox(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): HeadingLine | undefined {
  if (lines[index - 1]?.isPiped === true) return undefined
  for (let at = index; at <= index + mostAbove; at++) {
    const line = lines[at]
    if (line?.isPiped !== true) return undefined
    const cells = filledCells(text, line)
    if (cells.length === 0 || isHeader(text, line, type)) continue
    const [label, cell, ...more] = cells
    if (label === undefined || cell === undefined || more.length > 0) return undefined
    const definitions = type.boxTitles.named(text.slice(label.start, label.end))
    const grade = gradeIn(text, cell, type) ?? offScaleIn(text, cell, true, type)
    if (definitions === undefined || grade === undefined || !isLast(text, lines, at))
      return undefined
    return {
      heading: {
        line: { start: (lines[index] as Line).start, end: line.next },
        title: textSpan(text, label.start, label.end),
        marks: { start: label.start, end: label.start, text: '' },
      },
      definitions,
      grade,
      firstLine: index,
      lastLine: at + 1,
    }
  }
  return undefined
}

const filledCells = (text: string, line: Line) => (isRule(text, line) ? [] : tableCells(text, line))

/** Has no row below this one more than a single cell with words? */
function isLast(text: string, lines: readonly Line[], row: number): boolean {
  for (let at = row + 1; lines[at]?.isPiped === true; at++)
    if (filledCells(text, lines[at] as Line).length > 1) return false
  return true
}
