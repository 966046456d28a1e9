/** Finds judgement sections whose opening sentence names no grade. */

import { overlaps } from '../text/span'
import { onOneLine } from './one-line'
import type { Finding, Rule } from './rule'

export const missingOpeningGrade: Rule = {
  id: 'missing-opening-grade',
  summary: 'An opening sentence that states no grade',
  severity: 'off',
  fixable: 'never',
  *check(report): Iterable<Finding> {
    for (const { section } of report.judgements) {
      const opening = section?.opening
      if (section?.definition.grade === undefined || opening === undefined) continue
      if (opening.namesGrade || opening.statement !== undefined) continue
      // A sentence with a placeholder is still being written, and is found as such.
      if (report.placeholders.some(placeholder => overlaps(placeholder, opening.sentence))) continue
      const grade = section.grade?.grade
      yield {
        span: onOneLine(report, opening.sentence),
        message:
          grade === undefined
            ? 'The opening sentence states no grade. Begin with the judgement.'
            : `The opening sentence states no grade. Begin with the judgement: "${grade.word}".`,
        toDo: report.status === 'draft',
      }
    }
  },
}
