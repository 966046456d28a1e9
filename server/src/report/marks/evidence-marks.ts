/** Finds marks that lead to the evidence behind a sentence: `[E12]`, `[Ev 12, 14]`, `[evidence: CS 4]`. */

import type { Flow } from '../../text/flow'
import { type TextSpan, textSpan } from '../../text/span'

/** What such a mark begins with, and the number of a piece of evidence. */
const mark =
  /\[(?:E|EB|EF|ER|Ev|EV|evidence|Evidence)(?: (?:ref|no))?[.:]?[ -]?(?:[A-Z]{1,4}[ -]?)?\d{1,5}[a-z]?(?:[,;] ?[A-Z]{0,4} ?\d{1,5}[a-z]?){0,20}\]/g

/** The marks in the running text, in its order, as `draft` has them; a link that looks like one is not one. */
export function evidenceMarksIn(draft: string, flow: Flow): readonly TextSpan[] {
  const { text } = flow
  if (!text.includes('[')) return []
  return [...text.matchAll(mark)].flatMap(({ index, 0: words }) => {
    const end = index + words.length
    return text[end] === '(' ? [] : [flow.written(draft, textSpan(text, index, end))]
  })
}
