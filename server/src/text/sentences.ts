/** Sentences in running text. */

import { isDigit, isLetter } from './letters'
import { isWhiteSpace, runEnd, runStart } from './runs'
import type { Span } from './span'

/** Words that end in a full stop but mostly do not end the sentence. */
const abbreviation = /\b(?:e\.g|i\.e|etc|cf|vs|approx|Dr|Mr|Mrs|Ms|Prof|Rev|St)$/

/** Words that do not end it before a number only: "No. 3", "3 Oct. 2011". "No. It is not" is two sentences. */
const beforeNumber =
  /(?<![\w'’])(?:Nos?|pp?|paras?|ss?|regs?|figs?|vols?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$/

/** The longest of these, and the character before it. */
const longestAbbreviation = 8

/** How far after `span.start` sentences are looked for; no paragraph is as long. */
const longest = 20_000

/** The sentence of `span` in which the offset lies, without the white space around it. */
export function sentenceAt(text: string, span: Span, offset: number): Span {
  const stretch = text.slice(span.start, Math.min(span.end, span.start + longest))
  let { start } = span
  for (let at = nextStop(stretch, 0); at !== -1; ) {
    const marks = runEnd(stretch, isStop, at)
    const close = closingEnd(stretch, marks)
    if (isEnd(stretch, at, marks, close)) {
      const end = span.start + close
      if (offset <= end) return { start, end }
      start = Math.min(runEnd(text, isWhiteSpace, end), span.end)
      if (offset < start) return { start: offset, end: offset }
    }
    at = nextStop(stretch, marks)
  }
  return { start, end: span.end }
}

/** Does a sentence end with the stops from `at` to `marks` and the closing marks up to `close`? */
function isEnd(stretch: string, at: number, marks: number, close: number): boolean {
  const next = runEnd(stretch, isWhiteSpace, close)
  if (next === close || next === stretch.length || isSmallLetter(stretch.charCodeAt(next)))
    return false
  if (marks > at + 1) return true
  const before = stretch.slice(Math.max(0, at - longestAbbreviation), at)
  if (abbreviation.test(before)) return false
  if (stretch[at] === '.' && isDigit(stretch.charCodeAt(next)) && beforeNumber.test(before))
    return false
  return !isLabel(stretch, at)
}

/** Is there nothing before `at` but the number of a paragraph? */
function isLabel(stretch: string, at: number): boolean {
  const digits = runStart(stretch, isDigit, at)
  return digits < at && at - digits <= 3 && runStart(stretch, isWhiteSpace, digits) === 0
}

function nextStop(stretch: string, from: number): number {
  for (let at = from; at < stretch.length; at++) if (isStop(stretch.charCodeAt(at))) return at
  return -1
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63
}

/** The end of the brackets, quotation marks, emphasis and footnote marks that follow a stop. */
function closingEnd(stretch: string, from: number): number {
  let at = from
  for (;;) {
    at = runEnd(stretch, isClosing, at)
    const footnote = stretch.startsWith('[^', at) ? runEnd(stretch, isWordPart, at + 2) : at
    if (footnote <= at + 2 || stretch[footnote] !== ']') return at
    at = footnote + 1
  }
}

function isClosing(code: number): boolean {
  return `)]'"’”*_`.includes(String.fromCharCode(code))
}

function isWordPart(code: number): boolean {
  return isDigit(code) || code === 95 || (code < 128 && isLetter(code))
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122
}
