/** White space inside texts. */

import { isWhiteSpace, runEnd, runStart } from './runs'
import type { Span } from './span'

/**
 * The text with a single space in place of each run of white space. Most texts have only single spaces
 * already.
 */
export function singleSpaced(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

/** Words as a name is looked for in a sentence: in lower case, single-spaced, without hyphens and commas. */
export function plainPhrase(words: string): string {
  const plain = words.toLowerCase().replace(/[‘’]/g, "'").replace(/[-,]/g, ' ')
  return singleSpaced(plain).trim()
}

/** The text with `between` in place of each line end and of all the white space around it. */
export function withoutLineEnds(text: string, between: string): string {
  let words = ''
  let from = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    words += text.slice(from, runStart(text, isWhiteSpace, end)) + between
    from = runEnd(text, isWhiteSpace, end)
  }
  return words + text.slice(from)
}

/** The text without its last word and the white space before it: all of it where it is a single word. */
export function withoutLastWord(text: string): string {
  const word = runStart(text, code => !isWhiteSpace(code))
  return word === 0 ? text : text.slice(0, runStart(text, isWhiteSpace, word))
}

/**
 * The text with no-break spaces in place of everything but line ends in the spans, which are in order and do
 * not overlap. Common spaces would set columns apart.
 */
export function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  let result = ''
  let at = 0
  for (const { start, end } of spans) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, '\u00a0')
    at = end
  }
  return result + text.slice(at)
}
