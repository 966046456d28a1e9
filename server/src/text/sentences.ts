/** Sentences in running text. */

import type { Span } from './span'

/** Words that end in a full stop and mostly go on. */
const abbreviation = /\b(?:e\.g|i\.e|etc|cf|vs|approx|Dr|Mr|Mrs|Ms|Prof|Rev|St)/

/** Words that do before a number only: "No. 3", "3 Oct. 2011". "No. It is not" are two sentences. */
const beforeNumber =
  /(?<![\w'’])(?:Nos?|pp?|paras?|ss?|regs?|figs?|vols?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?=\.\s+\d)/

/** The number of a paragraph. */
const label = /^\s*\d{1,3}/

const closing = /[.!?]+(?:[)\]'"’”*_]|\[\^\w+\])*/

/** A stop with the closing marks behind it, before white space and something other than a small letter. */
const stop = new RegExp(
  `(?<!${abbreviation.source})(?<!${beforeNumber.source})(?<!${label.source})${closing.source}(?=\\s+[^\\sa-z])`,
  'g',
)

/** How far behind `span.start` sentences are looked for; a paragraph is never as long. */
const longest = 20_000

/** The sentence of `span` in which the offset lies, without the white space around it. */
export function sentenceAt(text: string, span: Span, offset: number): Span {
  const stretch = text.slice(span.start, Math.min(span.end, span.start + longest))
  let { start } = span
  for (const match of stretch.matchAll(stop)) {
    const end = span.start + match.index + match[0].length
    if (offset <= end) return { start, end }
    start = end + (/^\s+/.exec(text.slice(end, span.end))?.[0].length ?? 0)
    if (offset < start) return { start: offset, end: offset }
  }
  return { start, end: span.end }
}
