/** Single children of whom running text gives the age or the sex. */

import type { Span, TextSpan } from '../../text/span'
import { gapBefore, isBeside } from './placed-words'

/**
 * The children in a stretch of text, which is given with its words, each one alone and with its age or sex: `a
 * 14-year-old girl`, `one boy`, `a young person (aged 15)`, all these words.
 */
export function* singleChildrenIn(text: string, words: readonly TextSpan[]): Generator<Span> {
  for (let at = 0; at < words.length; at++) {
    const from = isOneChild(text, words, at) ? determinerBefore(text, words, at) : undefined
    if (from === undefined) continue
    const to = ageAfter(text, words, at) ?? at + 1
    const end = words[to - 1]?.end ?? 0
    const isBracketed = to > at + 1 && gapBefore(text, words, at + 1) === ' ('
    yield {
      start: words[from]?.start ?? 0,
      end: isBracketed && text.charAt(end) === ')' ? end + 1 : end,
    }
    at = to - 1
  }
}

/** Is the word the noun of a child whose sex or age is given, or an age in place of a noun: `the 14-year-old said`? */
function isOneChild(text: string, words: readonly TextSpan[], at: number): boolean {
  const word = wordAt(words, at)
  if (isYearOld(words, at)) return !hasNounNext(text, words, at)
  if (sexed.has(word)) return true
  if (grown.has(word) && wordAt(words, at - 1) === 'young') return true
  if (!others.has(word)) return false
  // "A 14-year-old child", "a 14-year-old young person".
  return (
    isYearOld(words, at - 1) || isYearOld(words, at - 2) || ageAfter(text, words, at) !== undefined
  )
}

/** In small letters, without what makes it possessive; empty where there is none. */
function wordAt(words: readonly TextSpan[], at: number): string {
  return (words[at]?.text ?? '').toLowerCase().replace(/[’']s$/, '')
}

const sexed = wordSet('girl boy daughter son sister brother')
/** After "young". */
const grown = wordSet('woman man')
const others = wordSet('child person baby infant toddler teenager sibling pupil student')
const groups = wordSet('girls boys children people pupils students siblings babies women men')

/** Where the words about one of them begin, at the nearest determiner before the word: `a`, `one`, `this`, `her`. */
function determinerBefore(
  text: string,
  words: readonly TextSpan[],
  at: number,
): number | undefined {
  for (let from = at - 1; from >= 0 && at - from <= farthestDeterminer; from--) {
    const gap = gapBefore(text, words, from + 1)
    if (gap !== ' ' && gap !== ', ') return undefined
    const word = wordAt(words, from)
    if (single.has(word)) return from
    if (between.has(word)) return undefined
  }
  return undefined
}

const farthestDeterminer = 4
const single = wordSet('a an one the this that another her his their its')
/** What a determiner before it does not belong to. */
const between = wordSet(
  'every each any no all most both some few two three and or for of in to with by',
)

/** Does an age end with the word: `14-year-old`, `fourteen-year-old`, `14 year old`, `six-month-old`? */
function isYearOld(words: readonly TextSpan[], at: number): boolean {
  const word = wordAt(words, at)
  if (!word.endsWith('old')) return false
  const age = word === 'old' ? `${wordAt(words, at - 2)}-${wordAt(words, at - 1)}-old` : word
  return isAge(/(?:^|-)(\w+)-(?:year|month|week)s?-old$/.exec(age)?.[1] ?? '')
}

/** Is the age in the word that of the noun or the group after it? */
function hasNounNext(text: string, words: readonly TextSpan[], at: number): boolean {
  for (let next = at + 1; next <= at + 3 && isBeside(text, words, next); next++) {
    const word = wordAt(words, next)
    if (sexed.has(word) || grown.has(word) || others.has(word) || groups.has(word)) return true
  }
  return false
}

/** Where the age after the noun ends: `girl, 14,`, `boy (15)`, `child aged 7`, `boy of 12`, `girl who is 14`. */
export function ageAfter(
  text: string,
  words: readonly TextSpan[],
  noun: number,
): number | undefined {
  const gap = gapBefore(text, words, noun + 1)
  if (gap !== ' ' && gap !== ', ' && gap !== ' (') return undefined
  const word = wordAt(words, noun + 1)
  const isSaid = word === 'who' && being.has(wordAt(words, noun + 2))
  if (gap === ' ' && !aged.has(word) && !isSaid) return undefined
  const age = noun + (isSaid ? 3 : aged.has(word) ? 2 : 1)
  const end = words[age]?.end ?? 0
  const after = text.slice(end, end + longestRange)
  // "Aged 14 to 17", "aged 16 and over" and "aged 14–16" are groups, and "of three brothers" is no age.
  const isNoAge = isRange.test(after) || (word === 'of' && written.has(wordAt(words, age)))
  return isAge(wordAt(words, age)) && !isNoAge ? age + 1 : undefined
}

const aged = wordSet('aged of')
const isRange = /^(?:\s*[-–/]|\s+(?:to|and|or)\s)/
const longestRange = 6
const being = wordSet('is was turned')

const written = wordSet(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
)

/** A number of years that a child or a care leaver may have. */
function isAge(word: string): boolean {
  return written.has(word) || (/^\d{1,2}$/.test(word) && Number(word) <= oldest)
}

const oldest = 25

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
