/** Sentences in running text. */

import { isRaisedDigit } from './characters'
import { isDigit, isLetter, isLowerLetter, isUpperLetter } from './letters'
import { isBlankSpace, isWhiteSpace, runEnd, runStart } from './runs'
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
  for (const sentence of sentencesIn(text, span)) {
    // A place between two sentences is in neither.
    if (offset < sentence.start) return { start: offset, end: offset }
    if (offset <= sentence.end) return sentence
  }
  return { start: offset, end: offset }
}

/** The sentences of `span`, without the white space between them; the last may be unfinished. */
export function* sentencesIn(text: string, span: Span): Generator<Span> {
  let start = runEnd(text, isWhiteSpace, span.start, span.end)
  while (start < span.end) {
    const end = sentenceEnd(text, { start, end: span.end })
    yield { start, end }
    start = runEnd(text, isWhiteSpace, end, span.end)
  }
}

/** The end of the first sentence of `span`, its stop and the marks that close it included; a blank line ends it too. */
export function sentenceEnd(text: string, span: Span): number {
  const stretch = text.slice(span.start, Math.min(span.end, span.start + longest))
  for (let at = nextStop(stretch, 0); at !== -1; ) {
    if (stretch.charCodeAt(at) === 10) {
      const next = runEnd(stretch, isBlankOrReturn, at + 1)
      const end = runStart(stretch, isWhiteSpace, at)
      if (end > 0 && stretch.charCodeAt(next) === 10) return span.start + end
      at = nextStop(stretch, next)
      continue
    }
    const marks = runEnd(stretch, isStop, at)
    const close = closingEnd(stretch, marks)
    if (isEnd(stretch, at, marks, close)) return span.start + close
    at = nextStop(stretch, marks)
  }
  return span.end
}

/** Is the place at the beginning of the text, of a line or of a sentence? */
export function beginsSentence(text: string, at: number): boolean {
  const gap = runStart(text, isWhiteSpace, at)
  if (gap === 0 || text.slice(gap, at).includes('\n')) return true
  const end = runStart(text, isClosing, gap)
  return gap < at && (isStop(text.charCodeAt(end - 1)) || text.charAt(end - 1) === ':')
}

/**
 * Does the stretch end with a mark that ends a sentence or leads to a list, whatever closes after it: a bracket, a
 * quotation mark, emphasis, or the raised digits of a footnote?
 */
export function endsSentence(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
): boolean {
  const at = Math.max(start, beforeMarks(text, start, end))
  const digits = runStart(text, isDigit, at)
  const stop = Math.max(start, digits < at ? runStart(text, isAfterEnd, digits) : at)
  if (stop === start || !ends.has(text.charAt(stop - 1))) return false
  return digits === at || !isDigit(text.charCodeAt(stop - 2))
}

/** Where what closes a sentence begins, the marks of footnotes included: of `.”[^1]`, `.¹`. */
function beforeMarks(text: string, start: number, end: number): number {
  let at = end
  for (;;) {
    const before = runStart(text, isAfterEnd, runStart(text, isRaisedDigit, at))
    const open = text[before] === ']' ? footnoteStart(text, start, before) : before
    if (open === at) return at
    at = open
  }
}

/** The beginning of the mark `[^1]` that the bracket closes; the bracket where it closes none. */
function footnoteStart(text: string, start: number, bracket: number): number {
  const word = runStart(text, isWordPart, bracket)
  const open = word - 2
  return open >= start && word < bracket && text.startsWith('[^', open) ? open : bracket
}

const ends: ReadonlySet<string> = new Set('.!?:;…')

function isAfterEnd(code: number): boolean {
  return isWhiteSpace(code) || isClosing(code)
}

/** Does the text begin with a small letter, quotation marks, brackets and emphasis aside? */
export function beginsLower(text: string, span?: Span): boolean {
  return isLowerLetter(firstLetter(text, span))
}

/** Does it begin with a capital? */
export function beginsUpper(text: string, span?: Span): boolean {
  return isUpperLetter(firstLetter(text, span))
}

function firstLetter(text: string, { start, end }: Span = { start: 0, end: text.length }): number {
  // No further: the next lines may be nothing but such marks.
  const at = runEnd(text, isBeforeText, start, end)
  return at < end ? text.charCodeAt(at) : 0
}

function isBeforeText(code: number): boolean {
  return isWhiteSpace(code) || `"'‘“([*_`.includes(String.fromCharCode(code))
}

/** Does it end with a comma, or with a word that something must follow? */
export function isUnfinished(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
): boolean {
  const to = runStart(text, isWhiteSpace, end)
  if (to <= start) return false
  if (text.charAt(to - 1) === ',') return true
  const from = Math.max(start, to - longestOpenWord)
  const word = Math.max(from, runStart(text, isLetter, to))
  if (word === from && word > start) return false
  const last = text.slice(word, to)
  // "Option A" is whole.
  return openWords.has(last.length === 1 ? last : last.toLowerCase())
}

/** Words that no paragraph ends with, so that what follows goes on with them whatever its case. */
const openWords: ReadonlySet<string> = new Set(
  'a an the of in on at to for with by from and or as that which who is are was were has have upon'.split(
    ' ',
  ),
)

/** The longest of these, and the character before it. */
const longestOpenWord = 6

/** Does a sentence end with the stops from `at` to `marks` and the closing marks up to `close`? */
function isEnd(stretch: string, at: number, marks: number, close: number): boolean {
  const next = runEnd(stretch, isWhiteSpace, close)
  if (next === stretch.length || isSmallLetter(stretch.charCodeAt(next))) return false
  // The space between two sentences may be lost: "It is good.The rest"; but not "e.g.The".
  if (next === close)
    return isSmallLetter(stretch.charCodeAt(at - 1)) && isSentenceStart(stretch, at, next)
  if (marks > at + 1) return true
  const before = stretch.slice(Math.max(0, at - longestAbbreviation), at)
  if (abbreviation.test(before) || isInitial(stretch, at)) return false
  if (stretch[at] === '.' && isDigit(stretch.charCodeAt(next)) && beforeNumber.test(before))
    return false
  return !isLabel(stretch, at)
}

/** Does a word with a capital follow directly after one of several small letters: no address, no abbreviation? */
function isSentenceStart(stretch: string, at: number, next: number): boolean {
  const word = runStart(stretch, isLetter, at)
  return (
    at - word > 1 &&
    isUpperLetter(stretch.charCodeAt(next)) &&
    isSmallLetter(stretch.charCodeAt(next + 1)) &&
    (word === 0 || isWhiteSpace(stretch.charCodeAt(word - 1)))
  )
}

/** Is the stop after a single capital, as of a name: "J. Smith", "the U.K. Government"? "Option A. It" ends. */
function isInitial(stretch: string, at: number): boolean {
  if (stretch[at] !== '.' || !isUpperLetter(stretch.charCodeAt(at - 1))) return false
  const before = at - 2
  if (stretch[before] === '.') return true
  if (before >= 0 && !isWhiteSpace(stretch.charCodeAt(before))) return false
  // A title or a name with a capital goes before an initial; "Option A" and "Annex B" are whole.
  const gap = runStart(stretch, isWhiteSpace, at - 1)
  const word = stretch.slice(runStart(stretch, isLetter, Math.max(0, gap)), Math.max(0, gap))
  return gap <= 0 || titles.has(word)
}

const titles: ReadonlySet<string> = new Set([
  'Mr',
  'Mrs',
  'Ms',
  'Miss',
  'Dr',
  'Sir',
  'Lady',
  'Lord',
])

/** Is there nothing before `at` but the number of a paragraph? */
function isLabel(stretch: string, at: number): boolean {
  const digits = runStart(stretch, isDigit, at)
  return digits < at && at - digits <= 3 && runStart(stretch, isWhiteSpace, digits) === 0
}

/** The next stop, or the end of a line, after which there may be a blank one. */
function nextStop(stretch: string, from: number): number {
  for (let at = from; at < stretch.length; at++) {
    const code = stretch.charCodeAt(at)
    if (isStop(code) || code === 10) return at
  }
  return -1
}

const isBlankOrReturn = (code: number) => isBlankSpace(code) || code === 13

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63
}

/** The end of the brackets, quotation marks, emphasis and footnote marks that follow a stop. */
function closingEnd(stretch: string, from: number): number {
  let at = from
  for (;;) {
    at = runEnd(stretch, isRaisedDigit, runEnd(stretch, isClosing, at))
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
