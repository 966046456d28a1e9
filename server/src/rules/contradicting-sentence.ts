/** Finds sentences that plainly give a judgement another grade than the rest of the report. */

import * as l10n from '@vscode/l10n'
import { contradictions } from '../report/grades/grade-sentences'
import type { Judgement, Report } from '../report/model'
import type { Grade } from '../types/report-type'
import { reword } from './fixes/grades'
import { onOneLine } from './fixes/one-line'
import type { Finding, Related, Rule } from './rule'

export const contradictingSentence: Rule = {
  id: 'contradicting-sentence',
  summary: 'A sentence that gives a judgement another grade',
  severity: 'information',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    for (const { judgement, grade, sentence } of contradictions(report)) {
      yield {
        span: onOneLine(report, sentence.word),
        message: l10n.t(
          'This sentence says "{0}", but "{1}" is "{2}". Change one of them.',
          sentence.grade.word,
          judgement.title,
          grade.word,
        ),
        question: l10n.t(
          'This says "{0}", but elsewhere "{1}" is "{2}". Which is right?',
          sentence.grade.word,
          judgement.title,
          grade.word,
        ),
        related: relatedTo(report, judgement, grade),
        fixes: () =>
          [
            {
              title: l10n.t('Change the sentence to "{0}"', grade.word),
              safe: false,
              edits: reword(report, sentence, grade),
            },
          ].filter(({ edits }) => edits.length > 0),
      }
    }
  },
}

/** The place that the rest of the report goes by: the section's grade, otherwise the row. */
function relatedTo(
  report: Report,
  { title, mentions }: Judgement,
  grade: Grade,
): readonly Related[] {
  const mention =
    mentions.find(({ kind, grade: said }) => kind === 'grade' && said === grade) ??
    mentions.find(({ grade: said }) => said === grade)
  if (mention === undefined) return []
  const message = l10n.t('"{0}" is "{1}".', title, grade.word)
  return [{ span: onOneLine(report, mention.span), message }]
}
