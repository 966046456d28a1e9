/** The line in which something is being typed: what completion needs to know about it. */

import type { Report, Section } from '../../report/model'
import { formOf } from '../../report/template/form'
import type { Span } from '../../text/span'
import { sectionAt } from '../navigate/places'

/** A place at which something is being typed, with the text of its line on both sides. */
export interface Cursor {
  readonly report: Report
  readonly offset: number
  readonly line: number
  readonly lineStart: number
  /** The text of the line before and after the cursor. */
  readonly before: string
  readonly after: string
  /** The section in which the line is; at a line end that of the line itself. */
  readonly section: Section | undefined
}

/** The cursor at the offset. */
export function cursorAt(report: Report, offset: number): Cursor {
  const { lines, text } = report
  const line = lines.lineAt(offset)
  const lineStart = lines.start(line)
  return {
    report,
    offset,
    line,
    lineStart,
    before: text.slice(lineStart, offset),
    after: text.slice(offset, lines.end(line)),
    section: sectionAt(report, lineStart),
  }
}

/** The last `length` characters before the cursor: what an item is to replace. */
export function typedSpan({ offset }: Cursor, length: number): Span {
  return { start: offset - length, end: offset }
}

/** Is the line blank, or outside the text? */
export function isBlankLine({ lines, text }: Report, line: number): boolean {
  return text.slice(lines.start(line), lines.end(line)).trim() === ''
}

/** Does the text of a heading, without its line end, touch the line? */
export function isHeadingLine({ lines, sections, contents }: Report, line: number): boolean {
  const start = lines.start(line)
  const end = lines.end(line)
  const holds = (span: Span): boolean => span.start <= end && span.end > start
  return (
    sections.some(({ heading }) => holds(heading.line)) ||
    (contents !== undefined && holds(contents.heading))
  )
}

/**
 * Is what has been typed the beginning of one of the names? One letter is enough: an editor that has only other
 * items by then, such as snippets, would not ask again at the second.
 */
export function isBegun(typed: string, name: string): boolean {
  return typed !== '' && name.toLowerCase().startsWith(typed.toLowerCase())
}

/** Line ends that separate what is put into a line from the lines around it, where the report does so. */
export function gapsAround(cursor: Cursor): { readonly before: string; readonly after: string } {
  const { report, line } = cursor
  const { isSpaced } = formOf(report, cursor.lineStart)
  const isFirst = line === 0 || isBlankLine(report, line - 1)
  const isLast = line + 1 >= report.lines.count || isBlankLine(report, line + 1)
  return { before: isFirst || !isSpaced ? '' : '\n', after: isLast || !isSpaced ? '' : '\n' }
}
