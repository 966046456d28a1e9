/** Finds marks that lead to the evidence behind a sentence: `[E12]`, `[Ev 12, 14]`, `[evidence: CS 4]`. */

import type { Flow } from '../../text/flow'
import { type TextSpan, textSpan } from '../../text/span'

/** What is in brackets and begins as such a mark does. */
const bracketed = /\[((?:E[BFRVv]?|[Ee]vidence(?: ref| no)?)(?![a-z])[^[\]]{0,200})\]/g
/** The number of a piece of evidence, with what it is a piece of: `E12`, `CS 4`, `evidence: 7b`. */
const piece =
  /^(?:[Ee]vidence(?: ref| no)?|[A-Z][A-Zv]{0,3})?[.:]?[ -]?(?:[A-Z]{1,4}[ -]?)?\d{1,5}[a-z]?$/

/** The marks in the running text, in its order, as `draft` has them; a link that looks like one is not one. */
export function evidenceMarksIn(draft: string, flow: Flow): readonly TextSpan[] {
  const { text } = flow
  if (!text.includes('[')) return []
  return [...text.matchAll(bracketed)].flatMap(({ index, 0: words, 1: inside = '' }) => {
    if (!inside.split(/[,;]/).every(each => piece.test(each.trim()))) return []
    const end = index + words.length
    return text[end] === '(' ? [] : [flow.written(draft, textSpan(text, index, end))]
  })
}
