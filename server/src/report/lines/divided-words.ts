/** Words that are divided at the end of a line: `fam-` and `ilies`. */

import { isLetter, isLowerLetter } from '../../text/letters'
import { isBlankSpace, runEnd, runStart } from '../../text/runs'
import type { Span } from '../../text/span'

/** Is it a whole word rather than two with a hyphen? In lower case, without the hyphen. */
type IsWord = (word: string) => boolean

/** Longer words are looked at no further, in UTF-16 units. */
const longestWord = 40

/**
 * What divides words: the hyphen, the line end and the white space around it, over one blank line at most. Only words
 * for which `isWord` holds are divided ones; the hyphen of any other may be its own, as in `multi-` and `agency`.
 */
export function divisionsIn(text: string, isWord: IsWord): readonly Span[] {
  const found: Span[] = []
  for (let line = text.indexOf('\n'); line !== -1; line = text.indexOf('\n', line + 1)) {
    const division = divisionAt(text, line)
    if (division !== undefined && isWord(wordAround(text, division))) found.push(division)
  }
  return found
}

/** From the hyphen before the line end to the letter after it. */
function divisionAt(text: string, lineEnd: number): Span | undefined {
  const end = text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd
  const after = runStart(text, isBlankSpace, end)
  const start = after - 1
  if (!isHyphen(text.charCodeAt(start)) || !isLetter(text.charCodeAt(start - 1))) return undefined
  let next = runEnd(text, isBlankSpace, lineEnd + 1)
  if (text.charCodeAt(next) === 13) next++
  if (text.charCodeAt(next) === 10) next = runEnd(text, isBlankSpace, next + 1)
  return isLowerLetter(text.charCodeAt(next)) ? { start, end: next } : undefined
}

function wordAround(text: string, { start, end }: Span): string {
  const from = Math.max(runStart(text, isLetter, start), start - longestWord)
  const to = Math.min(runEnd(text, isLetter, end), end + longestWord)
  return (text.slice(from, start) + text.slice(end, to)).toLowerCase()
}

/** Common, soft, or from a PDF file. */
const isHyphen = (code: number) =>
  code === 45 || code === 0xad || code === 0x2010 || code === 0x2011
