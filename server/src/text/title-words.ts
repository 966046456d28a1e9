/** Words of a type, such as a title, looked for at a place in a text, however they are written there. */

import { decorationsBefore, decorationsEnd } from './decorations'
import {
  type IsPart,
  isBlankSpace,
  isEmphasis,
  isWhiteSpace,
  oneOf,
  runEnd,
  runStart,
} from './runs'
import type { Span } from './span'

/** Words found at a place. */
export interface WordsHere {
  /** After the words, and after what has to follow them if that is asked for. */
  readonly end: number
  /** What is in the place of `{authority}`: a name, or `[authority]` where it is still to be written. */
  readonly authority: Span | undefined
}

/**
 * What has to follow the words that end at `at`: the offset where that ends; undefined where something else
 * follows.
 */
export type Follows = (text: string, at: number) => number | undefined

/** Finds the words that begin at `start`, with `follows` after them if that is given. */
export type WordsAt = (text: string, start: number, follows?: Follows) => WordsHere | undefined

export interface WordOptions {
  /** Capitals and small letters differ. */
  readonly isExact?: boolean
  /** More follows: an authority at their end need not fill its line, and a letter may be next. */
  readonly goOn?: boolean
  /** How many of the words may be misspelt, each by one slip. */
  readonly slips?: number
  /** A slip may be in a short word too, and may be a whole word that is missing or too many. */
  readonly isLoose?: boolean
}

/**
 * Looks for words: any white space, also one blank line or two, between them; straight and curly apostrophes,
 * hyphens and dashes, "&" and "and" are the same, and so are capitals and small letters unless `isExact`.
 * `{authority}` is one to eight words, or a name that is still to be written. No letter may follow, and what
 * decorates a title (`decorations.ts`) may be between and after the words.
 */
export function wordsAt(
  words: string,
  { isExact = false, goOn = false, slips = 0, isLoose = false }: WordOptions = {},
): WordsAt {
  const fold = isExact ? plain : folded
  const parts = words
    .trim()
    .split(/\s+/)
    .map(part => (part === authority ? undefined : normal(part, fold)))
  const first = parts[0]
  return (text, start, follows = none) =>
    first !== undefined && !isLoose && !mayBegin(first, text.charCodeAt(start))
      ? undefined
      : partsAt(parts, text, start, { fold, follows, goOn, slips, isLoose, failed: undefined })
}

const none: Follows = (_, at) => at

/** The stretches of the text that are the words, in order and without overlaps. */
export function* everyWords(text: string, words: string | WordsAt): Generator<Span> {
  const here = typeof words === 'string' ? wordsAt(words) : words
  for (let start = 0; start < text.length; start++) {
    const end = here(text, start)?.end
    if (end === undefined) continue
    yield { start, end }
    start = Math.max(start, end - 1)
  }
}

/** The words at the start of a line, after characters that `isLead` accepts and with `follows` after them. */
export function hasLineOf(
  text: string,
  words: WordsAt,
  isLead: IsPart,
  follows?: Follows,
): boolean {
  for (let line = 0; line <= text.length; ) {
    if (words(text, runEnd(text, isLead, line), follows) !== undefined) return true
    lineEnd.lastIndex = line
    if (!lineEnd.test(text)) return false
    line = lineEnd.lastIndex
  }
  return false
}

const lineEnd = /[\r\n]/g

const authority = '{authority}'
const mostNames = 8

/** May the word begin with the character? That settles it for most places of a text. */
function mayBegin(word: string, code: number): boolean {
  const own = word.charCodeAt(0)
  return code >= 128 || own >= 128 || (code | 32) === (own | 32) || code === 38 || own === 38
}

interface Search {
  /** A UTF-16 code unit as it is compared. */
  readonly fold: (code: number) => number
  readonly follows: Follows
  readonly goOn: boolean
  readonly slips: number
  readonly isLoose: boolean
  /** Where the words begin, if other parts of them come before those looked for. */
  readonly start?: number
  /**
   * Places from which the rest does not follow, with the part looked for there, so that each is tried only
   * once; none before the first.
   */
  failed: Set<string> | undefined
}

/** A part is a word in normal form, or undefined for the authority. */
type Part = string | undefined

function partsAt(
  parts: readonly Part[],
  text: string,
  from: number,
  search: Search,
): WordsHere | undefined {
  const { start = from } = search
  let at: number | undefined = from
  let left = search.slips
  for (const [index, part] of parts.entries()) {
    const before = at
    if (index > 0) at = afterGap(text, decorationsEnd(text, start, at))
    if (at !== undefined && index > 0) at = decorationsEnd(text, start, at)
    const isLastLoose = search.isLoose && left > 0 && index > 0 && index === parts.length - 1
    if (at === undefined) return isLastLoose ? withoutLast(text, start, before, search) : undefined
    if (part === undefined) return authorityAt(parts.slice(index + 1), text, at, search)
    const place = at
    at = afterWord(part, text, place, search)
    // With a slip, it may have a letter more, or the next word without a space.
    if (left > 0 && at !== undefined && letter.test(text.charAt(at))) {
      const found = runTogether(parts.slice(index + 1), text, at, { ...search, start })
      if (found !== undefined) return found
      at = undefined
    }
    if (at === undefined && left > 0) {
      const found = search.isLoose
        ? withAnotherWord(parts.slice(index), text, place, { ...search, start })
        : undefined
      if (found !== undefined) return found
      at = afterSlip(part, text, place, search)
      left--
    }
    if (at === undefined) return isLastLoose ? withoutLast(text, start, before, search) : undefined
  }
  const after = decorationsEnd(text, start, at)
  if (!search.goOn && letter.test(text.charAt(after))) return undefined
  const end = search.follows(text, after)
  if (end === undefined)
    return search.isLoose && left > 0 ? beforeAWord(text, after, search) : undefined
  return { end: end === after ? at : end, authority: undefined }
}

/** The rest of the words, the first of them right after another word: `needsto improve`. */
function runTogether(
  rest: readonly Part[],
  text: string,
  at: number,
  search: Search,
): WordsHere | undefined {
  if (rest[0] === undefined) return undefined
  return partsAt(rest, text, at, { ...search, slips: 0, isLoose: false })
}

/** The words that end at `at`, where the last one is missing. */
function withoutLast(
  text: string,
  start: number,
  at: number,
  { follows }: Search,
): WordsHere | undefined {
  const end = follows(text, decorationsEnd(text, start, at))
  return end === undefined ? undefined : { end: at, authority: undefined }
}

/** The parts where another word comes before the first of them, or where the first is missing. */
function withAnotherWord(
  parts: readonly Part[],
  text: string,
  place: number,
  search: Search,
): WordsHere | undefined {
  const strict = { ...search, slips: 0, isLoose: false }
  const end = runEnd(text, isNamePart, place)
  const next = afterGap(text, end)
  // A word on a line above is not one of the title's.
  const isApart = next !== undefined && /[\r\n]/.test(text.slice(end, next))
  const found = next === undefined || isApart ? undefined : partsAt(parts, text, next, strict)
  return found ?? (parts.length > 1 ? partsAt(parts.slice(1), text, place, strict) : undefined)
}

/** The words that end there, with one word too many after them on their line. */
function beforeAWord(text: string, at: number, search: Search): WordsHere | undefined {
  const start = runEnd(text, isBlankSpace, at)
  const word = runEnd(text, isNamePart, start)
  // A number there is that of a page.
  const isWord = start > at && /^\p{L}+[?.:]?$/u.test(text.slice(start, word))
  const end = isWord ? search.follows(text, word) : undefined
  return end === undefined ? undefined : { end: word, authority: undefined }
}

/** The authority and the other parts after it: the name is as few words as will do. */
function authorityAt(
  rest: readonly Part[],
  text: string,
  start: number,
  search: Search,
): WordsHere | undefined {
  for (const end of namesAt(text, start, rest.length === 0 && !search.goOn)) {
    const key = `${rest.length} ${end}`
    search.failed ??= new Set()
    if (search.failed.has(key)) continue
    search.failed.add(key)
    if (rest.length === 0) {
      const after = search.follows(text, end)
      if (after === undefined) continue
      return { end: after, authority: { start, end } }
    }
    const next = afterGap(text, decorationsEnd(text, start, end))
    const found = next === undefined ? undefined : partsAt(rest, text, next, search)
    if (found !== undefined) return { end: found.end, authority: { start, end } }
  }
  return undefined
}

/** Where a name that begins there may end; a name at the end of the words fills its line. */
function* namesAt(text: string, start: number, isLast: boolean): Generator<number> {
  open.lastIndex = start
  const ends = open.test(text) ? [open.lastIndex] : namesFrom(text, start, isLast)
  if (!isLast) return yield* ends
  const end = [...ends].at(-1)
  if (end !== undefined && /^(?:[\r\n]|$)/.test(text.charAt(runEnd(text, isBlankMark, end))))
    yield end
}

/** A name that is still to be written: `[authority]`. */
const open = /\[[^[\]\r\n]{1,40}\]/y

/** The ends of one word, of two, and so on. */
function* namesFrom(text: string, start: number, isOnOneLine: boolean): Generator<number> {
  let at = start
  for (let count = 0; count < mostNames; count++) {
    const end = runEnd(text, isNamePart, at)
    if (end === at) return
    yield end
    if (!isWhiteSpace(text.charCodeAt(end))) return
    const gap = runEnd(text, isBlank, end)
    const line = isOnOneLine ? gap : afterLineEnd(text, gap)
    at = line === gap ? gap : runEnd(text, isBlankOrPageEnd, line)
  }
}

/** Where the word that begins there ends. */
function afterWord(word: string, text: string, at: number, { fold }: Search): number | undefined {
  const isAnd = word === 'and' || word === '&'
  if (isAnd && text.charAt(at) === '&') return at + 1
  const own = isAnd ? 'and' : word
  for (let index = 0; index < own.length; index++) {
    const code = text.charCodeAt(at + index)
    if (code !== own.charCodeAt(index) && fold(code) !== own.charCodeAt(index)) return undefined
  }
  return at + own.length
}

/** Where the words of the line begin that starts at `line`: after marks, anchors and the brackets of links. */
export function lineLead(text: string, line: number): number {
  return decorationsBefore(text, { start: line, end: text.length }, isLead)
}

/** Where the word ends that begins there and is the one looked for but for a slip. */
function afterSlip(
  word: string,
  text: string,
  at: number,
  { isLoose }: Search,
): number | undefined {
  // With its letters in another order, or one of them twice, even a short word is no other one.
  const isShort = word.length < (isLoose ? shortestLoose : shortestSlip)
  if (word.length < shortestLoose) return undefined
  const whole = runEnd(text, isNamePart, at)
  // A stop and the mark of a footnote after the word are no part of it.
  const letters = Math.max(at, runStart(text, isStop, runEnd(text, isSlipPart, at)))
  for (const end of [whole, letters])
    if (end - at <= word.length + 1) {
      const written = normal(text.slice(at, end), folded)
      if (isSlip(written, word) && (!isShort || hasSameLetters(written, word))) return end
    }
  return undefined
}

/** Are the letters the same, in another order or one of them twice? */
function hasSameLetters(written: string, word: string): boolean {
  const isIn = (some: string, all: string) => [...some].every(each => all.includes(each))
  return written.length >= word.length && isIn(written, word) && isIn(word, written)
}

const isStop = oneOf('.,')
const isMark = oneOf('?!;:[^0123456789¹²³')
const isSlipPart = (code: number) => isNamePart(code) && !isMark(code)

/** A shorter word is easily another one, in letters. */
const shortestSlip = 5
const shortestLoose = 3

/** Do the words differ by one letter too many, one too few, one wrong or two that changed places? */
function isSlip(written: string, word: string): boolean {
  let start = 0
  while (start < word.length && written[start] === word[start]) start++
  let [a, b] = [written.length, word.length]
  while (a > start && b > start && written[a - 1] === word[b - 1]) {
    a--
    b--
  }
  const [wrong, right] = [written.slice(start, a), word.slice(start, b)]
  if (wrong.length <= 1 && right.length <= 1) return true
  return wrong.length === 2 && right.length === 2 && wrong === `${right[1]}${right[0]}`
}

/** Where the next word begins, after white space and marks, over a line end and two blank lines at most. */
export function afterGap(text: string, start: number): number | undefined {
  if (!isGapStart(text.charCodeAt(start))) return undefined
  let at = runEnd(text, isBlankMark, start)
  for (let line = 0; line < 3; line++) {
    const next = afterLineEnd(text, at)
    if (next === at) break
    at = runEnd(text, isNextLineMark, next)
  }
  const code = text.charCodeAt(at)
  const isWord = at < text.length && !isGapStart(code) && code !== 35 && code !== 62
  return isWord ? at : undefined
}

function afterLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2
  return /[\r\n]/.test(text.charAt(at)) ? at + 1 : at
}

/** The words as they are compared, each unit by itself. */
function normal(words: string, fold: Search['fold']): string {
  return String.fromCharCode(
    ...Array.from({ length: words.length }, (_, at) => fold(words.charCodeAt(at))),
  )
}

/** The code unit with one apostrophe and one hyphen for all that look like them. */
function plain(code: number): number {
  if (code < 128) return code
  if (code === 0x2019 || code === 0x2018 || code === 0xb4) return 39
  return code === 0x2010 || code === 0x2011 || code === 0x2013 || code === 0x2014 ? 45 : code
}

/** The same for capitals and small letters. */
function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code | 32 : code
  const same = plain(code)
  return same === code ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : same
}

const letter = /[A-Za-z0-9À-ɏ]/
const isLead = oneOf(' \t\f#*_>\uFEFF\xA0')
const isBlank = (code: number) => isBlankSpace(code) || code === 160
const isBlankMark = (code: number) => isBlank(code) || isEmphasis(code)
const isBlankOrPageEnd = (code: number) => isBlank(code) || code === 12
const isNextLineMark = (code: number) =>
  isBlankMark(code) || code === 12 || code === 35 || code === 62
const isGapStart = (code: number) => isEmphasis(code) || isWhiteSpace(code)
const isNoName = oneOf(':|<>*_[]')
const isNamePart = (code: number) => !isNoName(code) && !isWhiteSpace(code)
