/** Stretches of a text, as offsets. */

/**
 * A stretch of a text: from `start` up to, not including, `end`, in UTF-16 code units.
 *
 * `{ start: 6, end: 7 }` is the "2" of "Grade 2".
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the text that is there, exactly as written. */
export interface TextSpan extends Span {
  readonly text: string
}

/** Does the offset lie in the span, its end included (where a cursor after the last letter is)? */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}

/** Does `outer` hold the whole of `inner`? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Have the spans at least one character in common? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The span as one that carries its text. */
export function textSpan(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) }
}

/** The span without the white space at its ends; an empty span at its start if there is nothing else. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** Space, tab, line ends, form feed, no-break space and byte-order mark. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff
}
