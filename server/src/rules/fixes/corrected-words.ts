/** Corrects a misspelt title word by word, so that its line ends, marks and capitals stay as they are. */

import { insert, replace, type TextEdit } from '../../text/edits'
import { oneOf, withoutRunAtEnd } from '../../text/runs'
import type { TextSpan } from '../../text/span'
import { isNear } from '../../types/near'
import { normalTitle } from '../../types/normal-title'

/**
 * Replaces the words that differ from the title, puts in those that are missing and takes out those too many. What is
 * written may be in several pieces, as a title in a box is.
 */
export function correctedWords(
  pieces: readonly [TextSpan, ...TextSpan[]],
  title: string,
): readonly TextEdit[] {
  const whole = pieces.map(({ text }) => text).join(' ')
  const isAllCapitals = isCapitals(whole)
  const words = pieces.flatMap(({ text, start }, piece) =>
    [...text.matchAll(/[^\s*_#>]+/g)].map(({ 0: word, index }) => ({
      word,
      start: start + index,
      piece,
    })),
  )
  const wanted = title.trim().split(/\s+/)
  const placeOf = (at: number) => words[at]?.start ?? pieces[0].start
  const endOf = (at: number) => placeOf(at) + (words[at]?.word.length ?? 0)
  const aligned = alignedWords(
    words.map(each => withoutStop(each.word)),
    wanted.map(withoutStop),
  )
  const kept = aligned.flatMap(([own, right]) =>
    own.isThere && right !== undefined ? [own.at] : [],
  )
  /** Is a word before this one kept in its piece? What is before the first is not. */
  const isAfterKept = (at: number) =>
    kept.some(each => each < at && words[each]?.piece === words[at]?.piece)
  return aligned.flatMap(([own, right]) => {
    const word = right === undefined ? '' : withoutStop(wanted[right] as string)
    const form = isAllCapitals ? word.toUpperCase() : word
    const there = withoutStop(words[own.at]?.word ?? '')
    const place = { start: placeOf(own.at), end: placeOf(own.at) + there.length }
    if (own.isThere && right !== undefined) {
      // A word has another first letter at the beginning of the title than within it.
      const isMoved = (own.at === 0) !== (right === 0)
      const written = isAllCapitals ? form : isMoved ? word : inFormOf(there, word)
      if (isMoved ? there === written : normalTitle(there) === normalTitle(word)) return []
      return [replace(place, written)]
    }
    if (!own.isThere) {
      // Where nothing of its piece is kept before it, the word goes before the next one.
      const isBefore = own.at === 0 || (own.at < words.length && !isKeptUpTo(own.at))
      if (isBefore) return [insert(place.start, `${form} `)]
      // A last word has its mark, unless one is there.
      const mark = right === wanted.length - 1 && !hasMark(whole) ? markOf(title) : ''
      return [insert(endOf(own.at - 1), ` ${form}${mark}`)]
    }
    // The first words of a piece take the gap after them along, others the one before them, and the last one a colon.
    if (!isAfterKept(own.at)) {
      const isNext = words[own.at + 1]?.piece === words[own.at]?.piece
      return [replace({ ...place, end: isNext ? placeOf(own.at + 1) : place.end }, '')]
    }
    const isLast = own.at === words.length - 1
    const isMarked = isLast && words[own.at - 1]?.word.endsWith(':') === true
    return [replace({ ...place, start: endOf(own.at - 1) - (isMarked ? 1 : 0) }, '')]
  })
  /** Is the word before this place kept, or are words kept before it in its piece? */
  function isKeptUpTo(at: number): boolean {
    return kept.includes(at - 1) || isAfterKept(at - 1)
  }
}

/** A word that is written, by its place among them, or the place where one is missing. */
interface Written {
  readonly at: number
  readonly isThere: boolean
}

/** Of several titles the one with the fewest words missing, too many or wrong in what is written: the first of those. */
export function nearestTitle(written: string, titles: readonly [string, ...string[]]): string {
  // Words that have run together have the title's letters.
  const same = titles.find(title => lettersOf(title) === lettersOf(written))
  if (same !== undefined) return same
  const words = wordsOf(written)
  let nearest = titles[0]
  let least = Number.POSITIVE_INFINITY
  for (const title of titles) {
    const cost = costsOf(words, wordsOf(title))[0]?.[0] ?? least
    if (cost >= least) continue
    nearest = title
    least = cost
  }
  return nearest
}

const lettersOf = (words: string) => normalTitle(words).replaceAll(' ', '')

const wordsOf = (title: string) => title.trim().split(/\s+/).map(withoutStop)

/** Which word of the title each word is, in order, with as few words as possible too many, missing or wrong. */
function alignedWords(
  written: readonly string[],
  title: readonly string[],
): readonly (readonly [Written, number | undefined])[] {
  const costs = costsOf(written, title)
  const found: (readonly [Written, number | undefined])[] = []
  let [i, j] = [0, 0]
  while (i < written.length || j < title.length) {
    const cost = costs[i]?.[j]
    if (i < written.length && cost === 2 + (costs[i + 1]?.[j] ?? Infinity))
      found.push([{ at: i++, isThere: true }, undefined])
    else if (j < title.length && cost === 2 + (costs[i]?.[j + 1] ?? Infinity))
      found.push([{ at: i, isThere: false }, j++])
    else found.push([{ at: i++, isThere: true }, j++])
  }
  return found
}

/**
 * By place among the words and among those of the title, what it costs to make the rest of the one the rest of the
 * other: 1 for a word with a slip, 2 for one missing or too many, 3 for a wrong one.
 */
function costsOf(
  written: readonly string[],
  title: readonly string[],
): readonly (readonly number[])[] {
  const costs: number[][] = []
  for (let i = written.length; i >= 0; i--) {
    const row: number[] = []
    costs[i] = row
    for (let j = title.length; j >= 0; j--) {
      const [own, right] = [written[i], title[j]]
      if (own === undefined || right === undefined) {
        row[j] = 2 * (written.length - i + title.length - j)
        continue
      }
      const both = difference(own, right) + (costs[i + 1]?.[j + 1] ?? 0)
      row[j] = Math.min(both, 2 + (costs[i + 1]?.[j] ?? 0), 2 + (row[j + 1] ?? 0))
    }
  }
  return costs
}

function difference(written: string, word: string): number {
  if (normalTitle(written) === normalTitle(word)) return 0
  return isNear(written, word) ? 1 : 3
}

/** The stop after a title and the mark of a footnote are the writer's own. */
const withoutStop = (word: string) => withoutRunAtEnd(word.replace(footnoteMark, ''), isStop)
const footnoteMark = /(?:\[\^?[^\][\s]{1,30}\]|(?<=\p{L})\d{1,2})$/u

const markOf = (title: string) => /[?]?$/.exec(title)?.[0] ?? ''
const hasMark = (words: string) => /[?:.][*_]*$/.test(words)
const isCapitals = (words: string) => words.length > 3 && words === words.toUpperCase()
const isStop = oneOf('.:?')

/** The words with the capitals and the apostrophe of those that are written. */
export function inFormOf(written: string, words: string): string {
  const own = written.includes('’') ? words.replaceAll("'", '’') : words
  if (isCapitals(written)) return own.toUpperCase()
  const first = written.charAt(0)
  const isCapital = first !== first.toLowerCase()
  return isCapital ? own.charAt(0).toUpperCase() + own.slice(1) : own
}
