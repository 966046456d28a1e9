/** Paragraph numbers that went with a section that is missing. */

import type { Report } from '../../report/model'
import { placeOf } from './sections'

/**
 * Is a section missing between the two offsets? Then the numbers left out are those of its paragraphs, and its
 * own finding covers them. `before` is undefined where there is no numbered paragraph before.
 */
export function lacksSection(report: Report, before: number | undefined, after: number): boolean {
  return report.missingSections.some(definition => {
    if (definition.kind === 'summary') return false
    const at = placeOf(report, definition)
    return (before ?? 0) < at && at <= after
  })
}
