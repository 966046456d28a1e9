/** Finds opening sentences that state a different grade from their section. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report } from '../report/model'
import type { Grade } from '../types/report-type'
import { regrade, regradeRow, restate } from './fixes/grades'
import type { Finding, Fix, Rule } from './rule'

export const mismatchedOpening: Rule = {
  id: 'mismatched-opening',
  summary: 'An opening sentence that states a different grade from its section',
  severity: 'error',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    for (const judgement of report.judgements) {
      const { disagreement, section } = judgement
      const statement = section?.opening?.statement
      if (disagreement?.odd !== 'opening' || statement === undefined) continue
      const { oddGrade, otherGrade, others } = disagreement
      yield {
        span: statement.word,
        message: l10n.t(
          'This sentence says "{0}", the grade "{1}". Change one of them.',
          oddGrade.word,
          otherGrade.word,
        ),
        question: l10n.t(
          'This sentence says "{0}", the grade says "{1}". Which is right?',
          oddGrade.word,
          otherGrade.word,
        ),
        related: others.map(({ kind, span, grade }) => ({
          span,
          message:
            kind === 'row'
              ? l10n.t('The row says "{0}".', grade?.word ?? '')
              : l10n.t('The section says "{0}".', grade?.word ?? ''),
        })),
        fixes: () => fixes(report, judgement, oddGrade, otherGrade),
      }
    }
  },
}

function fixes(report: Report, judgement: Judgement, odd: Grade, other: Grade): readonly Fix[] {
  const { section } = judgement
  const statement = section?.grade
  const row = regradeRow(report, judgement, odd)
  return [
    {
      title: l10n.t('Change the sentence to "{0}"', other.word),
      safe: false,
      edits: restate(report, section?.opening, other),
    },
    {
      title:
        row.length === 0
          ? l10n.t('Change the grade to "{0}"', odd.word)
          : l10n.t('Change the grade and the row to "{0}"', odd.word),
      safe: false,
      edits: [...(statement === undefined ? [] : regrade(report, statement, odd)), ...row],
    },
  ].filter(fix => fix.edits.length > 0)
}
