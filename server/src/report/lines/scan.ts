/** The lines of a text and what each one shows by itself, found in one pass. */

import type { LineIndex } from '../../text/lines'
import { blanked } from '../../text/spaces'
import { isSpace, type Span } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { markPiped } from '../grid/pipes'
import { markRunningLines } from './running-lines'

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

/** The lines of the text, with page furniture marked, which may repeat the `title` if that is known. */
export function scanLines(text: string, index: LineIndex, title?: Span): readonly Line[] {
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
  markRunningLines(text, lines, title)
  markPiped(text, lines)
  return lines
}

/** Is nothing but white space on the line? */
export function isBlank(line: Line): boolean {
  return line.first === 0
}

/** For the lines of each text, the text without page furniture. */
const shown = new WeakMap<readonly Line[], string>()

/** The text with its page furniture blank, at the same offsets. */
export function withoutFurniture(text: string, lines: readonly Line[]): string {
  const known = shown.get(lines)
  if (known !== undefined) return known
  const furniture = lines.filter(line => line.furniture).map(({ start, end }) => ({ start, end }))
  const made = blanked(text, furniture)
  shown.set(lines, made)
  return made
}

/** The first line from `index` on that is neither blank nor furniture. */
export function nextTextLine(lines: readonly Line[], index: number): Line | undefined {
  for (let at = index; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first !== 0 && !line.furniture) return line
  }
  return undefined
}

/** The first line from `from` on with text, over two blank lines at most, or over the end of a page. */
export function lineAfterGap(lines: readonly Line[], from: number): Line | undefined {
  let isPageEnd = false
  for (let at = from; at < lines.length && at - from <= longestPageEnd; at++) {
    const line = lines[at] as Line
    if (line.furniture) isPageEnd = true
    else if (!isBlank(line)) return isPageEnd || at - from <= mostBlank ? line : undefined
  }
  return undefined
}

/** In lines. */
const mostBlank = 2
const longestPageEnd = 16

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
