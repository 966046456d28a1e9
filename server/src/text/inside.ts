/** Whether places lie in stretches of a text, asked for many places at little cost. */

import { overlaps, type Span } from './span'

/**
 * Does an offset lie in one of the spans, which are in order and do not overlap? The offsets have to be asked
 * for in order too.
 */
export function isInside(spans: readonly Span[]): (offset: number) => boolean {
  let index = 0
  return offset => {
    while (index < spans.length && (spans[index] as Span).end <= offset) index++
    const span = spans[index]
    return span !== undefined && span.start <= offset
  }
}

/**
 * Of the spans, which are in the order of their starts, those that have a character in common with another
 * stretch. It may be asked about any stretches in any order, in time that does not grow with the spans
 * elsewhere.
 */
export function overlapping<Each extends Span>(
  spans: readonly Each[],
): (span: Span) => readonly Each[] {
  // How far the spans up to each one reach, since a longer one may begin earlier.
  let furthest = 0
  const reach = spans.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return span => {
    const found: Each[] = []
    for (let at = firstAbove(reach, span.start); at < spans.length; at++) {
      const each = spans[at] as Each
      if (each.start >= span.end) break
      if (overlaps(each, span)) found.push(each)
    }
    return found
  }
}

/** The index of the first of the rising numbers that is larger; how many there are where none is. */
export function firstAbove(numbers: readonly number[], least: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) > least) high = middle
    else low = middle + 1
  }
  return low
}
