/** Corrects a misspelt title word by word, so that its line ends, marks and capitals stay as they are. */

import { replace, type TextEdit } from '../../text/edits'
import { oneOf, withoutRunAtEnd } from '../../text/runs'
import type { TextSpan } from '../../text/span'
import { normalTitle } from '../../types/normal-title'

/** Replaces the words that differ from the title; the whole where words are missing or there are more of them. */
export function correctedWords(written: TextSpan, title: string): readonly TextEdit[] {
  const isAllCapitals = isCapitals(written.text)
  const words = [...written.text.matchAll(/[^\s*_#>]+/g)]
  const wanted = title.trim().split(/\s+/)
  if (words.length !== wanted.length) return [replace(written, inFormOf(written.text, title))]
  return words.flatMap(({ index, 0: whole }, at) => {
    const right = withoutStop(wanted[at] as string)
    const word = withoutStop(whole)
    if (normalTitle(word) === normalTitle(right)) return []
    const start = written.start + index
    const form = isAllCapitals ? right.toUpperCase() : inFormOf(word, right)
    return [replace({ start, end: start + word.length }, form)]
  })
}

/** The stop after a title and the mark of a footnote are the writer's own. */
const withoutStop = (word: string) => withoutRunAtEnd(word.replace(footnoteMark, ''), isStop)
const footnoteMark = /(?:\[\^?[^\][\s]{1,30}\]|(?<=\p{L})\d{1,2})$/u

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
