/** The beginning of a paragraph, for places with little room. */

import type { Paragraph, Report } from '../../report/model'
import { withoutLastWord } from '../../text/spaces'

/** The first words of a paragraph, on one line, no longer than `length` characters and an ellipsis. */
export function firstWords(report: Report, { span }: Paragraph, length: number): string {
  const text = report.text.slice(span.start, Math.min(span.end, span.start + 2 * length))
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length && span.end <= span.start + 2 * length) return line
  return `${withoutLastWord(line.slice(0, length))} …`
}
