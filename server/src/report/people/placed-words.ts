/** The words of running text with their places, and what is between neighbouring words. */

import { isDigit, isLetter } from '../../text/letters'
import { singleSpaced } from '../../text/spaces'
import { type Span, type TextSpan, textSpan } from '../../text/span'

/**
 * The words of the stretch in order: letters and digits, with the apostrophes and hyphens inside them.
 * `a 14-year-old, O’Neill’s` has `a`, `14-year-old` and `O’Neill’s`.
 */
export function placedWords(text: string, { start, end }: Span): readonly TextSpan[] {
  const words: TextSpan[] = []
  let from = -1
  for (let at = start; at <= end; at++) {
    const isIn =
      at < end &&
      (isWordPart(text.charCodeAt(at)) ||
        (from !== -1 &&
          isJoint(text.charCodeAt(at)) &&
          at + 1 < end &&
          isWordPart(text.charCodeAt(at + 1))))
    if (isIn && from === -1) from = at
    if (isIn || from === -1) continue
    words.push(textSpan(text, from, at))
    from = -1
  }
  return words
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code)
}

/** Apostrophes, straight and curly, and hyphens. */
function isJoint(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 45 || code === 0x2010 || code === 0x2011
}

/**
 * What is before the word, after the one before it, with single spaces for all white space but a blank line; empty for
 * the first.
 */
export function gapBefore(text: string, words: readonly TextSpan[], at: number): string {
  const [before, word] = [words[at - 1], words[at]]
  if (before === undefined || word === undefined) return ''
  const gap = text.slice(before.end, word.start)
  return gap === ' ' || gap.indexOf('\n') !== gap.lastIndexOf('\n') ? gap : singleSpaced(gap)
}

/** Is there only white space before the word? */
export function isBeside(text: string, words: readonly TextSpan[], at: number): boolean {
  return gapBefore(text, words, at) === ' '
}
