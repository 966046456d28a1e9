/** Finds judgement sections whose opening sentence names no grade. */

import * as l10n from '@vscode/l10n'
import { overlaps } from '../text/span'
import { onOneLine } from './fixes/one-line'
import type { Finding, Rule } from './rule'

export const missingOpeningGrade: Rule = {
  id: 'missing-opening-grade',
  summary: 'An opening sentence that states no grade',
  severity: 'off',
  fixable: 'never',
  *check(report): Iterable<Finding> {
    const withoutNumber = report.numbering.faults.flatMap(fault =>
      fault.kind === 'missing' ? fault.block.start : fault.kind === 'displaced' ? fault.at : [],
    )
    for (const { section } of report.judgements) {
      const opening = section?.opening
      if (section?.definition.grade === undefined || opening === undefined) continue
      if (opening.namesNone || opening.namesGrade || opening.statement !== undefined) continue
      // A word that is on no scale is reported as that.
      if (opening.offScale !== undefined) continue
      // A sentence without its end is broken by a page, or still being written: the grade may be in what
      // follows.
      if (!/[.!?]['"’”)\]]*$/.test(opening.sentence.text)) continue
      // A sentence with a placeholder is still being written, and the placeholder is reported.
      if (report.placeholders.some(placeholder => overlaps(placeholder, opening.sentence))) continue
      // A first paragraph that has lost its number is not read as one, and that is reported.
      const { line } = section.heading
      if (withoutNumber.some(at => line.end <= at && at < opening.sentence.start)) continue
      const grade = section.grade?.grade
      yield {
        span: onOneLine(report, opening.sentence),
        message:
          grade === undefined
            ? l10n.t('The opening sentence states no grade. Begin with the judgement.')
            : l10n.t(
                'The opening sentence states no grade. Begin with the judgement: "{0}".',
                grade.word,
              ),
        ...(grade && {
          question: l10n.t(
            'The opening sentence states no grade, the section says "{0}". Is that right?',
            grade.word,
          ),
        }),
        toDo: report.status === 'draft',
      }
    }
  },
}
