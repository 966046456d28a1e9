/** Page headers and footers: lines that recur where pages end. */

import { isDigit } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import { isEmphasis, isWhiteSpace, runEnd, runStart, withoutRuns } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import type { Span } from '../../text/span'
import { stoppedNumber } from '../numbering/number-label'

/** What is to be known of a line: `from` to `to` is its text, `first` its first character. */
interface Line {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  readonly first: number
  /** Is it a header or footer? */
  furniture: boolean
}

/**
 * Marks the headers and footers of a text, whether form feeds end its pages or nothing but their numbers shows it.
 * `title` is the one that headers may repeat, where it is known.
 */
export function markRunningLines(
  text: string,
  lines: readonly Line[],
  title: Span | undefined,
): void {
  const pageEnds = lines.filter(({ start, end }) => text.slice(start, end).includes('\f'))
  markAround(text, lines, pageEnds.length > 0 ? pageEnds : pageNumbers(text, lines))
  const numbered = numberedLines(text, lines)
  markRising(numbered)
  if (title !== undefined) markTitles(text, lines, numbered, title)
}

/** Lines with nothing but a number, each greater than the one before and so far from it as the ends of pages are. */
function pageNumbers(text: string, lines: readonly Line[]): readonly Line[] {
  const found: Line[] = []
  let page = 0
  for (const line of lines) {
    if (!line.furniture || !isDigit(text.charCodeAt(line.to - 1))) continue
    const next = Number(text.slice(runStart(text, isDigit, line.to), line.to))
    if (next <= page || line.index - (found.at(-1)?.index ?? -shortestPage) < shortestPage)
      return []
    page = next
    found.push(line)
  }
  return found
}

/**
 * Marks the lines around the ends of pages that recur, digits aside, on a third of the pages and on at least three. A
 * grade line that often ends a page is not one.
 */
function markAround(text: string, lines: readonly Line[], pageEnds: readonly Line[]): void {
  if (pageEnds.length === 0) return
  const seen = new Map<string, RunningLine>()
  let pages = 1
  for (const line of pageEnds) {
    pages++
    const around = [
      ...textLinesFrom(lines, line.index, 1),
      ...textLinesFrom(lines, line.index - 1, -1),
    ]
    for (const near of new Set(around)) noteRunningLine(text, near, pages, seen)
  }
  for (const near of textLinesFrom(lines, lines.length - 1, -1))
    noteRunningLine(text, near, pages + 1, seen)
  const least = Math.max(3, pages / 3)
  // On a short page one line may be near the ends of several, and recurs no more for that.
  for (const { lines: same, ends } of seen.values())
    if (Math.min(same.size, ends.size) >= least) for (const line of same) line.furniture = true
}

/** Lines of the same wording, and the page ends where they occur: cells of one column share the same one. */
interface RunningLine {
  readonly lines: Set<Line>
  readonly ends: Set<number>
}

function noteRunningLine(
  text: string,
  line: Line,
  end: number,
  seen: Map<string, RunningLine>,
): void {
  if (line.to - line.from > 160) return
  const content = text.slice(line.from, line.to)
  // Neither a grade line nor a paragraph number with its text below it is a running line.
  if (/^\W*Grade\b/i.test(content)) return
  if (stoppedNumber(lineBeginning(content))?.next === content.length) return
  const key = singleSpaced(content.replace(/\d+/g, '#'))
  const same = seen.get(key)
  if (same === undefined) seen.set(key, { lines: new Set([line]), ends: new Set([end]) })
  else {
    same.lines.add(line)
    same.ends.add(end)
  }
}

/** A title over two lines, and the dates. */
const longestFooter = 3

function textLinesFrom(
  lines: readonly Line[],
  index: number,
  step: 1 | -1,
  most = longestFooter,
): readonly Line[] {
  const found: Line[] = []
  for (let at = index, seen = 0; at >= 0 && at < lines.length; at += step) {
    // A page without text has no header, and a long gap before one is not the end of a page.
    if (++seen > 4 * most || found.length === most) break
    const line = lines[at] as Line
    // A page number on a line of its own is furniture already.
    if (line.first !== 0 && !line.furniture) found.push(line)
  }
  return found
}

/** A line with what may be the number of a page at one of its ends, set apart from the other words. */
interface NumberedLine {
  readonly line: Line
  readonly page: number
  /** The other words, single-spaced. */
  readonly words: string
}

/** `Inspection of Westmarch children’s services     7`; in Markdown tables there are none. */
function numberedLines(text: string, lines: readonly Line[]): readonly NumberedLine[] {
  const found: NumberedLine[] = []
  for (const line of lines) {
    const isShort = line.first !== 0 && line.to - line.from <= longestRunning
    if (!isShort || line.furniture || line.first === 124) continue
    if (!isDigit(text.charCodeAt(line.to - 1)) && !isDigit(line.first)) continue
    const read = pageAtEnd(text, line) ?? pageAtStart(text, line)
    if (read === undefined) continue
    const words = singleSpaced(text.slice(read.words.start, read.words.end))
    found.push({ line, page: read.page, words })
  }
  return found
}

interface PageBeside {
  readonly page: number
  readonly words: Span
}

function pageAtEnd(text: string, { from, to }: Line): PageBeside | undefined {
  const start = runStart(text, isDigit, to)
  const end = runStart(text, isWhiteSpace, start)
  if (start === to || to - start > mostDigits || end <= from || !isGap(text, end, start))
    return undefined
  return { page: Number(text.slice(start, to)), words: { start: from, end } }
}

function pageAtStart(text: string, { from, to }: Line): PageBeside | undefined {
  const end = runEnd(text, isDigit, from)
  const start = runEnd(text, isWhiteSpace, end)
  if (end === from || end - from > mostDigits || start >= to || !isGap(text, end, start))
    return undefined
  return { page: Number(text.slice(from, end)), words: { start, end: to } }
}

const mostDigits = 3

/** A tab or three spaces set a page number apart. */
const isGap = (text: string, start: number, end: number) =>
  end - start >= 3 || text.slice(start, end).includes('\t')

/** The longest line that recurs, and the shortest that does so without any other sign, in UTF-16 units. */
const longestRunning = 200
const shortestRising = 20

/** A page has at least so many lines. */
const shortestPage = 6

/** Marks lines of the same words whose numbers rise from page to page, on three pages or more. */
function markRising(numbered: readonly NumberedLine[]): void {
  const byWords = new Map<string, NumberedLine[]>()
  for (const each of numbered) {
    if (each.words.length < shortestRising) continue
    const same = byWords.get(each.words)
    if (same === undefined) byWords.set(each.words, [each])
    else same.push(each)
  }
  for (const same of byWords.values()) {
    const isRising = same.every(({ line, page }, at) => {
      const before = same[at - 1]
      return !before || (page > before.page && line.index - before.line.index >= shortestPage)
    })
    if (same.length >= fewestPages && isRising) for (const { line } of same) line.furniture = true
  }
}

const fewestPages = 3

/** The lines of a cover whose fields headers and footers may repeat. */
const longestHead = 12

/**
 * Marks the lines that repeat the title of the text, or a field of its cover, beside the number of a page: on the same
 * line, or on the next one or the one before it.
 */
function markTitles(
  text: string,
  lines: readonly Line[],
  numbered: readonly NumberedLine[],
  title: Span,
): void {
  const known = headWords(text, textLinesFrom(lines, 0, 1, longestHead), title)
  const besides = new Map(numbered.map(({ line, words }) => [line, words]))
  const repeats = lines.filter(line => {
    if (line.first === 0 || line.furniture || line.to - line.from > longestRunning) return false
    const words = besides.get(line) ?? singleSpaced(text.slice(line.from, line.to))
    return (known.get(words) ?? line.index) < line.index
  })
  // Either line of two may be the one beside the number.
  for (const line of [...repeats].reverse())
    line.furniture = besides.has(line) || hasPageBeside(lines, line.index, 1)
  for (const line of repeats) line.furniture ||= hasPageBeside(lines, line.index, -1)
}

/**
 * What a header may repeat, with the line where it is first: the title, each of its lines, the whole line that it is
 * in, and what is after the label of a field.
 */
function headWords(text: string, head: readonly Line[], title: Span): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const add = (words: string, { index }: Line): void => {
    const known = singleSpaced(withoutRuns(words, isMarkOrSpace))
    if (known.length >= shortestHead && !found.has(known)) found.set(known, index)
  }
  for (const line of head) {
    const words = text.slice(line.from, line.to)
    const isOfTitle = line.from < title.end && line.to > title.start
    if (isOfTitle) add(words, line)
    if (line.to >= title.end && line.from <= title.end)
      add(text.slice(title.start, title.end), line)
    const label = words.indexOf(':')
    if (label !== -1) add(words.slice(label + 1), line)
  }
  return found
}

const isMarkOrSpace = (code: number) => code === 35 || isEmphasis(code) || isWhiteSpace(code)

/** Shorter words are easily something else, in UTF-16 units. */
const shortestHead = 8

/** Is the next line with text, over a blank line or two, a number of a page or another header or footer? */
function hasPageBeside(lines: readonly Line[], index: number, step: 1 | -1): boolean {
  for (let at = index + step; Math.abs(at - index) <= 3; at += step) {
    const line = lines[at]
    if (line === undefined || line.furniture) return line !== undefined
    if (line.first !== 0) return false
  }
  return false
}
