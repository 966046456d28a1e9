/**
 * The words of a grade without what is written around them: `“Good”`, `(good)`, `good:`, `– Good*`, `<u>Good</u>¹`. What
 * makes of a grade a question or a place for one (`good?`, `[good]`) is no decoration.
 */

import { isDigit, isLetter } from '../../text/letters'
import { type IsPart, isWhiteSpace, oneOf } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import type { Span } from '../../text/span'
import type { Scale } from '../../types/report-type'

/** Emphasis, quotation marks, the marks of footnotes, brackets, dashes, and signs before a grade or after it. */
const isAround = oneOf('*_"\'“”‘’«»`†‡¹²³⁴–—-=:;,')
const isBefore = (code: number) => isAround(code) || code === 40 || isWhiteSpace(code)
const isStop = oneOf(').!…')
const isAfter = (code: number) => isAround(code) || isStop(code) || isWhiteSpace(code)

/** No tag and no mark of a footnote is longer, in UTF-16 units. */
const longestMark = 24

/** The grade's words in the stretch; undefined where they are not all that it says. */
export function bareGrade(text: string, { start, end }: Span, scale: Scale): Span | undefined {
  const span = withoutMarks(text, { start, end })
  if (span.end - span.start > scale.longest) return undefined
  return scale.byWord.has(wordsOf(text, span)) ? span : undefined
}

/** The words in lower case, with single spaces and without what is around them. */
export function bareWords(words: string): string {
  return wordsOf(words, withoutMarks(words, { start: 0, end: words.length }))
}

const wordsOf = (text: string, { start, end }: Span) =>
  singleSpaced(text.slice(start, end).toLowerCase())

function withoutMarks(text: string, { start, end }: Span): Span {
  const to = beforeMarks(text, start, end)
  return { start: Math.min(afterMarks(text, start, to), to), end: to }
}

/** Where the words begin that have marks before them from `start` on. */
function afterMarks(text: string, start: number, end: number): number {
  let at = start
  while (at < end) {
    if (isBefore(text.charCodeAt(at))) at++
    else {
      const tag = /^<[a-z]{1,8}>/i.exec(text.slice(at, Math.min(end, at + longestMark)))?.[0]
      if (tag === undefined) return at
      at += tag.length
    }
  }
  return at
}

/** Where the words end that have marks after them up to `end`. */
export function beforeMarks(text: string, start: number, end: number): number {
  let at = end
  while (at > start) {
    if (isAfter(text.charCodeAt(at - 1))) at--
    else {
      const mark = markBefore(text, start, at)
      if (mark === at) return at
      at = mark
    }
  }
  return at
}

/** Where the tag, the mark or the number of a footnote that ends there begins. */
function markBefore(text: string, start: number, end: number): number {
  const code = text.charCodeAt(end - 1)
  if (code !== 62 && code !== 93 && !isDigit(code)) return end
  const words = text.slice(Math.max(start, end - longestMark), end)
  const found = (isDigit(code) ? gluedNumber : mark).exec(words)
  return found === null ? end : end - (words.length - found.index)
}

const mark = /(?:<sup>[^<>]{0,4}<\/sup>|<\/?[a-z]{1,8}>|\[\^?\w{1,3}\])$/i
const gluedNumber = /(?<=\p{L})\d{1,2}$/u

/**
 * The line with a grade at its end that has marks around it, with spaces in their place: `is “good”.` becomes `is  good`;
 * first without quotation marks alone, then without the signs before them too. Nothing where there is no such grade.
 */
export function* withBareEnd(line: string, scale: Scale): Generator<string> {
  const end = beforeMarks(line, 0, line.length)
  let start = end
  for (const word of scale.byWord.keys()) {
    const from = end - word.length
    if (from >= start || from <= 0 || isLetter(line.charCodeAt(from - 1))) continue
    if (line.slice(from, end).toLowerCase() === word) start = from
  }
  if (start === end) return
  for (const isMark of [isQuote, isBefore]) {
    const lead = beforeLead(line, start, isMark)
    yield line.slice(0, lead) + ' '.repeat(start - lead) + line.slice(start, end)
  }
}

const isQuote = oneOf('*_"\'“”‘’«»`†‡¹²³⁴(')

/** Where the marks before the grade begin that is at the place. */
function beforeLead(line: string, start: number, isMark: IsPart): number {
  let at = start
  for (;;) {
    if (at > 0 && isMark(line.charCodeAt(at - 1))) at--
    else {
      const tag = /<[a-z]{1,8}>$/i.exec(line.slice(Math.max(0, at - longestMark), at))?.[0]
      if (tag === undefined) return at
      at -= tag.length
    }
  }
}
