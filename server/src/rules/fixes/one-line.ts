/** Where a finding is marked. */

import type { Report } from '../../report/model'
import type { Span } from '../../text/span'

/** The part of the span that is on its first line, so that no mark runs over several lines. */
export function onOneLine(report: Report, span: Span): Span {
  const end = report.lines.end(report.lines.lineAt(span.start))
  return { start: span.start, end: Math.min(span.end, Math.max(end, span.start)) }
}
