/** Which lines are the summary table: under its heading, or on the cover under no heading. */

import { type Span, textSpan } from '../text/span'
import { normalTitle, type ReportType } from '../types/report-type'
import { type ContentsZone, isBodyAt } from './contents'
import { readCell } from './grades'
import { hasHeadingMarks } from './headings'
import type { Heading } from './model'
import { isNear } from './near'
import { type Line, nextTextLine } from './scan'
import { isGradedRow, isRowLine } from './summary-rows'
import {
  isGradePart,
  isLabelPart,
  looksLikeGrade,
  printedLabel,
  rowCells,
  splitCell,
  tableCells,
} from './table-lines'

export interface SummaryZone {
  /** Line of the heading; the table's first line where it stands on the cover. */
  readonly heading: number
  readonly first: number
  readonly last: number
  /** What stands for the heading of a table that has none. */
  readonly instead: Heading | undefined
}

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

// --- Under a heading ----------------------------------------------------------------------------

/**
 * From its heading to the next text of the report, which is whatever stands
 * below a row and is none, unless the table goes on below it.
 */
function findInSection(
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
    const isApart = at > last || !isTableLine(text, line)
    // Whether a line directly below a row is one too makes no difference.
    if (!isBegun) isBegun = isRowLine(text, line, type)
    else if (isApart && !isRowLine(text, line, type) && !rowsFollow(text, lines, at + 1, type))
      break
    last = at + 1
  }
  return { heading, first: heading + 1, last, instead: undefined }
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

// --- On the cover -------------------------------------------------------------------------------

/** How many lines with text may stand before a table on the cover. */
const longestCover = 80

/** How many lines that are no sure part of the table may stand between two that are. */
const longestDoubt = 3

/** Found by its column titles; without them by its first row. */
function findOnCover(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  type: ReportType,
): SummaryZone | undefined {
  let row: number | undefined
  let rows = 0
  for (let at = zone.first, seen = 0; at < zone.last && seen < longestCover; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    seen++
    const behind = headerAt(text, lines, at, type)
    // Below two rows it is the head of a box in the text.
    if (behind !== undefined && rows > 1) break
    if (behind !== undefined) return zoneOf(text, lines, at, behind, type)
    if (isRow(text, line, type)) rows++
    if (row === undefined && (isRow(text, line, type) || isPrintedRow(text, lines, at, type)))
      row = at
  }
  if (row === undefined) return undefined
  const first = firstRow(text, lines, row, zone.first, type)
  return zoneOf(text, lines, first, first, type)
}

/** Where the rows begin: further up where a printed number is set apart, or a grade is wrapped around its row. */
function firstRow(
  text: string,
  lines: readonly Line[],
  row: number,
  zoneFirst: number,
  type: ReportType,
): number {
  let first = row
  for (let at = row - 1; at >= zoneFirst; at--) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    const isStartOfRow =
      isStart(text, line, type) ||
      (printedLabel(text, line.from, line.to, type) > 0 && isInColumns(text, line, type))
    if (isStartOfRow || isGradeAlone(text, line, type)) first = at
    else if (!isLabelPart(text.slice(line.from, line.to), type, 'end')) break
  }
  return first
}

/** The beginning of a row's title, its printed number before it. */
function isStart(text: string, { from, to }: Line, type: ReportType): boolean {
  const start = from + printedLabel(text, from, to, type)
  return isLabelPart(text.slice(start, to), type, 'start')
}

/** A grade, or a piece of one, that stands in its column alone. */
function isGradeAlone(text: string, line: Line, type: ReportType): boolean {
  if (line.from - line.start < 20) return false
  return isSurePart(text, line, type)
}

/** The line behind the column titles that begin here, on one line or each on its own. */
function headerAt(
  text: string,
  lines: readonly Line[],
  at: number,
  type: ReportType,
): number | undefined {
  const header = (type.table?.header ?? []).map(normalTitle)
  if (header.length === 0) return undefined
  const wordsOf = (line: Line) =>
    tableCells(text, line).map(cell => normalTitle(text.slice(cell.start, cell.end)))
  const first = wordsOf(lines[at] as Line)
  if (first[0] !== header[0] && first[0] !== header.join(' ')) return undefined
  const found = [...first]
  let next = at + 1
  for (; found.length < header.length && next < lines.length; next++) {
    const line = lines[next] as Line
    if (line.first !== 0 && !line.furniture) found.push(...wordsOf(line))
  }
  if (first[0] === header.join(' ')) return at + 1
  if (first.length === 1 && isNamesFirst(text, lines, at + 1, type)) return at + 1
  return found.join('|') === header.join('|') ? next : undefined
}

/** Does a row's title begin on the next line, so that the names of all rows stand before all grades? */
function isNamesFirst(
  text: string,
  lines: readonly Line[],
  from: number,
  type: ReportType,
): boolean {
  const next = nextTextLine(lines, from)
  return next !== undefined && isStart(text, next, type)
}

/** A row in cells, the last of them a grade or empty, the first the beginning of a row's title. */
function isRow(text: string, line: Line, type: ReportType): boolean {
  if (line.first !== 124 && !isSetInColumns(text, line)) return false
  const cells = rowCells(text, line, type).filter(cell => cell.start < cell.end)
  const label = cells[0]
  if (label === undefined || (cells.length < 2 && line.first !== 124)) return false
  const start = label.start + printedLabel(text, label.start, label.end, type)
  return isLabelPart(text.slice(start, label.end), type, 'start')
}

/**
 * A row that nothing sets apart but the number that is printed before it: its title with one space before the
 * grade, or alone, with its grade or other printed rows below.
 */
function isPrintedRow(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  const line = lines[at] as Line
  if (printedLabel(text, line.from, line.to, type) === 0) return false
  const parts = splitRow(text, { start: line.from, end: line.to }, type)
  if (parts !== undefined)
    return isLabelPart(text.slice(parts.label.start, parts.label.end), type, 'start')
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

function zoneOf(
  text: string,
  lines: readonly Line[],
  first: number,
  behind: number,
  type: ReportType,
): SummaryZone | undefined {
  let last = behind
  let doubt = 0
  for (let at = behind; at < lines.length && doubt <= longestDoubt; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (hasHeadingMarks(text, line) || beginsText(text, line, type)) break
    if (isSurePart(text, line, type) || (last > behind && isOpenRow(text, line, type))) {
      last = withWrappedLabel(text, lines, at + 1, type)
      at = last - 1
      doubt = 0
    } else if (line.to - line.from > 100) break
    else {
      const start = line.from + printedLabel(text, line.from, line.to, type)
      if (!isLabelPart(text.slice(start, line.to), type, 'anywhere')) doubt++
    }
  }
  if (last === behind && behind === first) return undefined
  return { heading: first, first, last, instead: headingOf(text, lines[first] as Line) }
}

/** The title of a section that gives no grade, an item of a list, or a numbered paragraph that is no row. */
function beginsText(text: string, line: Line, type: ReportType): boolean {
  const { first, from, to } = line
  if (first === 124) return false
  const content = text.slice(from, to)
  if (/^[-•▪][ \t]+\S/.test(content)) return true
  const number = /^\d{1,3}\.\s+/.exec(content)?.[0].length
  if (number !== undefined) {
    if (splitRow(text, { start: from, end: to }, type) !== undefined) return false
    if (isInColumns(text, line, type)) return false
    const cell = content.slice(number).split(/\t| {2}/, 1)[0] as string
    return !isLabelPart(cell, type, 'start')
  }
  const sections = type.sectionsByTitle.get(normalTitle(content)) ?? []
  return sections.length > 0 && sections.every(({ grade, kind }) => !grade && kind !== 'group')
}

/** Some name in one column, a grade in another: a row, whatever it is called. */
function isInColumns(text: string, line: Line, type: ReportType): boolean {
  return isSetInColumns(text, line) && isSurePart(text, line, type)
}

/** A row of a Markdown table; a grade, or the end of one, alone or in the last column. */
function isSurePart(text: string, line: Line, type: ReportType): boolean {
  if (line.first === 124) return true
  const cells = tableCells(text, line)
  const last = cells.at(-1) as Span
  // A sentence may end with a grade on a line of its own.
  if (cells.length === 1 && text[last.end - 1] === '.') return false
  if (cells.length === 1 && splitRow(text, last, type) !== undefined) return true
  if (cells.length > 1 && !isSetInColumns(text, line)) return false
  const grade = type.scale && readCell(text, last, type.scale)
  return (
    grade?.wordGrade !== undefined ||
    grade?.numberGrade !== undefined ||
    isGradePart(text.slice(last.start, last.end), type)
  )
}

/** A row whose grade is on no scale, in a column of its own, or still to be written for want of a section. */
function isOpenRow(text: string, line: Line, type: ReportType): boolean {
  const [label, cell, ...more] = rowCells(text, line, type).filter(({ start, end }) => start < end)
  if (label === undefined || more.length > 0) return false
  const start = label.start + printedLabel(text, label.start, label.end, type)
  const words = text.slice(start, label.end)
  if (cell !== undefined)
    return isLabelPart(words, type, 'start') && looksLikeGrade(text.slice(cell.start, cell.end))
  const rows = type.rowsByTitle.get(normalTitle(words)) ?? []
  return rows.length > 0 && rows.every(({ kind, section }) => kind === 'row' && !section)
}

/** The title and grade of a row in one cell, its printed number left out. */
function splitRow(text: string, { start, end }: Span, type: ReportType) {
  return splitCell(text, { start: start + printedLabel(text, start, end, type), end }, type)
}

function isSetInColumns(text: string, line: Line): boolean {
  return /\t|\S {2,}\S/.test(text.slice(line.from, line.to))
}

/** The rest of a label that is wrapped below its grade. */
function withWrappedLabel(
  text: string,
  lines: readonly Line[],
  at: number,
  type: ReportType,
): number {
  let last = at
  for (let next = at; next < lines.length; next++) {
    const line = lines[next] as Line
    // Some copies have a blank line behind each line.
    if (line.first === 0 && next === last) continue
    const isRest =
      line.first !== 0 &&
      !line.furniture &&
      line.first !== 124 &&
      !isUpper(line.first) &&
      isLabelPart(text.slice(line.from, line.to), type, 'end')
    if (!isRest) break
    last = next + 1
  }
  return last
}

const isUpper = (code: number) => code >= 65 && code <= 90

/** The first cell of the first line, where a finding about the whole table is marked. */
function headingOf(text: string, line: Line): Heading {
  const cell = tableCells(text, line)[0] ?? { start: line.from, end: line.to }
  return {
    line: { start: line.start, end: line.start },
    title: textSpan(text, cell.start, cell.end),
    marks: textSpan(text, line.start, line.start),
  }
}
