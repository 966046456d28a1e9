/** Whether places lie in stretches of a text, asked for many places at little cost. */

import type { Span } from './span'

/**
 * Does an offset lie in one of the spans, which are in order and apart? The offsets have to be asked
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
