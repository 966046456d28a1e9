/**
 * The titles of a type, and what each is the title of, found however they are written: in any case, with
 * decorations, over line ends, nearly.
 */

import { plainLetters } from '../text/characters'
import { afterCount, decorationEnd, isDecorated, ownWords } from '../text/decorations'
import { isBlankSpace, isEmphasis, isWhiteSpace, runEnd } from '../text/runs'
import type { Span } from '../text/span'
import type { Follows } from '../text/title-words'
import { normalNearness } from './near'
import { normalTitle } from './normal-title'
import { LooseTitles, SlipTitles } from './slip-titles'
import { mostApart, wordsApart } from './words-apart'

/** A title found in a text. */
export interface FoundTitle<Named> {
  /** The words of the title, without what decorates them. */
  readonly span: Span
  /** Whatever has this title: a name may repeat in a type. At least one. */
  readonly named: readonly Named[]
}

/** What has nearly the title that is written. */
export interface NearTitle<Named> {
  readonly named: readonly Named[]
  /** How many letters differ; 0 for the title itself. */
  readonly distance: number
}

/** How many letters a whole word counts for. */
const mostLetters = 20

/** What has more words is a sentence. */
const mostWords = 40

/** A word divided at the end of a line, once the lines are put together. */
const divided = /\p{L}[-\u2010] \p{Ll}/u
const divisions = /(?<=\p{L})[-\u2010] (?=\p{Ll})/gu
const dividedAtEnd = /\p{L}[-\u2010]$/u

/** Where in a title some words may be. */
export type Part = 'start' | 'end' | 'anywhere'

/** Several titles, made ready for all questions when their type is compiled. */
export class Titles<Named> {
  /** The longest first, as the type writes them. */
  readonly #written: readonly string[]
  readonly #named: ReadonlyMap<string, readonly Named[]>
  readonly #beginnings: ReadonlySet<string>
  readonly #first: FirstWords
  /** The titles with a slip in them; made when they are first asked for. */
  #slips: SlipTitles | undefined
  /** The titles of each with a word too many or too few; made when they are first asked for. */
  readonly #loose = new Map<Named, LooseTitles>()

  /** A type that is still being written may lack a title. */
  constructor(titles: Iterable<readonly [title: string | undefined, named: Named]>) {
    const named = new Map<string, Named[]>()
    const written: string[] = []
    for (const [title, each] of titles) {
      if (title === undefined) continue
      written.push(title)
      const normal = normalTitle(title)
      const there = named.get(normal)
      if (there === undefined) named.set(normal, [each])
      else if (!there.includes(each)) there.push(each)
    }
    this.#written = written.sort((a, b) => b.length - a.length)
    this.#named = named
    this.#beginnings = new Set([...named.keys()].flatMap(beginnings))
    this.#first = new FirstWords(named.keys())
  }

  get isEmpty(): boolean {
    return this.#named.size === 0
  }

  /** Whatever has the title that is written, without looking for decorations before the words. */
  named(written: string): readonly Named[] | undefined {
    return this.find(written)?.named
  }

  has(written: string): boolean {
    return this.named(written) !== undefined
  }

  /** The title that the stretch of the text is; undefined where it is something else. */
  find(text: string, span: Span = { start: 0, end: text.length }): FoundTitle<Named> | undefined {
    const written = text.slice(span.start, span.end)
    const named = this.#get(written)
    if (named !== undefined) return { span: bareTitle(text, span), named }
    if (!isDecorated(written)) return undefined
    const own = ownWords(text, span)
    const found = this.#get(own.words)
    return found && { span: own.span, named: found }
  }

  /** Whatever has the title, also where one of its words is divided at the end of a line: `impr- ovement`. */
  #get(written: string): readonly Named[] | undefined {
    const named = this.#named.get(normalTitle(written))
    if (named !== undefined || !divided.test(written)) return named
    return this.#named.get(normalTitle(written.replace(divisions, '')))
  }

  /** The same, where a number or a letter may count the title: `5. Leadership`, `Annex A: Findings`. */
  findCounted(text: string, span: Span): FoundTitle<Named> | undefined {
    const found = this.find(text, span)
    if (found !== undefined) return found
    const start = afterCount(text, span)
    return start === span.start ? undefined : this.find(text, { start, end: span.end })
  }

  /** What has the title or, at no more than `farthest` letters, one nearly the same: the nearest. */
  nearest(written: string, farthest = Number.POSITIVE_INFINITY): NearTitle<Named> | undefined {
    const exact = this.named(written)
    if (exact !== undefined) return { named: exact, distance: 0 }
    const normal = normalTitle(plainWords(written))
    let nearest: NearTitle<Named> | undefined
    for (const [title, named] of this.#named) {
      const distance = normalNearness(normal, title, nearest ? nearest.distance - 1 : farthest)
      if (distance !== undefined) nearest = { named, distance }
    }
    return nearest
  }

  /**
   * What has a title with most of the words that are written, in their order, and may have a word fewer: "The
   * experiences and progress of care leavers" for "… of children care leavers". Undefined where several titles are
   * equally near.
   */
  nearestByWords(written: string, isWanted: (one: Named) => boolean): readonly Named[] | undefined {
    const words = normalTitle(plainWords(written)).split(' ')
    if (words.length > mostWords) return undefined
    let nearest = Number.POSITIVE_INFINITY
    let found: readonly Named[] | undefined
    for (const [title, all] of this.#named) {
      const named = all.filter(isWanted)
      const own = title.split(' ')
      const distance = named.length > 0 ? wordsApart(words, own, mostApart(own)) : undefined
      if (distance === undefined || distance > nearest) continue
      const isOther = distance === nearest && !named.some(one => found?.includes(one))
      found = isOther ? undefined : named
      nearest = distance
    }
    return found
  }

  /** What has the title that begins at the place, with a slip in one of its words or none, and where it ends. */
  *slipsAt(
    text: string,
    start: number,
    follows: Follows,
  ): Generator<{ readonly named: readonly Named[]; readonly end: number }> {
    this.#slips ??= new SlipTitles(this.#written)
    for (const { title, end } of this.#slips.at(text, start, follows)) {
      const named = this.#named.get(normalTitle(title))
      if (named !== undefined) yield { named, end }
    }
  }

  /**
   * Where a title of this one ends that begins at the place with a word too many or too few, or with a slip in a
   * short word. Titles of one word or two are too easily something else.
   */
  looseEnd(text: string, start: number, one: Named, follows: Follows): number | undefined {
    let loose = this.#loose.get(one)
    if (loose === undefined) {
      const own = this.#written.filter(title => this.#named.get(normalTitle(title))?.includes(one))
      loose = new LooseTitles(own)
      this.#loose.set(one, loose)
    }
    return loose.endAt(text, start, follows)
  }

  /** How many letters differ between what is written and the nearest title of this one. */
  nearestOf(written: string, one: Named): number | undefined {
    const normal = normalTitle(plainWords(written))
    let nearest: number | undefined
    for (const [title, named] of this.#named) {
      if (!named.includes(one)) continue
      nearest =
        normalNearness(normal, title, nearest === undefined ? undefined : nearest - 1) ?? nearest
    }
    return nearest
  }

  /**
   * How far what is written is from a title of this one, in letters or in words, a word too many or too few counting
   * as a few letters; undefined if too far to be it.
   */
  apartFrom(written: string, one: Named): number | undefined {
    const near = this.nearestOf(written, one)
    if (near !== undefined) return near
    const words = normalTitle(plainWords(written)).split(' ')
    for (const [title, named] of this.#named) {
      if (!named.includes(one)) continue
      const own = title.split(' ')
      const apart = own.length > 2 ? wordsApart(words, own, 2) : undefined
      if (apart !== undefined) return mostLetters * apart
    }
    return undefined
  }

  /** Does the stretch begin like a title, so that a closer look is worth while? Most lines do not. */
  mayBegin(text: string, start: number, end: number): boolean {
    return this.#first.mayBegin(text, start, end)
  }

  /** Is the first word of the stretch that of a title? */
  hasFirst(text: string, start: number, end: number): boolean {
    return this.#first.hasFirst(text, start, end)
  }

  /** Are the words the beginning of a title that goes on with more of them? */
  isBeginning(written: string): boolean {
    return this.#beginnings.has(normalTitle(plainWords(written)))
  }

  /** Is a title the beginning of the words? */
  begins(written: string): boolean {
    const normal = normalTitle(plainWords(written))
    for (const title of this.#named.keys()) if (normal.startsWith(title)) return true
    return false
  }

  /** Are the words in a title? None of them is cut, unless it is divided at the end of a line. */
  hasPart(written: string, where: Part): boolean {
    const part = normalTitle(plainWords(written))
    if (part === '') return false
    if (where === 'start')
      return (
        this.#named.has(part) ||
        this.#beginnings.has(part) ||
        (dividedAtEnd.test(written) && this.#some(title => title.startsWith(part)))
      )
    const words = ` ${part} `
    if (where === 'anywhere') return this.#some(title => ` ${title} `.includes(words))
    // The first word may be the rest of one that is divided.
    return this.#some(title =>
      /^\p{Ll}{2}/u.test(written) ? title.endsWith(part) : ` ${title}`.endsWith(` ${part}`),
    )
  }

  #some(is: (title: string) => boolean): boolean {
    for (const title of this.#named.keys()) if (is(title)) return true
    return false
  }

  /** How long the longest title is that begins at the place, letter by letter as the type writes it. */
  lengthAt(text: string, at: number, end: number): number {
    const title = this.#written.find(each => at + each.length <= end && text.startsWith(each, at))
    return title?.length ?? 0
  }

  /** The sections whose title is the beginning of the stretch, and where that beginning ends, longest first. */
  *beginningsOf(
    words: string,
  ): Generator<{ readonly end: number; readonly named: readonly Named[] }> {
    if (this.isEmpty) return
    const most = (this.#written[0] ?? '').length + 40
    const ends = [...words.slice(0, most).matchAll(/\S+/g)].map(
      ({ index, 0: word }) => index + word.length,
    )
    for (const end of ends.reverse()) {
      const named = this.named(words.slice(0, end))
      if (named !== undefined) yield { end, named }
    }
  }
}

/** The words without what decorates them. */
export function plainWords(written: string): string {
  return isDecorated(written) ? ownWords(written, { start: 0, end: written.length }).words : written
}

/** The span without emphasis marks, white space and the final colon around a title. */
export function bareTitle(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && isMark(text.charCodeAt(from))) from++
  while (to > from && (isMark(text.charCodeAt(to - 1)) || text[to - 1] === ':')) to--
  return { start: from, end: to }
}

const isMark = (code: number) => code === 35 || isEmphasis(code) || isWhiteSpace(code)

/** How titles begin, in forms that are quick to compare. */
export class FirstWords {
  /** UTF-16 code units of the first characters, in lower case. */
  readonly #codes: ReadonlySet<number>
  /** The letters from a to z with which they begin. */
  readonly #words: ReadonlySet<string>
  /** Their first two characters. */
  readonly #beginnings: ReadonlySet<string>
  /** Their first two words, where both are of such letters with one space between. */
  readonly #pairs: ReadonlySet<string>
  /** First words after which anything may follow. */
  readonly #alone: ReadonlySet<string>

  /** Of texts in normal form. */
  constructor(texts: Iterable<string>) {
    const all = [...texts]
    this.#codes = new Set(all.map(text => text.charCodeAt(0) | 32))
    this.#words = new Set(all.map(firstWord))
    this.#beginnings = new Set(all.map(text => text.slice(0, 2)))
    const pairs = all.map(text => /^[a-z]+ [a-z]+/.exec(text)?.[0])
    this.#pairs = new Set(pairs.filter(pair => pair !== undefined))
    const alone = all.filter((_, at) => pairs[at] === undefined)
    this.#alone = new Set(alone.map(firstWord))
  }

  /** Does the stretch begin, after any decorations, with the first word of a title, and go on with its second? */
  mayBegin(text: string, start: number, end: number): boolean {
    if (!this.hasFirst(text, start, end)) return false
    const at = firstLetter(text, start, end)
    const wordEnd = runEnd(text, isPlainLetter, at, end)
    const second = wordEnd + 1
    const secondEnd = runEnd(text, isPlainLetter, second, end)
    const isKnown =
      wordEnd > at &&
      text.charCodeAt(wordEnd) === 32 &&
      secondEnd > second &&
      (secondEnd === end || text.charCodeAt(secondEnd) < 128)
    if (!isKnown) return true
    const words = text.slice(at, secondEnd).toLowerCase()
    return this.#alone.has(words.slice(0, wordEnd - at)) || this.#pairs.has(words)
  }

  /** Is the first word, after any decorations, that of a title, whatever follows it? */
  hasFirst(text: string, start: number, end: number): boolean {
    const at = firstLetter(text, start, end)
    const code = text.charCodeAt(at)
    if (code < 128 && !this.#codes.has(code | 32)) return false
    const wordEnd = runEnd(text, isPlainLetter, at, end)
    const isPlain = wordEnd > at && (wordEnd === end || text.charCodeAt(wordEnd) < 128)
    if (isPlain) return this.#words.has(text.slice(at, wordEnd).toLowerCase())
    // Ligatures and invisible characters may be in the word.
    const plain = plainLetters(text.slice(at, at + 3))
    return this.#beginnings.has(plain.slice(0, 2).toLowerCase())
  }
}

const firstWord = (text: string) => text.slice(0, runEnd(text, isPlainLetter))

/** Where the words of the stretch begin, after emphasis, anchors and the brackets of links. */
function firstLetter(text: string, start: number, end: number): number {
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isEmphasis(code) || (at > start && isBlankSpace(code))) at++
    else if (code === 60 || code === 91 || code === 93 || code === 123) {
      const after = decorationEnd(text, at, start, end)
      if (after === at) return at
      at = after
    } else return at
  }
  return at
}

function isPlainLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}

/** `being` of `being healthy`; nothing for a single word. */
function beginnings(title: string): readonly string[] {
  const words = title.split(' ')
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '))
}
