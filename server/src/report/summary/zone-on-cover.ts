/** Which lines of a cover are a summary table that has no heading. */

import { lineBeginning } from '../../text/line-beginning'
import { append } from '../../text/lists'
import { textSpan } from '../../text/span'
import { normalTitle } from '../../types/normal-title'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { cellsApart, tightGap } from '../grid/gaps'
import { isRule } from '../grid/pipes'
import { hasHeadingMarks } from '../headings/headings'
import { type Line, lineAfterGap, nextTextLine } from '../lines/scan'
import { printedLabel, tableCells } from '../lines/table-lines'
import type { Heading } from '../model'
import { stoppedNumber } from '../numbering/number-label'
import {
  isGradeAlone,
  isInColumns,
  isOpenRow,
  isPrintedRow,
  isRow,
  isStart,
  isSurePart,
  longestDoubt,
  splitRow,
} from './cover-rows'
import type { SummaryZone } from './zone'

/** How many lines with text may be before a table on the cover. */
const longestCover = 80

/** Found by its column titles, preferably those with rows below them; without any, by its first row. */
export function findOnCover(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  type: ReportType,
): SummaryZone | undefined {
  let row: number | undefined
  let rows = 0
  let withoutRows: SummaryZone | undefined
  for (let at = zone.first, seen = 0; at < zone.last && seen < longestCover; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    seen++
    const afterHeader = headerAt(text, lines, at, type)
    // Below two rows it is the head of a box in the text.
    if (afterHeader !== undefined && rows > 1) break
    if (afterHeader !== undefined) {
      const zone = zoneOf(text, lines, at, afterHeader, type)
      if (zone !== undefined && hasLines(text, lines, afterHeader, zone.last)) return zone
      withoutRows ??= zone
    }
    if (isRow(text, line, type)) rows++
    if (row === undefined && (isRow(text, line, type) || isPrintedRow(text, lines, at, type)))
      row = at
  }
  if (row === undefined) return withoutRows
  const first = firstRow(text, lines, row, zone.first, type)
  return zoneOf(text, lines, first, first, type)
}

/** Is there more from the line on than the line under the column titles of a Markdown table? */
function hasLines(text: string, lines: readonly Line[], first: number, last: number): boolean {
  return lines.slice(first, last).some(line => line.first !== 0 && !isRule(text, line))
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
    const isGrade =
      isGradeAlone(text, line, type) || (at === first - 1 && isBegun(text, line, type))
    if (isStartOfRow || isGrade) first = at
    else if (!type.rowTitles.hasPart(text.slice(line.from, line.to), 'end')) break
  }
  return first
}

/** Nothing but the first words of a grade, the rest of which is below the row in a copy without columns: `Requires`. */
function isBegun(text: string, { from, to }: Line, { scale }: ReportType): boolean {
  const words = text.slice(from, to).toLowerCase()
  return scale?.phrases.some(phrase => phrase.startsWith(`${words} `)) === true
}

/** The line after the column titles that begin here, on one line or each on its own. */
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
    if (line.first !== 0 && !line.furniture) append(found, wordsOf(line))
  }
  if (first[0] === header.join(' ')) return at + 1
  if (first.length === 1 && isNamesFirst(text, lines, at + 1, type)) return at + 1
  return found.join('|') === header.join('|') ? next : undefined
}

/** Does a row's title begin on the next line, so that the names of all rows come before all grades? */
function isNamesFirst(
  text: string,
  lines: readonly Line[],
  from: number,
  type: ReportType,
): boolean {
  const next = nextTextLine(lines, from)
  return next !== undefined && isStart(text, next, type)
}

function zoneOf(
  text: string,
  lines: readonly Line[],
  first: number,
  afterHeader: number,
  type: ReportType,
): SummaryZone | undefined {
  let last = afterHeader
  let doubt = 0
  const top = nextTextLine(lines, afterHeader)
  const isAbove = top !== undefined && isGradeAlone(text, top, type)
  for (let at = afterHeader; at < lines.length && doubt <= longestDoubt; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (hasHeadingMarks(text, line) || beginsText(text, line, type)) break
    // Text below a Markdown table is no part of it.
    if (!line.isPiped && lines[last - 1]?.isPiped === true && at > last) break
    if (isSurePart(text, line, type) || (last > afterHeader && isOpenRow(text, line, type))) {
      const isGrade = isAbove && isGradeAlone(text, line, type)
      last = isGrade ? withTitle(text, lines, at + 1, type) : at + 1
      last = withWrappedLabel(text, lines, last, type)
      at = last - 1
      doubt = 0
    } else if (line.to - line.from > 100 || (last > afterHeader && isSentence(text, line))) break
    else {
      const start = line.from + printedLabel(text, line.from, line.to, type)
      if (!type.rowTitles.hasPart(text.slice(start, line.to), 'anywhere')) doubt++
    }
  }
  if (last === afterHeader && afterHeader === first) return undefined
  return { heading: first, first, last, instead: headingOf(text, lines[first] as Line) }
}

/** A whole sentence on one line, as the text below a table has it and no row. */
function isSentence(text: string, line: Line): boolean {
  const words = text.slice(line.from, line.to)
  return (
    /^\p{Lu}.*[.!?]$/u.test(words) &&
    words.split(' ').length > 4 &&
    tableCells(text, line).length === 1
  )
}

/**
 * Is it the title of a section that gives no grade, an item of a list, or a numbered paragraph that is not a
 * row?
 */
function beginsText(text: string, line: Line, type: ReportType): boolean {
  const { from, to, isPiped } = line
  if (isPiped) return false
  const content = text.slice(from, to)
  const beginning = lineBeginning(text, from, to)
  if (beginning.bullet !== undefined && beginning.bullet.next < to) return true
  const number = stoppedNumber(beginning)
  if (number !== undefined && number.next < to) {
    if (splitRow(text, { start: from, end: to }, type) !== undefined) return false
    if (isInColumns(text, line, type)) return false
    const [cell] = cellsApart(text, { from: number.next, to, end: to }, tightGap)
    return cell === undefined || !type.rowTitles.hasPart(text.slice(cell.start, cell.end), 'start')
  }
  const sections = type.sectionTitles.named(content) ?? []
  const isRow = type.rowTitles.named(content) !== undefined
  const isPart = ({ grade, kind }: SectionDefinition) => !grade && (kind !== 'group' || !isRow)
  return sections.length > 0 && sections.every(isPart)
}

/** The line after the row's title below its grade, where that is there whole. */
function withTitle(text: string, lines: readonly Line[], from: number, type: ReportType): number {
  const words: string[] = []
  let last = from
  for (let at = from; at < lines.length && words.length < longestDoubt; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    words.push(text.slice(line.from, line.to))
    const title = words.join(' ')
    const start = printedLabel(title, 0, title.length, type)
    const rows = type.rowTitles.named(title.slice(start)) ?? []
    if (rows.some(({ kind }) => kind === 'row')) last = at + 1
  }
  return last
}

/** The rest of a label that is wrapped below its grade. */
function withWrappedLabel(
  text: string,
  lines: readonly Line[],
  at: number,
  type: ReportType,
): number {
  let last = at
  for (;;) {
    // Some copies have a blank line after each line, and a page may end in the row.
    const line = lineAfterGap(lines, last)
    const isRest =
      line !== undefined &&
      !line.isPiped &&
      !(line.first >= 65 && line.first <= 90) &&
      type.rowTitles.hasPart(text.slice(line.from, line.to), 'end')
    if (!isRest) return last
    last = line.index + 1
  }
}

/** The first cell of the first line, where a finding about the whole table is marked. */
function headingOf(text: string, line: Line): Heading {
  const cell = tableCells(text, line)[0] ?? { start: line.from, end: line.to }
  return {
    line: { start: line.start, end: line.start },
    title: textSpan(text, cell.start, cell.end),
    marks: textSpan(text, line.start, line.start),
  }
}
