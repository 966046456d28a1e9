/** The lines of a cover, and the marks and white space around their text. */

import { decorationsBefore } from '../../text/decorations'
import type { LineIndex } from '../../text/lines'
import { isSpace } from '../../text/span'

/** The lines of a text that make up its cover. */
export interface CoverLines {
  readonly text: string
  readonly lines: LineIndex
  readonly first: number
  /** The line after the last. */
  readonly last: number
}

/** The text of the line, without the white space around it. */
export function lineText({ text, lines }: CoverLines, line: number): string {
  return text.slice(lines.start(line), lines.end(line)).trim()
}

/** Is there nothing but white space on the line? */
export function isBlank({ text, lines }: CoverLines, line: number): boolean {
  const end = lines.end(line)
  return skip(text, lines.start(line), end, isSpace) >= end
}

/** Offset after white space, emphasis, heading, list and table marks, anchors and links at the line's start. */
export function contentStart({ text, lines }: CoverLines, line: number): number {
  const span = { start: lines.start(line), end: lines.end(line) }
  return decorationsBefore(text, span, isLeadingMark)
}

/** The first offset from `start`, at most `end`, with a character that is not skipped. */
export function skip(
  text: string,
  start: number,
  end: number,
  isSkipped: (code: number) => boolean,
): number {
  let at = start
  while (at < end && isSkipped(text.charCodeAt(at))) at++
  return at
}

/** White space, `*`, `_` and the `\` of a Markdown line break. */
export function isMarkOrSpace(code: number): boolean {
  return isSpace(code) || code === 42 || code === 95 || code === 92
}

/** The same, plus `#`, `|`, `>`, `-`, `•`. */
function isLeadingMark(code: number): boolean {
  return (
    isMarkOrSpace(code) ||
    code === 35 ||
    code === 124 ||
    code === 62 ||
    code === 45 ||
    code === 0x2022
  )
}
