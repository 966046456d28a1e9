/** Titles with a slip in one of their words, found at a place without comparing it with every title. */

import { isWhiteSpace } from '../text/runs'
import { type Follows, type WordsAt, wordsAt } from '../text/title-words'

interface SlipTitle {
  readonly title: string
  /** The letters of its first and its second word; '' where it has no second. */
  readonly first: string
  readonly second: string
  readonly at: WordsAt
}

/** A slip is in one word only, or in the space between two, so the first or the second word is right, or both. */
export class SlipTitles {
  readonly #byFirst = new Map<string, SlipTitle[]>()
  readonly #bySecond = new Map<string, SlipTitle[]>()
  /** By the first two words without a space between. */
  readonly #byBoth = new Map<string, SlipTitle[]>()
  /** Titles of one word: each is compared with every word that is alone on a line. */
  readonly #alone: SlipTitle[] = []

  constructor(titles: readonly string[]) {
    for (const title of new Set(titles)) {
      const { first, second } = firstWords(title, 0)
      const slip = { title, first, second, at: wordsAt(title.replace(finalMark, ''), { slips: 1 }) }
      if (second === '') this.#alone.push(slip)
      else {
        add(this.#byFirst, first, slip)
        add(this.#bySecond, second, slip)
        add(this.#byBoth, first + second, slip)
      }
    }
  }

  /** The titles that begin there, with a slip or none, and where they end. */
  *at(
    text: string,
    start: number,
    follows: Follows,
  ): Generator<{ readonly title: string; readonly end: number }> {
    const { first, second, isAlone } = firstWords(text, start)
    const found = [
      ...(this.#byFirst.get(first) ?? []).filter(
        each => mayBe(second, each.second) || isBegunBy(second, each.second),
      ),
      ...(this.#byBoth.get(first) ?? []),
      ...(this.#bySecond.get(second) ?? []).filter(
        each => each.first !== first && mayBe(first, each.first),
      ),
      ...(isAlone ? this.#alone : []),
    ]
    for (const { title, at } of found) {
      const end = at(text, start, follows)?.end
      if (end !== undefined) yield { title, end }
    }
  }
}

/** Titles with a word too many or too few, or with a slip in a short word; those of one word or two are left out. */
export class LooseTitles {
  readonly #titles: readonly SlipTitle[]

  constructor(titles: readonly string[]) {
    this.#titles = titles
      .filter(title => title.split(' ').length > 2)
      .map(title => {
        const at = wordsAt(title.replace(finalMark, ''), { slips: 1, isLoose: true })
        return { title, at, ...firstWords(title, 0) }
      })
  }

  /** Where one of them ends that begins at the place. */
  endAt(text: string, start: number, follows: Follows): number | undefined {
    if (this.#titles.length === 0) return undefined
    const written = firstWords(text, start)
    for (const { first, second, at } of this.#titles) {
      const own = [first, second]
      // With a slip in one word, one of the first two is right, if not in its place.
      if (!own.includes(written.first) && !own.includes(written.second)) continue
      const end = at(text, start, follows)?.end
      if (end !== undefined) return end
    }
    return undefined
  }
}

function add(titles: Map<string, SlipTitle[]>, word: string, title: SlipTitle): void {
  const there = titles.get(word)
  if (there === undefined) titles.set(word, [title])
  else there.push(title)
}

/** The mark at the end of a title, which headings may lack. */
const finalMark = /[.:?]$/

/** Can the word be the other one with a slip in it? One letter more or fewer, and one of its first two letters unchanged or swapped. */
function mayBe(written: string, word: string): boolean {
  if (Math.abs(written.length - word.length) > 1) return false
  return (
    written[0] === word[0] ||
    written[1] === word[1] ||
    written[0] === word[1] ||
    written[1] === word[0]
  )
}

/** Is the word run together with another after it? */
function isBegunBy(written: string, word: string): boolean {
  return written.length > word.length + 1 && written.startsWith(word)
}

/** No word of a title is longer, in UTF-16 units. */
const longest = 40

interface FirstWords {
  readonly first: string
  readonly second: string
  /** Is nothing else on the line of the first word? */
  readonly isAlone: boolean
}

/** The first two words at the place, each by its letters in lower case. */
function firstWords(text: string, start: number): FirstWords {
  const end = wordEnd(text, start)
  let next = end
  let isAlone = end === text.length
  while (next < text.length && next - end < longest && isWhiteSpace(text.charCodeAt(next))) {
    if (text[next] === '\n' || text[next] === '\r') isAlone = true
    next++
  }
  return {
    first: lettersOf(text.slice(start, end)),
    second: lettersOf(text.slice(next, wordEnd(text, next))),
    isAlone,
  }
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start < longest && !isWhiteSpace(text.charCodeAt(end))) end++
  return end
}

function lettersOf(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) | 32
    if (code < 97 || code > 122) return word.replace(/[^\p{L}]/gu, '').toLowerCase()
  }
  return word.toLowerCase()
}
