/** What an edit really changes: whole words, without those around them that stay. */

import type { TextEdit } from '../../text/edits'
import { isDigit, isLetter } from '../../text/letters'

/** The edit without the beginning and the end that both texts have; undefined where nothing is left. */
export function hunkOf(text: string, { span, newText }: TextEdit): TextEdit | undefined {
  const old = text.slice(span.start, span.end)
  if (old === newText) return undefined
  let start = 0
  while (start < Math.min(old.length, newText.length) && old[start] === newText[start]) start++
  let end = 0
  const most = Math.min(old.length, newText.length) - start
  while (end < most && old.at(-1 - end) === newText.at(-1 - end)) end++
  // A word is changed as a whole.
  const goesOn = (words: string, at: number) => isPart(words, at) && isPart(words, at - 1)
  while (start > 0 && (goesOn(old, start) || goesOn(newText, start))) start--
  while (end > 0 && (goesOn(old, old.length - end) || goesOn(newText, newText.length - end))) end--
  return {
    span: { start: span.start + start, end: span.end - end },
    newText: newText.slice(start, newText.length - end),
  }
}

function isPart(words: string, at: number): boolean {
  const code = words.charCodeAt(at)
  return isLetter(code) || isDigit(code)
}
