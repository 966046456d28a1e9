/** Slips of the pen in a title, a row's name or a label: letters and words lost, added, doubled and swapped. */

import { insert, remove, replace, type TextEdit } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { chosen, seedOf } from './choose'

export interface Slip {
  /** What the words then do: `lacks a letter`. */
  readonly what: string
  readonly edit: TextEdit
}

/** Words that somebody may add to any title. */
const additions = ['the', 'all', 'local', 'young', 'overall', 'new', 'other']

/**
 * One slip of each kind in the words at the span, each in another word and at another letter. There are none of a kind
 * where the words are too few or too short for it.
 */
export function* slipsIn(text: string, span: Span): Generator<Slip> {
  const words = wordsIn(text, span)
  const seed = seedOf(text.slice(span.start, span.end)) + span.start
  const long = words.filter(word => word.end - word.start >= 4)
  const wordFor = (kind: number) => chosen(long, seed + 5 * kind)
  for (const [kind, [what, edit]] of letterSlips.entries()) {
    const word = wordFor(kind)
    if (word === undefined) return
    // Most slips are inside a word; its first letter is part of one now and then.
    const length = word.end - word.start
    const at = word.start + ((seed + kind) % 7 === 0 ? 0 : 1 + ((seed + kind) % (length - 2)))
    const made = edit(text, at)
    if (made !== undefined) yield { what, edit: made }
  }
  const last = words.at(-1)
  if (last !== undefined && last.end - last.start > 3) {
    const { end } = last
    const isPlural = text.charAt(end - 1) === 's'
    const edit = isPlural ? remove({ start: end - 1, end }) : insert(end, 's')
    yield { what: 'has another number', edit }
  }
  if (words.length < 3) return
  const inner = words.slice(0, -1)
  const lost = chosen(inner, seed)
  const next = words[words.indexOf(lost as Span) + 1]
  if (lost === undefined || next === undefined) return
  // What is lost with a line end or with its first letter in capitals is another slip.
  const isPlain = text.slice(lost.end, next.start) === ' '
  if (isPlain && lost !== words[0])
    yield { what: 'lacks a word', edit: remove({ start: lost.start, end: next.start }) }
  if (isPlain) yield { what: 'lacks a space', edit: remove({ start: lost.end, end: next.start }) }
  yield { what: 'has a word twice', edit: insert(lost.end, ` ${text.slice(lost.start, lost.end)}`) }
  const added = chosen(additions, seed) as string
  yield { what: 'has a word too many', edit: insert(lost.end, ` ${added}`) }
}

type LetterSlip = (text: string, at: number) => TextEdit | undefined

const letterSlips: readonly (readonly [what: string, edit: LetterSlip])[] = [
  ['lacks a letter', (_, at) => remove({ start: at, end: at + 1 })],
  ['has a letter twice', (text, at) => insert(at, text.charAt(at))],
  [
    'has two letters swapped',
    (text, at) => {
      const pair = text.slice(at, at + 2)
      const swapped = pair.charAt(1) + pair.charAt(0)
      return swapped === pair ? undefined : replace({ start: at, end: at + 2 }, swapped)
    },
  ],
  [
    'has a wrong letter',
    (text, at) => {
      const right = text.charAt(at)
      const wrong = neighbours[right.toLowerCase()]
      const isCapital = right !== right.toLowerCase()
      if (wrong === undefined) return undefined
      return replace({ start: at, end: at + 1 }, isCapital ? wrong.toUpperCase() : wrong)
    },
  ],
]

/** The key to the right of each on a keyboard. */
const neighbours: Readonly<Record<string, string>> = Object.fromEntries(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap(row =>
    [...row].slice(0, -1).map((letter, at) => [letter, row.charAt(at + 1)]),
  ),
)

/** Words of letters alone; their places in the text. */
function wordsIn(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\p{L}+(?:[’'-]\p{L}+)*/gu)].map(
    ({ index, 0: word }) => ({ start: start + index, end: start + index + word.length }),
  )
}
