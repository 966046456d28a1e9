/** Marks a whole text by its first word. */

import type { Report } from '../../report/model'
import { isSpace, type Span } from '../../text/span'

/** The first word of the span: where a finding about all of it is marked. */
export function firstWord({ text }: Report, { start, end }: Span): Span {
  let at = start
  while (at < end && !isSpace(text.charCodeAt(at))) at++
  return { start, end: at }
}
