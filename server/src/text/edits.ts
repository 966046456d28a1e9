/** Changes to a text. */

import type { Span } from './span'

/** Puts `newText` in place of `span`. An empty span inserts. Offsets are those of the text before any edit. */
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

/** An edit that takes out what is in `span`. */
export function remove(span: Span): TextEdit {
  return replace(span, '')
}

/** The edits in the order of their places; those at one place keep the order in which they were given. */
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

/** How many characters are looked at together to find out whether a place is taken. */
const stretch = 512

/**
 * The places that some edits change, so that of two edits for one place only the first is applied. Each
 * question takes time that does not grow with what is taken elsewhere.
 */
export class TakenPlaces {
  private readonly spans = new Map<number, Span[]>()

  /** Takes the places of all these edits; returns false, and takes none, where one of them is already taken. */
  take(edits: readonly TextEdit[]): boolean {
    if (edits.some(({ span }) => this.isTaken(span))) return false
    for (const { span } of edits)
      for (const at of stretchesOf(span)) {
        const there = this.spans.get(at)
        if (there === undefined) this.spans.set(at, [span])
        else there.push(span)
      }
    return true
  }

  private isTaken(span: Span): boolean {
    for (const at of stretchesOf(span))
      if (this.spans.get(at)?.some(other => isOnePlace(span, other))) return true
    return false
  }
}

function* stretchesOf({ start, end }: Span): Iterable<number> {
  for (let at = Math.floor(start / stretch); at * stretch <= end; at++) yield at
}

/** Would edits of the two change the same place, so that only one of them can be applied? */
function isOnePlace(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
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

/** Edits of the text as `edits` leave it, which take it back to `text`. */
export function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0
  return inOrder(edits).map(({ span, newText }) => {
    const start = span.start + shift
    shift += newText.length - (span.end - span.start)
    return replace({ start, end: start + newText.length }, text.slice(span.start, span.end))
  })
}
