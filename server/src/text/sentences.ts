/** Sentences in running text. */

import type { Span } from './span'

/** A stop with the closing marks behind it, before white space and something other than a small letter. */
const stop =
  /(?<!\b(?:\d{1,3}|e\.g|i\.e|etc|cf|Dr|Mr|Mrs|Ms|St|No))[.!?]+[)\]'"’”*_]*(?=\s+[^\sa-z])/g

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
