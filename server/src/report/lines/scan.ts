/** The lines of a text and what each one shows by itself, found in one pass. */

import { lineBeginning } from '../../text/line-beginning'
import type { LineIndex } from '../../text/lines'
import { singleSpaced } from '../../text/spaces'
import { isSpace } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { markPiped } from '../grid/pipes'
import { stoppedNumber } from '../numbering/number-label'

/** One line. `from` to `to` is its text without white space at the ends; both are `end` if it is blank. */
export interface Line {
  readonly index: number
  readonly start: number
  /** After the last character, before the line end. */
  readonly end: number
  /** After the line end. */
  readonly next: number
  readonly from: number
  readonly to: number
  /** First character that is not white space; 0 for a blank line. */
  readonly first: number
  /** Page furniture, which everything else ignores. */
  furniture: boolean
  /** A row of a Markdown table, with or without pipes at its ends. */
  isPiped: boolean
}

/** A text of a known type, line by line: what nearly every reader of a report needs. */
export interface TypedLines {
  readonly text: string
  readonly lines: readonly Line[]
  readonly type: ReportType
}

/** The lines of the text, with page furniture marked. */
export function scanLines(text: string, index: LineIndex): readonly Line[] {
  const lines: Line[] = []
  const count = index.count
  for (let at = 0; at < count; at++) {
    const start = index.start(at)
    const next = index.start(at + 1)
    const end = index.end(at)
    let from = start
    let to = end
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    const first = from < to ? text.charCodeAt(from) : 0
    const line: Line = {
      index: at,
      start,
      end,
      next,
      from,
      to,
      first,
      furniture: false,
      isPiped: false,
    }
    if ((first === 45 || first === 61) && isUnderline(text, line, lines[at - 1]))
      line.furniture = true
    if (first >= 48 && first <= 57 && to - from <= 3 && isAllDigits(text, from, to))
      line.furniture = true
    if ((first === 80 || first === 112) && to - from <= longestPage && isPage(text, line))
      line.furniture = true
    lines.push(line)
  }
  if (text.includes('\f')) markRunningLines(text, lines)
  markPiped(text, lines)
  return lines
}

/** Is nothing but white space on the line? */
export function isBlank(line: Line): boolean {
  return line.first === 0
}

/** The first line from `index` on that is neither blank nor furniture. */
export function nextTextLine(lines: readonly Line[], index: number): Line | undefined {
  for (let at = index; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first !== 0 && !line.furniture) return line
  }
  return undefined
}

/** `-----` or `=====` under a line of text, which Markdown takes for a heading. */
function isUnderline(text: string, line: Line, before: Line | undefined): boolean {
  if (before === undefined || before.first === 0 || before.first === 124) return false
  return line.to - line.from >= 3 && /^(?:-+|=+)$/.test(text.slice(line.from, line.to))
}

const longestPage = 20

/** `Page 3`, `Page 3 of 24`. */
function isPage(text: string, { from, to }: Line): boolean {
  return /^page\s+\d{1,3}(?:\s+of\s+\d{1,3})?$/i.test(text.slice(from, to))
}

function isAllDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return true
}

/**
 * Headers and footers: lines around form feeds that recur, digits aside, on a third of the pages and on at
 * least three. A grade line that often ends a page is not one.
 */
function markRunningLines(text: string, lines: readonly Line[]): void {
  const seen = new Map<string, RunningLine>()
  let pages = 1
  for (const line of lines) {
    if (!text.slice(line.start, line.end).includes('\f')) continue
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

function textLinesFrom(lines: readonly Line[], index: number, step: 1 | -1): readonly Line[] {
  const found: Line[] = []
  for (let at = index, seen = 0; at >= 0 && at < lines.length; at += step) {
    // A page without text has no header, and a long gap before one is not the end of a page.
    if (++seen > 12 || found.length === longestFooter) break
    const line = lines[at] as Line
    // A page number on a line of its own is furniture already.
    if (line.first !== 0 && !line.furniture) found.push(line)
  }
  return found
}
