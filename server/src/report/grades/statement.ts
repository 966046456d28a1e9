/**
 * The one grammar of sentences that state a grade: subject, verb, grade. `Leadership is good`, `Services are judged to
 * be **inadequate**`, `The judgement is that it requires improvement`: the same in a heading, a grade line, a cell, on
 * the cover, in an opening and in any later sentence, over as many lines as it takes.
 */

import { isDigit, isLetter } from '../../text/letters'
import { isBlankSpace, isEmphasis, runEnd, runStart } from '../../text/runs'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import { afterGap, type WordsAt, wordsAt } from '../../text/title-words'
import type { Grade, Scale } from '../../types/report-type'

/** A verb with a grade after it; offsets in the text that was read. */
export interface Verdict {
  /** Where the subject has ended: the first verb of `is that it is good`. */
  readonly start: number
  /** `is`, `were`, `remain`; `requires` where the grade has a verb of its own. */
  readonly verb: Span
  /** The words of the grade, from the first letter to the last. */
  readonly word: Span
  readonly grade: Grade
  /** Is the grade qualified: `is only just adequate`, `is still good`? */
  readonly isLimited: boolean
  /** Is it what was found before: `was good`? */
  readonly isPast: boolean
}

/** A verb with all that may be between it and a grade: `is now`, `are judged to be`, `is that it is only just`, `are:`. */
export interface Copula {
  /** Of the first verb. */
  readonly start: number
  /** The verb that the grade follows: the last of `is that it is`. */
  readonly verb: Span
  /** Where the first word after it begins: the grade, or whatever is in its place. */
  readonly end: number
  readonly isLimited: boolean
  readonly isPast: boolean
  /** Is its subject said again, without another verb: `is that it`? */
  readonly isRepeated: boolean
}

/** The copula that begins at the place; undefined for any other word, and where nothing follows. */
export function copulaAt(text: string, start: number): Copula | undefined {
  if (!beingBeginnings.has(beginning(text, start))) return undefined
  let verb = wordAt(text, start)
  if (verb === undefined || !being.has(verb.word)) return undefined
  let at = afterVerb(text, verb.end)
  let isLimited = false
  let isRepeated = false
  const pass = (words: ReadonlySet<string>): boolean => {
    const found = at === undefined ? undefined : wordAt(text, at)
    if (found === undefined || !words.has(found.word)) return false
    at = afterGap(text, found.end)
    return true
  }
  for (;;) {
    if (pass(adverbs)) continue
    if (pass(limits)) isLimited = true
    else if (pass(judging)) {
      if (!pass(before.as) && pass(before.to)) pass(before.be)
    } else {
      // "is that it is good", also without its second verb.
      if (!pass(before.that) || !pass(before.it)) break
      const again = at === undefined ? undefined : wordAt(text, at)
      isRepeated = again === undefined || !being.has(again.word)
      if (again === undefined || isRepeated) break
      verb = again
      at = afterVerb(text, again.end)
    }
  }
  if (at === undefined) return undefined
  const isPast = verb.word.startsWith('w')
  return {
    start,
    verb: { start: verb.start, end: verb.end },
    end: at,
    isLimited,
    isPast,
    isRepeated,
  }
}

/** Is the last word before the place a verb that a grade follows: the `is` of `Leadership is / good`? */
export function endsInVerb(text: string, end: number, scale: Scale | undefined): boolean {
  const start = runStart(text, isLetter, end)
  return start < end && scale !== undefined && verdictAt(text, start, scale) !== undefined
}

/** The verb and the grade that begin at the place; undefined where the scale has no such grade. */
export function verdictAt(text: string, start: number, scale: Scale): Verdict | undefined {
  const first = searchOf(scale).beginnings.has(beginning(text, start))
    ? wordAt(text, start)
    : undefined
  if (first === undefined) return undefined
  const verb = { start: first.start, end: first.end }
  if (scale.verbs.has(first.word)) {
    const own = gradeAt(text, start, scale)
    if (own === undefined) return undefined
    const { grade, end } = own
    return { start, verb, word: { start, end }, grade, isLimited: false, isPast: false }
  }
  const copula = copulaAt(text, start)
  if (copula === undefined) return undefined
  const { isLimited, isPast } = copula
  // "is “good”"
  const quoted = opening.exec(text.slice(copula.end, copula.end + longestOpening))?.[0].length ?? 0
  const end = copula.end + quoted
  const found = gradeAt(text, end, scale)
  if (found === undefined) return undefined
  // "The judgement is that it requires improvement": the verb is the grade's own.
  const inner = copula.isRepeated ? wordAt(text, end) : undefined
  const isOwn = inner !== undefined && scale.verbs.has(inner.word)
  return {
    start,
    verb: isOwn ? { start: inner.start, end: inner.end } : copula.verb,
    word: { start: end, end: found.end },
    grade: found.grade,
    isLimited,
    isPast: isPast && !isOwn,
  }
}

/** Marks before a grade that begin a quotation or set it off. */
const opening = /^(?:[“‘"'(†‡¹²³]+|<[a-z]{1,8}>|[–—-] +)/i
const longestOpening = 12

/** Every verb with a grade after it, in the order of the text. */
export function* verdictsIn(text: string, scale: Scale): Generator<Verdict> {
  let end = 0
  // The words of grades are far rarer than verbs, so they are looked for, and the verb before them.
  for (const word of gradeBeginnings(text, scale)) {
    if (word < end) continue
    const from = Math.max(end, word - longestVerb)
    for (const start of wordStarts(text, from, word + 1)) {
      const verdict = verdictAt(text, start, scale)
      if (verdict === undefined || verdict.word.start !== word) continue
      yield verdict
      end = verdict.word.end
      break
    }
  }
}

/** The words with which a grade may begin, in the order of the text. */
function* gradeBeginnings(text: string, scale: Scale): Generator<number> {
  for (const { index } of text.matchAll(searchOf(scale).firstWords))
    if (index === 0 || !isWordPart(text.charCodeAt(index - 1)) || isQuoted(text, index)) yield index
}

/** Is the mark before the place a quotation mark and no apostrophe? */
const isQuoted = (text: string, at: number) =>
  "'’".includes(text.charAt(at - 1)) && !isLetter(text.charCodeAt(at - 2))

/** The grades in the text, whatever is said of them, in its order. */
export function* gradesIn(text: string, scale: Scale): Generator<Span> {
  for (const start of gradeBeginnings(text, scale)) {
    const end = gradeAt(text, start, scale)?.end
    if (end !== undefined) yield { start, end }
  }
}

/** In UTF-16 units, from the beginning of the verb to that of the grade. */
const longestVerb = 120

/** Every copula, with or without a grade after it, in the order of the text. */
export function* copulasIn(text: string): Generator<Copula> {
  for (const at of wordStarts(text)) {
    const copula = copulaAt(text, at)
    if (copula !== undefined) yield copula
  }
}

/** Where the words of the text begin, from `start` and before `end`. */
export function* wordStarts(text: string, start = 0, end = text.length): Generator<number> {
  let isInWord = start > 0 && isWordPart(text.charCodeAt(start - 1))
  for (let at = start; at < end; at++) {
    const isPart = isWordPart(text.charCodeAt(at))
    if (isPart && !isInWord) yield at
    isInWord = isPart
  }
}

/** A grade directly before the noun that it is given to: `There is good capacity`, `The council has a good …`. */
export interface Naming {
  readonly verb: TextSpan
  readonly word: TextSpan
  readonly grade: Grade
  /** Where the noun begins. */
  readonly end: number
}

/** Every verb with a grade and a noun after it, in the order of the text. */
export function* namingsIn(text: string, scale: Scale): Generator<Naming> {
  for (const at of wordStarts(text)) {
    const verb = namingBeginnings.has(beginning(text, at)) ? wordAt(text, at) : undefined
    if (verb === undefined || !naming.has(verb.word)) continue
    const next = afterGap(text, verb.end)
    const article = next === undefined ? undefined : wordAt(text, next)
    const isArticle = article?.word === 'a' || article?.word === 'an'
    const start = isArticle ? afterGap(text, article.end) : next
    const found = start === undefined ? undefined : gradeAt(text, start, scale)
    const end = found && afterGap(text, found.end)
    if (start === undefined || found === undefined || end === undefined) continue
    yield {
      verb: textSpan(text, verb.start, verb.end),
      word: textSpan(text, start, found.end),
      grade: found.grade,
      end,
    }
  }
}

/** The grade that begins at the place, the longest of several, and where its words end. */
export function gradeAt(
  text: string,
  start: number,
  scale: Scale,
): { readonly grade: Grade; readonly end: number } | undefined {
  for (const { at, grade } of searchOf(scale).words) {
    const end = at(text, start)?.end
    if (end !== undefined && !goesOn.test(text.slice(end, end + 2))) return { grade, end }
  }
  return undefined
}

/** Is there a grade of the scale anywhere in the words? */
export function hasGrade(text: string, scale: Scale): boolean {
  for (let at = 0; at < text.length; at = runEnd(text, isLetter, at) + 1)
    if (gradeAt(text, at, scale) !== undefined) return true
  return false
}

/** Where the grade ends, with emphasis and the mark of a footnote after it: `good**[^1]`, `good¹`. */
export function afterMarks(text: string, end: number): number {
  const marks = runEnd(text, isEmphasis, end)
  footnoteMark.lastIndex = marks
  return footnoteMark.test(text) ? runEnd(text, isEmphasis, footnoteMark.lastIndex) : marks
}

/**
 * Is the grade that ends there all that is said: `is good.`, `is good and improving`, `is good overall`? Not in `is good
 * at listening`, `is good or better`.
 */
export function standsAlone(text: string, end: number): boolean {
  return (
    all.test(text.slice(end, end + longestMark)) ||
    all.test(text.slice(afterMarks(text, end)).slice(0, longestMark)) ||
    all.test(text.slice(end, end + longestMark).replace(closing, ''))
  )
}

/** Marks after a grade that end a quotation or set it off. */
const closing = /^(?:[”’"']+|<\/[a-z]{1,8}>)/i

const all =
  /^(?:\s*[.,;:!)]|\s+\(|\s*$|\s+(?:and|but|overall|with|because|as|although|while|whilst)\b)/
const longestMark = 40

const footnoteMark = /\[\^?\w{1,3}\]|[†‡¹²³⁴]+|\d{1,2}(?=[.,;:!)]?(?:\s|$))/y

/** A letter, or a hyphen before one: the word is longer. */
const goesOn = /^(?:\p{L}|[-‐–]\p{L}|['’]\p{L})/u

const being: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'remain', 'remains'])
const naming: ReadonlySet<string> = new Set([
  ...being,
  'has',
  'have',
  'show',
  'shows',
  'demonstrate',
  'demonstrates',
])

/** The first two letters of a word, in lower case, as one number: nearly all other words differ in them already. */
function beginning(text: string, at: number): number {
  return ((text.charCodeAt(at) | 32) << 16) + (text.charCodeAt(at + 1) | 32)
}

function beginningsOf(words: Iterable<string>): ReadonlySet<number> {
  return new Set(Array.from(words, word => beginning(word, 0)))
}

const beingBeginnings = beginningsOf(being)
const namingBeginnings = beginningsOf(naming)
const adverbs: ReadonlySet<string> = new Set(['now', 'also', 'overall', 'currently'])
const limits: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'still', 'again'])
const judging: ReadonlySet<string> = new Set(['judged', 'graded', 'rated', 'assessed'])
const before: Readonly<Record<'that' | 'it' | 'as' | 'to' | 'be', ReadonlySet<string>>> = {
  that: new Set(['that']),
  it: new Set(['it', 'they']),
  as: new Set(['as']),
  to: new Set(['to']),
  be: new Set(['be']),
}

interface Word {
  /** In lower case. */
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The letters that begin at the place. */
function wordAt(text: string, start: number): Word | undefined {
  const end = runEnd(text, isLetter, start)
  return end === start ? undefined : { word: text.slice(start, end).toLowerCase(), start, end }
}

/** Where the word after a verb begins: `are good`, `are: good`. */
function afterVerb(text: string, end: number): number | undefined {
  const colon = runEnd(text, isBlankSpace, end)
  return afterGap(text, text.charAt(colon) === ':' ? colon + 1 : end)
}

const isWordPart = (code: number) =>
  isLetter(code) || isDigit(code) || code === 39 || code === 0x2019

/** What is looked for in a text, made once for each scale. */
interface Search {
  /** The longest first. */
  readonly words: readonly { readonly at: WordsAt; readonly grade: Grade }[]
  /** Finds the letters with which a grade begins, also in the middle of a word. */
  readonly firstWords: RegExp
  /** Of the verbs that a grade can follow or begin with. */
  readonly beginnings: ReadonlySet<number>
}

const searches = new WeakMap<Scale, Search>()

function searchOf(scale: Scale): Search {
  const known = searches.get(scale)
  if (known !== undefined) return known
  const words = [...scale.byWord]
    .sort(([one], [other]) => other.length - one.length)
    .map(([word, grade]) => ({ at: wordsAt(word, { goOn: true }), grade }))
  const firsts = new Set(
    [...scale.byWord.keys()].map(word => word.slice(0, runEnd(word, isLetter, 0))),
  )
  const firstWords = new RegExp([...firsts].join('|'), 'gi')
  const beginnings = beginningsOf([...being, ...scale.verbs])
  const made = { words, firstWords, beginnings }
  searches.set(scale, made)
  return made
}
