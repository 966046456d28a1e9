/**
 * The words of texts of any length.
 *
 * A pattern that matches all the letters in a row throws where there are several million of them, as in a
 * picture written as text.
 */

import { isWhiteSpace } from './runs'

/** The runs of letters and digits, in order; a run longer than any word in pieces. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]{1,99}/gu) ?? []
}

/** This many characters without white space are not a word. */
const longest = 10_000

/** The text without stretches that are too long to be words, each replaced with one space. */
export function withoutEndless(text: string): string {
  if (text.length <= longest) return text
  const kept: string[] = []
  let from = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isWhiteSpace(text.charCodeAt(at))) continue
    if (at - start > longest) {
      kept.push(text.slice(from, start))
      from = at
    }
    start = at + 1
  }
  return kept.length === 0 ? text : [...kept, text.slice(from)].join(' ')
}
