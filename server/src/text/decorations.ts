/**
 * What is written around and among the words of a title without belonging to them: emphasis, anchors, links,
 * attributes, the marks of footnotes, a number or letter before it.
 */

import { isDigit, isLetter } from './letters'
import { type IsPart, isEmphasis, isLineEnd, isWhiteSpace, oneOf, runEnd, runStart } from './runs'
import type { Span } from './span'

/** The words of a stretch without what decorates them. */
export interface OwnWords {
  /** From the first of the words to the end of the last; empty where there are none. */
  readonly span: Span
  /** The words as written, with nothing in the place of a decoration. */
  readonly words: string
}

/**
 * The stretch without its decorations: `<a id="x"></a>Overall effectiveness[^1] {#oe}` has the words "Overall
 * effectiveness". A final colon is left out of the span. Each character is looked at a fixed number of times
 * at most.
 */
export function ownWords(text: string, { start, end }: Span): OwnWords {
  let words = ''
  let first = -1
  let last = start
  let kept = start
  for (let at = start; at < end; ) {
    const next = decorationEnd(text, at, start, end)
    if (next > at) {
      words += text.slice(kept, at) + (isLineBreak(text, at) ? ' ' : '')
      kept = next
      at = next
      continue
    }
    const code = text.charCodeAt(at)
    if (first === -1 && !isBefore(code)) first = at
    if (!isBehind(code)) last = at + 1
    at++
  }
  words += text.slice(kept, end)
  const span = { start: first === -1 ? start : first, end: Math.max(last, first, start) }
  return { span, words: words.trim() }
}

/** Has the stretch any decorations besides emphasis? Few have, so that a closer look is rarely needed. */
export function isDecorated(words: string): boolean {
  return rare.test(words)
}

const rare = /[<[{\]\\^\d\u00b9\u00b2\u00b3\u2020\u2021\u2070-\u2079]/

const isBefore = (code: number) => code === 35 || isEmphasis(code) || isWhiteSpace(code)
/** What may be after the words: also a colon, and the bracket of a link around the page number after them. */
const isBehind = (code: number) => code === 58 || code === 91 || isBefore(code)

/** No tag, link or attribute of a title is longer, in UTF-16 units. */
const longest = 300

/**
 * Where the decoration that begins at `at` ends; `at` itself where none does. `start` and `end` are those of
 * the stretch: what is outside is not looked at.
 */
export function decorationEnd(text: string, at: number, start: number, end: number): number {
  const code = text.charCodeAt(at)
  if (code === 60) return tagEnd(text, at, end)
  if (code === 91) return openingEnd(text, at, start, end)
  if (code === 93) return closingEnd(text, at, end)
  if (code === 123) return attributesEnd(text, at, end)
  if (code === 92 || code === 94) return noteEnd(text, at, end)
  if (isRaised(code)) return runEnd(text, isRaised, at)
  return isDigit(code) ? gluedEnd(text, at, start, end) : at
}

/**
 * Where all that decorates the words before `from` ends: the marks of footnotes, tags, the end of a link. The
 * words begin at `start`.
 */
export function decorationsEnd(text: string, start: number, from: number): number {
  let at = from
  for (;;) {
    const marks = runEnd(text, isEmphasis, at)
    const next = decorationEnd(text, marks, start, Math.min(text.length, marks + longest))
    if (next === marks) return at
    at = next
  }
}

/**
 * Where the words of the line begin, after marks, anchors and the brackets of links; its end where there are none. A
 * comment is left as it is.
 */
export function decorationsBefore(text: string, line: Span, isLead: IsPart): number {
  const end = Math.min(line.end, line.start + longest)
  let at = line.start
  for (;;) {
    const marks = runEnd(text, isLead, at, line.end)
    const next = text.startsWith('<!--', marks)
      ? marks
      : decorationEnd(text, marks, line.start, end)
    if (next === marks) return marks
    at = next
  }
}

/** Raised digits and the daggers of footnotes. */
const isRaised = oneOf('\u00b9\u00b2\u00b3\u2020\u2021\u2070\u2074\u2075\u2076\u2077\u2078\u2079')

/** A tag of HTML, a comment, or a raised number: `<a id="x">`, `</a>`, `<sup>1</sup>`. */
function tagEnd(text: string, at: number, end: number): number {
  const next = text.charCodeAt(at + 1)
  if (next !== 33 && next !== 47 && !isLetter(next)) return at
  const sup = /^<sup>[^<>]{0,4}<\/sup>/i.exec(text.slice(at, Math.min(end, at + 16)))
  if (sup !== null) return at + sup[0].length
  return closedBy('>', text, at, end) ?? at
}

const isLineBreak = (text: string, at: number) => /^<br\b/i.test(text.slice(at, at + 4))

/** The mark of a footnote, or the bracket that opens a link: `[^1]`, `[1]`, `[` of `[words](#x)`. */
function openingEnd(text: string, at: number, start: number, end: number): number {
  const note = /^\[(?:\^[^\][\s]{1,30}|\d{1,3})\]/.exec(text.slice(at, Math.min(end, at + 34)))
  if (note !== null) {
    const after = at + note[0].length
    if (!isLinkAt(text, after - 1)) return after
    // A number glued to a word links to a footnote; set apart, it may be a page.
    if (at > start && !isWhiteSpace(text.charCodeAt(at - 1)))
      return closingEnd(text, after - 1, end)
  }
  const last = Math.min(end, at + longest)
  for (let close = at + 1; close < last; close++)
    if (text.charCodeAt(close) === 93 && isLinkAt(text, close)) return at + 1
  return at
}

/** Does the bracket that closes there have the address or the attributes of a link after it? */
const isLinkAt = (text: string, close: number) => '([{'.includes(text.charAt(close + 1) || ' ')

/** `](#x)`, `][x]`, and the bracket before `{#x}`. */
function closingEnd(text: string, at: number, end: number): number {
  const open = text.charAt(at + 1)
  if (open === '{') return attributesEnd(text, at + 1, end) > at + 1 ? at + 1 : at
  if (open !== '(' && open !== '[') return at
  return closedBy(open === '(' ? ')' : ']', text, at + 1, end) ?? at
}

/** `{#x}`, `{.class}`, `{key=value}`. */
export function attributesEnd(text: string, at: number, end: number): number {
  const close = closedBy('}', text, at, end)
  if (close === undefined) return at
  return /^\{:?[ \t]*(?:[#.-]|[\w-]+=)/.test(text.slice(at, close)) ? close : at
}

/** `\[1\]`, `^1^` and `^[a note]`. */
function noteEnd(text: string, at: number, end: number): number {
  const rest = text.slice(at, Math.min(end, at + 12))
  const number = /^(?:\\\[\^?\d{1,3}\\\]|\^\d{1,3}\^)/.exec(rest)
  if (number !== null) return at + number[0].length
  return rest.startsWith('^[') ? (closedBy(']', text, at, end) ?? at) : at
}

function closedBy(mark: string, text: string, at: number, end: number): number | undefined {
  const last = Math.min(end, at + longest)
  for (let close = at + 1; close < last; close++) {
    if (text.charAt(close) === mark) return close + 1
    if (isLineEnd(text.charCodeAt(close))) return undefined
  }
  return undefined
}

/**
 * The number of a footnote that is glued to a word, as in "care leavers1", or has lost its place after a
 * question mark at the end.
 */
function gluedEnd(text: string, at: number, start: number, end: number): number {
  const word = runStart(text, isEmphasis, at)
  const isApart = word === at && text.charAt(at - 1) === ' '
  const before = isApart ? at - 1 : word
  if (before <= start) return at
  const last = text.charCodeAt(before - 1)
  if (isApart ? last !== 63 : !isLetter(last) && !isNoted(last)) return at
  let after = runEnd(text, isDigit, at)
  if (after - at > (isApart ? 1 : 2)) return at
  while (text.charAt(after) === ',' && isDigit(text.charCodeAt(after + 1))) {
    const more = runEnd(text, isDigit, after + 1)
    if (more - after > 3) return at
    after = more
  }
  if (after > end) return at
  if (isApart) return runEnd(text, isBehind, after) >= end ? after : at
  const next = text.charCodeAt(after)
  return isLetter(next) || (next === 46 && isDigit(text.charCodeAt(after + 1))) ? at : after
}

/** Marks that may be between a word and the number of its footnote. */
const isNoted = oneOf('?:)\u2019')

/**
 * Where the words begin after a number or a letter that counts them: `5. `, `1.2 `, `(a) `, `B. `, and with
 * what is counted, `Annex A: `, `Part 2 – `. The start of the stretch where there is none.
 */
export function afterCount(text: string, { start, end }: Span): number {
  const at = runEnd(text, isBefore, start, end)
  const count = counted.exec(text.slice(at, Math.min(end, at + 40)))
  return count === null || at + count[0].length >= end ? start : at + count[0].length
}

const counted =
  /^(?:[\p{Lu}][\p{L}]{2,14}[ \t\u00a0]+(?:\d{1,2}(?:\.\d{1,2})*|[\p{Lu}]|[IVX]{1,4})[*_]*[ \t]*[:.\u2013\u2014-][*_]*[ \t\u00a0]+|\d{1,2}(?:\.\d{1,2})*[.):]?[*_]*[ \t\u00a0]+|\(?(?:\d{1,2}|[\p{L}])\)[*_]*[ \t\u00a0]+|[\p{Lu}][.:][*_]*[ \t\u00a0]+)(?=[\p{L}*_<[])/u

/** Does the stretch begin with a word and what counts it, `Annex A: `, rather than with a bare number? */
