/**
 * What is in a text but is not part of the report: notes among colleagues, HTML comments, fenced code, and line
 * ends inside a line. The structure is read from a copy in which they are blank, so that a note after a heading
 * or in a table cell changes neither. Offsets stay the same.
 */

import type { LineIndex } from '../../text/lines'
import { blanked } from '../../text/spaces'
import type { Span } from '../../text/span'
import { type Remarks, remarksIn } from './marks'

/** The text with fenced code and its fences (```, ~~~) blank; a fence that is not closed is not one. */
export function withoutFences(text: string): string {
  if (!text.includes('```') && !text.includes('~~~')) return text
  const fences: Span[] = []
  let open: { readonly start: number; readonly mark: string } | undefined
  for (const match of text.matchAll(/^ {0,3}(`{3,}|~{3,})[^\r\n]*/gm)) {
    const mark = match[1] as string
    const isClosing = open !== undefined && mark.startsWith(open.mark) && match[0].trim() === mark
    if (open === undefined) open = { start: match.index, mark }
    else if (isClosing) {
      fences.push({ start: open.start, end: match.index + match[0].length })
      open = undefined
    }
  }
  return blanked(text, fences)
}

/** The text with line ends inside lines (`<br>`, as cells of a Markdown table have them) blank. */
export function withoutBreaks(text: string): string {
  if (!/<br/i.test(text)) return text
  const breaks: Span[] = []
  for (const { index, 0: mark } of text.matchAll(/<br[ \t]*\/?>/gi))
    breaks.push({ start: index, end: index + mark.length })
  return blanked(text, breaks)
}

/** Where the notes and comments of the text are, in order; one inside another is a part of that. */
export function hiddenIn(text: string, lines: LineIndex): readonly Span[] {
  return hiddenBy(remarksIn(text, lines))
}

/** The same where they are known. */
export function hiddenBy({ comments, notes }: Remarks): readonly Span[] {
  const all = [...comments, ...notes.map(({ span }) => span)]
  const hidden: Span[] = []
  for (const each of all.sort((a, b) => a.start - b.start)) {
    const last = hidden.at(-1)
    if (last === undefined || last.end <= each.start) hidden.push(each)
    else if (last.end < each.end) hidden[hidden.length - 1] = { start: last.start, end: each.end }
  }
  return hidden
}
