/** Where the summary table stands: from its heading to its last row. */

import type { ReportType } from '../types/report-type'
import { isBodyAt } from './contents'
import { hasHeadingMarks } from './headings'
import { isNear } from './near'
import type { Line } from './scan'
import { isGradedRow, isRowLine } from './summary-rows'

/** The summary table's place, as line numbers. */
export interface SummaryZone {
  /** Line of the heading. */
  readonly heading: number
  readonly first: number
  readonly last: number
}

/**
 * The summary table's lines: from its heading to the next text of the report, which is whatever stands
 * below a row and is none, unless the table goes on below it.
 */
export function findSummary(
  text: string,
  lines: readonly Line[],
  bodyFirst: number,
  type: ReportType,
): SummaryZone | undefined {
  const heading = summaryHeadingLine(text, lines, bodyFirst, type)
  if (heading === undefined) return undefined
  let last = heading + 1
  let isBegun = false
  for (let at = heading + 1; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (hasHeadingMarks(text, line) || line.to - line.from > 400) break
    if (
      /^\d{1,3}\.\s/.test(text.slice(line.from, line.from + 6)) ||
      isBodyAt(text, lines, at, type)
    )
      break
    const isRow = isRowLine(text, line, type)
    const isApart = at > last || !isTableLine(text, line)
    if (isBegun && !isRow && isApart && !rowsFollow(text, lines, at + 1, type)) break
    isBegun ||= isRow
    last = at + 1
  }
  return { heading, first: heading + 1, last }
}

function isTableLine(text: string, line: Line): boolean {
  return line.first === 124 || text.slice(line.from, line.to).includes('\t')
}

/** How many lines of other text may stand in a table: a header and footer where a page ends. */
const longestBreak = 4

/** Do rows with their grades stand among the next lines, headings left out? */
function rowsFollow(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): boolean {
  for (let at = index, seen = 0; at < lines.length && seen < longestBreak; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (hasHeadingMarks(text, line) || line.to - line.from > 400) return false
    if (isGradedRow(text, line, type)) return true
    seen++
  }
  return false
}

function summaryHeadingLine(
  text: string,
  lines: readonly Line[],
  bodyFirst: number,
  type: ReportType,
): number | undefined {
  const { summary } = type
  if (summary === undefined) return undefined
  const titles = [summary.title, ...summary.aliases]
  let near: number | undefined
  for (let at = lines.length - 1; at >= bodyFirst; at--) {
    const line = lines[at] as Line
    if (line.first === 0 || line.to - line.from > 80) continue
    const content = text.slice(line.from, line.to)
    if (titles.some(title => content.includes(title))) {
      const bare = content.replace(/^[#*_\s]+|[*_\s:]+$/g, '')
      if (titles.includes(bare)) return at
    }
    if (
      near === undefined &&
      !/[\t|.]/.test(content) &&
      titles.some(title => isNear(content, title))
    )
      near = at
  }
  return near
}
