/** Titles that are glued together on one line of the contents, as text extraction leaves them. */

import { type TextSpan, textSpan } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import type { Line } from '../lines/scan'

/** The titles that make up a line, the longest tried first at each place; none if anything else is left over. */
export function splitGlued(
  text: string,
  line: Pick<Line, 'from' | 'to'>,
  type: ReportType,
): readonly TextSpan[] {
  const found: TextSpan[] = []
  let at = line.from
  while (at < line.to) {
    if (/[\s\d.…|]/.test(text[at] as string)) {
      at++
      continue
    }
    const title = type.sectionTitles.lengthAt(text, at, line.to)
    if (title === 0) return []
    found.push(textSpan(text, at, at + title))
    at += title
  }
  return found
}
