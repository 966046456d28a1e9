/** The beginning of a paragraph, for places with little room. */

import type { Paragraph, Report } from '../../report/model'
import { withoutLastWord } from '../../text/spaces'

/** The first words of a paragraph, on one line, no longer than `length` characters and an ellipsis. */
export function firstWords({ flow }: Report, { span }: Paragraph, length: number): string {
  const start = flow.indexOf(span.start)
  const { end } = flow.lineAt(start)
  const line = flow.text.slice(start, Math.min(end, start + length))
  return end <= start + length ? line : `${withoutLastWord(line)} …`
}
