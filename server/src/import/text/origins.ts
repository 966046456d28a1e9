/**
 * Where each character of a text comes from in another one that it was made from: found afterwards, by the words of
 * both, so that whoever makes the text need not know of it.
 */

import { differences } from '../../text/differences'
import { isSpace, type Span } from '../../text/span'
import { Pace, type Steps } from '../../text/steps'

/** For each character of a text, where it is in its source; -1 for what was put in. */
export type Origins = Int32Array

/**
 * Where the words and marks of `after` are in `before`, from which it was made: words may have been moved, split and
 * joined, and others put in. Words are looked for in their order first, and what is left over wherever it is,
 * the longest runs first.
 */
export function* originsOf(before: string, after: string): Steps<Origins> {
  const there = wordsOf(before)
  const here = wordsOf(after)
  yield
  const matcher = new Matcher(there, here)
  const found = yield* differences(there.words, here.words)
  matcher.take(found)
  yield
  yield* matcher.findMoved()
  return yield* matcher.characters(before, after)
}

/** The places of `after` in the source of its source. */
export function through(first: Origins, second: Origins): Origins {
  return second.map(place => (place < 0 ? -1 : (first[place] ?? -1)))
}

/** The stretches of the source from which the characters in the span come, in the order of the text. */
export function stretchesOf(origins: Origins, { start, end }: Span): readonly Span[] {
  const found: { start: number; end: number }[] = []
  for (let at = start; at < end; at++) {
    const place = origins[at] ?? -1
    if (place < 0) continue
    const last = found.at(-1)
    if (last?.end === place) last.end = place + 1
    else found.push({ start: place, end: place + 1 })
  }
  return found
}

/** The words of a text, and where each begins. */
interface Words {
  readonly words: readonly string[]
  readonly starts: readonly number[]
}

function wordsOf(text: string): Words {
  const words: string[] = []
  const starts: number[] = []
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{M}]{1,99}/gu)) {
    words.push(word)
    starts.push(index)
  }
  return { words, starts }
}

/** A stretch of words in both texts that differs. */
interface Gap {
  readonly before: Span
  readonly after: Span
}

/** So many words of a run are compared, and so many places of a word. */
const longestRun = 40
const mostPlaces = 60

class Matcher {
  /** For each word of the new text, its place among the old words; -1 if it has none. */
  private readonly word: Int32Array
  /** For words that are a part of one, or several: where their letters come from, one by one. */
  private readonly letters = new Map<number, readonly number[]>()
  private readonly isTaken: Uint8Array

  constructor(
    private readonly there: Words,
    private readonly here: Words,
  ) {
    this.word = new Int32Array(here.words.length).fill(-1)
    this.isTaken = new Uint8Array(there.words.length)
  }

  /** Takes the words outside the gaps, and those within that have the same letters. */
  take(gaps: readonly Gap[]): void {
    let [before, after] = [0, 0]
    for (const gap of [...gaps, endOf(this.there, this.here)]) {
      while (after < gap.after.start) this.match(after++, before++)
      this.takeSplit(gap)
      before = gap.before.end
      after = gap.after.end
    }
  }

  private match(here: number, there: number): void {
    this.word[here] = there
    this.isTaken[there] = 1
  }

  /** Words that were split or joined: "plan" and "ning", "planning". */
  private takeSplit({ before, after }: Gap): void {
    if (before.start === before.end || after.start === after.end) return
    const letters = this.here.words.slice(after.start, after.end)
    const source = this.there.words.slice(before.start, before.end)
    if (letters.join('') !== source.join('')) return
    const places = source.flatMap((word, at) =>
      Array.from({ length: word.length }, (_, letter) => {
        return (this.there.starts[before.start + at] as number) + letter
      }),
    )
    let next = 0
    for (const [at, word] of letters.entries()) {
      this.letters.set(after.start + at, places.slice(next, next + word.length))
      next += word.length
    }
    this.isTaken.fill(1, before.start, before.end)
  }

  /** Finds the words that are elsewhere in the source, those beside each other together. */
  *findMoved(): Steps<void> {
    const places = new Map<string, number[]>()
    for (const [at, word] of this.there.words.entries())
      if (this.isTaken[at] === 0) {
        const those = places.get(word)
        if (those === undefined) places.set(word, [at])
        else those.push(at)
      }
    if (places.size === 0) return
    const pace = new Pace()
    for (let at = 0; at < this.here.words.length; ) {
      if (pace.isOver(10)) yield
      const from = this.isFree(at) ? this.longestFrom(at, places) : undefined
      if (from === undefined) {
        if (this.isFree(at)) this.findJoined(at, places)
        if (this.isFree(at)) this.findSplit(at, places)
        at++
        continue
      }
      const length = this.runLength(at, from)
      for (let next = 0; next < length; next++) this.match(at + next, from + next)
      at += length
    }
  }

  private isFree(here: number): boolean {
    return this.word[here] === -1 && !this.letters.has(here)
  }

  /** Where the longest run of words begins that is the same as the one from this word on. */
  private longestFrom(here: number, places: ReadonlyMap<string, number[]>): number | undefined {
    const those = places.get(this.here.words[here] as string)
    if (those === undefined) return undefined
    while (those.length > 0 && this.isTaken[those[0] as number] === 1) those.shift()
    let best: number | undefined
    let most = 0
    for (const there of those.slice(0, mostPlaces)) {
      const length = this.runLength(here, there)
      if (length <= most) continue
      best = there
      most = length
    }
    return best
  }

  private runLength(here: number, there: number): number {
    let length = 0
    while (
      length < longestRun &&
      here + length < this.here.words.length &&
      this.isFree(here + length) &&
      this.isTaken[there + length] === 0 &&
      this.here.words[here + length] === this.there.words[there + length]
    )
      length++
    return length
  }

  /** A word that was two beside each other. */
  private findJoined(here: number, places: ReadonlyMap<string, number[]>): void {
    const word = this.here.words[here] as string
    for (let cut = 1; cut < word.length; cut++) {
      const there = places
        .get(word.slice(0, cut))
        ?.slice(0, mostPlaces)
        .find(
          at =>
            this.isTaken[at] === 0 &&
            this.isTaken[at + 1] === 0 &&
            this.there.words[at + 1] === word.slice(cut),
        )
      if (there === undefined) continue
      this.takeSplit({
        before: { start: there, end: there + 2 },
        after: { start: here, end: here + 1 },
      })
      return
    }
  }

  /** A word that is now two beside each other: the first of them. */
  private findSplit(here: number, places: ReadonlyMap<string, number[]>): void {
    if (here + 1 >= this.here.words.length || !this.isFree(here + 1)) return
    const whole = `${this.here.words[here]}${this.here.words[here + 1]}`
    const there = places.get(whole)?.find(at => this.isTaken[at] === 0)
    if (there === undefined) return
    this.takeSplit({
      before: { start: there, end: there + 1 },
      after: { start: here, end: here + 2 },
    })
  }

  /** The origin of each character: those of words, and marks and spaces between words that are neighbours in both. */
  *characters(before: string, after: string): Steps<Origins> {
    const origins = new Int32Array(after.length).fill(-1)
    const pace = new Pace()
    let end = 0
    let source = 0
    for (const [at, word] of this.here.words.entries()) {
      const start = this.here.starts[at] as number
      const first = this.placeOf(at, 0)
      fillGap(origins, { text: after, start: end, end: start }, before, source, first)
      for (let letter = 0; letter < word.length; letter++)
        origins[start + letter] = this.placeOf(at, letter)
      end = start + word.length
      const last = this.placeOf(at, word.length - 1)
      source = last < 0 ? -1 : last + 1
      if (pace.isOver(word.length)) yield
    }
    fillGap(origins, { text: after, start: end, end: after.length }, before, source, before.length)
    return origins
  }

  private placeOf(here: number, letter: number): number {
    const letters = this.letters.get(here)
    if (letters !== undefined) return letters[letter] ?? -1
    const word = this.word[here] as number
    return word < 0 ? -1 : (this.there.starts[word] as number) + letter
  }
}

const endOf = ({ words: before }: Words, { words: after }: Words): Gap => ({
  before: { start: before.length, end: before.length },
  after: { start: after.length, end: after.length },
})

/**
 * The marks between two words, from those after the first one's place in the source, and from those before the
 * second one's. -1 for a word without a place.
 */
function fillGap(
  origins: Origins,
  gap: Span & { readonly text: string },
  source: string,
  after: number,
  before: number,
): void {
  let from = gap.start
  // A character of the source is in the text once.
  let free = -1
  if (after >= 0)
    for (let place = after; from < gap.end && isMark(source, place); from++, place++) {
      while (source[place] !== gap.text[from] && isMark(source, place)) place++
      if (source[place] !== gap.text[from]) break
      origins[from] = place
      free = place + 1
    }
  if (before < 0) return
  const first = after >= 0 && after <= before ? free : -1
  let place = before - 1
  for (let to = gap.end - 1; to >= from && isMark(source, place); to--, place--) {
    while (source[place] !== gap.text[to] && isMark(source, place)) place--
    if (place < first || source[place] !== gap.text[to]) break
    origins[to] = place
  }
}

/** Is there a character that is a part of no word? */
function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (
    at >= 0 && at < text.length && (isSpace(code) || !/[\p{L}\p{N}\p{M}]/u.test(text.charAt(at)))
  )
}
