/** Which lines are the contents, and where the report's own text begins after them. */

import { isListItem, lineBeginning } from '../../text/line-beginning'
import { isWhiteSpace, runStart } from '../../text/runs'
import type { ReportType } from '../../types/report-type'
import { readBox } from '../headings/boxes'
import { isColumns, isSlip } from '../headings/heading-lines'
import { hasHeadingMarks, headingBody, readHeading } from '../headings/headings'
import type { Line, TypedLines } from '../lines/scan'
import { stoppedNumber } from '../numbering/number-label'
import { splitGlued } from './glued'
import { listEntry } from './lists'
import { pageAfter } from './pages'
import { goesOnToPage, wrappedAt } from './wrapped'

/** Lines of the contents, heading included; `last` is the line after them. */
export interface ContentsZone {
  readonly first: number
  readonly last: number
}

/** Longest line that can be an entry: eight titles glued together, as text extraction leaves them. */
const longestEntry = 600

/** Longest line that can be the contents' heading, with its anchor and attributes. */
const longestTitle = 120

/** How many headings may follow one another before there is text: a section, one inside it, and so on. */
const mostHeadings = 4

/** Finds the contents before the first text of the report. */
export function findContents(
  text: string,
  lines: readonly Line[],
  type: ReportType,
): ContentsZone | undefined {
  if (type.contentsNames.isEmpty) return undefined
  for (const line of lines) {
    if (line.first === 0 || line.to - line.from > longestTitle) continue
    const { body } = headingBody(text, line)
    if (type.contentsNames.find(text, body) === undefined) {
      if (isBodyAt(text, lines, line.index, type)) return undefined
      continue
    }
    return { first: line.index, last: endOfContents(text, lines, line.index, type) }
  }
  return undefined
}

/**
 * Does the report's text begin with the heading at this line? It does where titles without page
 * numbers lead to a grade line, a numbered paragraph, a list or a sentence.
 */
export function isBodyAt(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): boolean {
  const first = readHeading(text, lines, index, type)
  if (first === undefined) return false
  if (first.grade?.form === 'tail') return true
  let at = first.lastLine
  for (let titles = 1; titles <= mostHeadings; ) {
    const line = lines[at]
    if (line === undefined) return false
    if (line.first === 0 || line.furniture) {
      at++
      continue
    }
    const title = readHeading(text, lines, at, type)
    if (title === undefined) return isText(text, line) && !goesOnToPage(text, lines, at)
    if (title.grade !== undefined) return true
    titles++
    at = title.lastLine
  }
  return false
}

/** A grade line, a numbered paragraph, a list item or a sentence; not what a table or contents would hold. */
function isText(text: string, line: Line): boolean {
  const beginning = lineBeginning(text, line.from, line.to)
  if (isListItem(beginning) || stoppedNumber(beginning) !== undefined) return true
  if (/^[*_]*Grade\b/.test(text.slice(line.from, Math.min(line.to, line.from + 40)))) return true
  if (line.isPiped || text.slice(line.from, line.to).includes('\t')) return false
  const content = text.slice(line.from, line.to)
  const words = content.slice(0, pageAfter(content)?.start)
  const lastWord = runStart(content, code => !isWhiteSpace(code))
  if (isColumns(words) || content.slice(0, lastWord).endsWith('  ')) return false
  // "Services in Westmarch are good because:" leads a list.
  return words.length > 60 || /[.!?]$/.test(content) || /^(?:\S+\s+){5,}\S+:$/.test(content)
}

function endOfContents(
  text: string,
  lines: readonly Line[],
  first: number,
  type: ReportType,
): number {
  const isMarked = hasHeadingMarks(text, lines[first] as Line)
  let end = first + 1
  let order = -1
  let hasPages = false
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (isMarked && hasHeadingMarks(text, line)) return end
    if (line.to - line.from > longestEntry) return end
    // Contents in a table under a marked heading, as an import writes them, end with the table.
    if (isMarked && !line.isPiped && lines[end - 1]?.isPiped) return end
    // A title with its grade beside it is that of a section, even directly below the contents.
    if (!line.isPiped && readBox(text, lines, at, type) !== undefined) return end
    const wrapped = wrappedAt(text, lines, at, type)
    if (wrapped !== undefined) {
      order = wrapped.definitions.find(each => each.order > order)?.order ?? order
      at = wrapped.last
      end = at + 1
      continue
    }
    const heading = readHeading(text, lines, at, type)
    if (heading !== undefined) {
      const forward = heading.definitions.find(each => each.order > order)
      if ((forward === undefined || hasPages) && startsAgain(text, lines, at, type)) return end
      const isOver =
        (hasPages && isApart(lines[at - 1]) && !pagesFollow(text, lines, at, type)) ||
        isBodyAt(text, lines, at, type)
      if (isOver && !fallsBack(text, lines, at, type, order)) return end
      order = forward?.order ?? order
    } else if (
      !(isEntry(text, line, type) || goesOnToPage(text, lines, at)) ||
      (isFirstHeading({ text, lines, type }, at, hasPages) &&
        listEntry(text, line, type) === undefined)
    )
      return end
    hasPages ||= hasPage(text, line, type)
    end = at + 1
  }
  return end
}

const isApart = (before: Line | undefined) => before?.first === 0 || before?.furniture === true

/** An entry with its page number set apart from the title, or with one space before it. */
function hasPage(text: string, line: Line, { sectionTitles }: ReportType): boolean {
  const content = text.slice(line.from, line.to)
  if (/\d$/.test(content) && /\S(?:\t| {2}|\.\.)/.test(content.slice(0, -1))) return true
  const page = /\s\d{1,3}$/.exec(content)
  return page !== null && sectionTitles.has(content.slice(0, page.index))
}

/** Does one of the next lines have a page number? If not, contents with page numbers are over. */
function pagesFollow(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  const next = lines.slice(at + 1, at + 20).filter(each => each.first !== 0 && !each.furniture)
  const hasPageAt = (line: Line) =>
    hasPage(text, line, type) || goesOnToPage(text, lines, line.index)
  return next.slice(0, 4).some(hasPageAt) || isInList(text, lines, at, type)
}

/** Do more titles follow than headings can, and then a page number? Those are entries without one of their own. */
function isInList(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  let titles = 0
  const most = Math.min(lines.length, at + 80)
  for (let next = at; next < most; ) {
    const line = lines[next] as Line
    if (line.first === 0 || line.furniture) {
      next++
      continue
    }
    if (hasPage(text, line, type) || goesOnToPage(text, lines, next)) return titles > mostHeadings
    const title = readHeading(text, lines, next, type)
    if (title === undefined && !isEntry(text, line, type)) return false
    titles++
    next = title?.lastLine ?? next + 1
  }
  return false
}

/**
 * A line at the top of a page or after a blank one, without a page number and with text below it: a heading, perhaps
 * misspelt. In contents with page numbers, other headings may come before that text.
 */
function isFirstHeading({ text, lines, type }: TypedLines, at: number, hasPages: boolean): boolean {
  const line = lines[at] as Line
  if (line.isPiped || !isApart(lines[at - 1]) || /\d$/.test(text.slice(line.from, line.to)))
    return false
  const next = lines.slice(at + 1, at + 6).find(each => each.first !== 0 && !each.furniture)
  if (next === undefined) return false
  if (isText(text, next)) return true
  if (!hasPages) return false
  const isMisspelt = isSlip(text, line, type) && !pagesFollow(text, lines, at, type)
  return isMisspelt || isBodyAt(text, lines, next.index, type)
}

/** The type's first section again, set apart by a blank line or the end of a page: the contents are over. */
function startsAgain(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  return isApart(lines[at - 1]) && readHeading(text, lines, at, type)?.definitions[0]?.order === 0
}

/**
 * Do the titles from this line on follow the order of the entries before them and then fall back in it? Then
 * they are the last entries of contents without page numbers, and the text begins where they fall back.
 */
function fallsBack(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
  before: number,
): boolean {
  let order = before
  for (let at = index, titles = 0; at < lines.length; ) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) {
      at++
      continue
    }
    const heading = readHeading(text, lines, at, type)
    if (heading === undefined) return false
    const forward = heading.definitions.find(each => each.order > order)
    if (forward === undefined) return titles > 0
    order = forward.order
    titles++
    at = heading.lastLine
  }
  return false
}

function isEntry(text: string, line: Line, type: ReportType): boolean {
  if (line.isPiped || listEntry(text, line, type) !== undefined) return true
  const content = text.slice(line.from, line.to)
  if (/[\t .…]\d{1,3}\s*\|?$/.test(content)) return true
  if (/^(?:page|\d[\d\s]*)$/i.test(content)) return true
  return (
    splitGlued(text, line, type).length > 0 ||
    (content.length < 100 && !/[.!?;,]$/.test(content) && !isText(text, line))
  )
}
