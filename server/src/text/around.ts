/** Moving a stretch of a text by moving what it passes. */

import { applyEdits, inOrder, replace, type TextEdit } from './edits'
import { combined, following } from './follow'

/**
 * Does what `moved` and then `second` do, where one edit of `moved` takes out what the other puts in, but
 * without touching that stretch: what it moves past goes to the other side of it instead. A cursor in it stays
 * where it is, and so does anything typed there meanwhile. `second` are edits of the text that `moved` leaves.
 */
export function aroundMoved(
  text: string,
  moved: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  const all = combined(moved, second)
  const removal = moved.find(({ newText }) => newText === '')
  const insertion = moved.find(({ newText }) => newText !== '')
  if (removal === undefined || insertion === undefined) return all
  const removed = text.slice(removal.span.start, removal.span.end)
  const start = removal.span.start + removed.length - removed.trimStart().length
  const end = start + removed.trim().length
  const home = following(text, moved).follow({ start, end })
  if (typeof home === 'string') return all

  const own = second.filter(({ span }) => span.start >= home.start && span.end <= home.end)
  const from = Math.min(insertion.span.start, removal.span.start)
  const to = Math.max(insertion.span.end, removal.span.end)
  const isPassed = ({ span }: TextEdit) => span.start >= from && span.end <= to
  const passed = inOrder(all.filter(isPassed))
  const after = applyEdits(text.slice(from, to), shifted(passed, -from))
  const words = applyEdits(text.slice(start, end), shifted(own, -home.start))
  // What is put in begins with nothing but white space at most.
  const at = placeAfter(passed, insertion.span.start - from)
  const put = passed.find(
    ({ span }) => span.start === insertion.span.start && span.end === span.start,
  )
  const place = at + (put?.newText.indexOf(words) ?? 0)
  return inOrder([
    ...all.filter(edit => !isPassed(edit)),
    ...least(from, text.slice(from, start), after.slice(0, place), 'after'),
    ...shifted(own, start - home.start),
    ...least(end, text.slice(end, to), after.slice(place + words.length), 'before'),
  ])

  /** Where a place among the edits is once those before it have been made. */
  function placeAfter(edits: readonly TextEdit[], offset: number): number {
    return edits
      .filter(({ span }) => span.end <= from + offset && span.start < from + offset)
      .reduce((now, { span, newText }) => now + newText.length - (span.end - span.start), offset)
  }
}

function shifted(edits: readonly TextEdit[], by: number): readonly TextEdit[] {
  return edits.map(({ span, newText }) =>
    replace({ start: span.start + by, end: span.end + by }, newText),
  )
}

/**
 * The edit that turns the first text into the second, without what both have at their ends; no edit where they
 * are equal.
 */
function least(
  offset: number,
  old: string,
  newText: string,
  first: 'before' | 'after',
): readonly TextEdit[] {
  const { before, after } = commonEnds(old, newText, first)
  const span = { start: offset + before, end: offset + old.length - after }
  const rest = newText.slice(before, newText.length - after)
  return span.start === span.end && rest === '' ? [] : [replace(span, rest)]
}

/**
 * How much of two texts is the same at their beginnings and at their ends; where the two overlap, `first`
 * takes precedence.
 */
function commonEnds(
  a: string,
  b: string,
  first: 'before' | 'after',
): { readonly before: number; readonly after: number } {
  const most = Math.min(a.length, b.length)
  const from = (taken: number): number => {
    let at = 0
    while (at < most - taken && a[at] === b[at]) at++
    return at
  }
  const to = (taken: number): number => {
    let at = 0
    while (at < most - taken && a.at(-1 - at) === b.at(-1 - at)) at++
    return at
  }
  if (first === 'before') {
    const before = from(0)
    return { before, after: to(before) }
  }
  const after = to(0)
  return { before: from(after), after }
}
