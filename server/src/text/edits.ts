/** Changes to a text. */

import type { Span } from './span'

/** Puts `newText` where `span` stands. An empty span inserts. Offsets are those of the text before any edit. */
export interface TextEdit {
  readonly span: Span
  readonly newText: string
}

/** An edit that writes `newText` over `span`. */
export function replace(span: Span, newText: string): TextEdit {
  return { span: { start: span.start, end: span.end }, newText }
}

/** An edit that puts `newText` at `offset`. */
export function insert(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText }
}

/** An edit that takes out what stands in `span`. */
export function remove(span: Span): TextEdit {
  return replace(span, '')
}

/** The edits in the order of their places; those at one place keep the order they were given in. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.span.start - b.edit.span.start ||
        a.edit.span.end - b.edit.span.end ||
        a.index - b.index,
    )
    .map(({ edit }) => edit)
}

/** Would the two sets of edits change the same place, so that only one of them can be applied? */
export function conflict(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some(x =>
    b.some(
      y =>
        x.span.start === y.span.start || (x.span.start < y.span.end && y.span.start < x.span.end),
    ),
  )
}

/**
 * The text after all edits.
 *
 * Throws a `RangeError` if two edits overlap, since one of them would be lost.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < at) throw new RangeError(`two edits overlap at offset ${span.start}`)
    result += text.slice(at, span.start) + newText
    at = span.end
  }
  return result + text.slice(at)
}

/** Edits of the text as `edits` leave it that take it back to `text`. */
export function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0
  return inOrder(edits).map(({ span, newText }) => {
    const start = span.start + shift
    shift += newText.length - (span.end - span.start)
    return replace({ start, end: start + newText.length }, text.slice(span.start, span.end))
  })
}
