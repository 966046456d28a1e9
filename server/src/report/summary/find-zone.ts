/** Which lines are the summary table: under its heading, or on the cover under no heading. */

import { afterCount } from '../../text/decorations'
import { lineBeginning } from '../../text/line-beginning'
import type { ReportType } from '../../types/report-type'
import { plainWords } from '../../types/titles'
import { type ContentsZone, isBodyAt } from '../contents/find-zone'
import { isSetApart, tightGap } from '../grid/gaps'
import { hasHeadingMarks, headingBody, readHeading } from '../headings/headings'
import { type Line, nextTextLine } from '../lines/scan'
import { stoppedNumber } from '../numbering/number-label'
import { isGradedRow, isRowLine } from './rows'
import type { SummaryZone } from './zone'
import { findOnCover } from './zone-on-cover'

/** The summary table's lines, without its heading. */
export function findSummary(
  text: string,
  lines: readonly Line[],
  contents: ContentsZone | undefined,
  type: ReportType,
): SummaryZone | undefined {
  const bodyFirst = contents?.last ?? 0
  if (type.table?.place !== 'cover') return findInSection(text, lines, bodyFirst, type)
  const before = contents && findOnCover(text, lines, { first: 0, last: contents.first }, type)
  return before ?? findOnCover(text, lines, { first: bodyFirst, last: lines.length }, type)
}

/**
 * From its heading to the next text of the report: whatever is below a row and is not a row itself, unless the
 * table goes on below it.
 */
function findInSection(
  text: string,
  lines: readonly Line[],
  bodyFirst: number,
  type: ReportType,
): SummaryZone | undefined {
  const heading = summaryHeading(text, lines, bodyFirst, type)
  if (heading === undefined) return undefined
  let last = heading.below
  let isBegun = false
  for (let at = heading.below; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (hasHeadingMarks(text, line) || line.to - line.from > 400) break
    if (
      stoppedNumber(lineBeginning(text, line.from, line.to)) !== undefined ||
      (isBodyAt(text, lines, at, type) && !headsRows(text, lines, at, type))
    )
      break
    const isApart = at > last || !isTableLine(text, line)
    // It makes no difference whether a line directly below a row is a row too.
    if (!isBegun) isBegun = isRowLine(text, line, type)
    else if (isApart && !isRowLine(text, line, type) && !rowsFollow(text, lines, at + 1, type))
      break
    last = at + 1
  }
  return { heading: heading.line, first: heading.below, last, instead: undefined }
}

function isTableLine(text: string, line: Line): boolean {
  return line.isPiped || text.slice(line.from, line.to).includes('\t')
}

/** Is the next line a row with its grade in a column of its own? Then this one is the title of a group. */
function headsRows(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  const next = nextTextLine(lines, at + 1)
  return next !== undefined && isSetApart(text, next, tightGap) && isGradedRow(text, next, type)
}

/** How many lines of other text may be in a table: a header and footer where a page ends. */
const longestBreak = 4

/** Are rows with their grades among the next lines, apart from headings? */
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

/** The longest line that is looked at for a misspelt heading. */
const longestMisspelt = 80

/** The last line that is the table's heading, or else nearly it: the line and the first one below the heading. */
function summaryHeading(
  text: string,
  lines: readonly Line[],
  bodyFirst: number,
  type: ReportType,
): { readonly line: number; readonly below: number } | undefined {
  const { summary, sectionTitles } = type
  if (summary === undefined) return undefined
  let near: number | undefined
  for (let at = lines.length - 1; at >= bodyFirst; at--) {
    const line = lines[at] as Line
    if (line.first === 0) continue
    const heading = readHeading(text, lines, at, type)
    if (heading?.definitions.includes(summary)) return { line: at, below: heading.lastLine }
    if (near !== undefined || line.to - line.from > longestMisspelt) continue
    const { body } = headingBody(text, line)
    const content = plainWords(text.slice(afterCount(text, body), body.end))
    const isText = line.first === 35 ? /[\t|]/ : /[\t|.]/
    if (!isText.test(content) && sectionTitles.nearestOf(content, summary) !== undefined) near = at
  }
  return near === undefined ? undefined : { line: near, below: near + 1 }
}
