/** Finds opening sentences that state another grade than their section. */

import type { Judgement, Report } from '../report/model'
import type { Grade } from '../types/report-type'
import { regrade, regradeRow, restate } from './fixes/grades'
import type { Finding, Fix, Rule } from './rule'

export const mismatchedOpening: Rule = {
  id: 'mismatched-opening',
  summary: 'An opening sentence that states another grade than its section',
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
        message: `This sentence says "${oddGrade.word}", the grade "${otherGrade.word}". Change one of them.`,
        related: others.map(({ kind, span, grade }) => ({
          span,
          message: `The ${kind === 'row' ? 'row' : 'section'} says "${grade?.word}".`,
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
      title: `Change the sentence to "${other.word}"`,
      safe: false,
      edits: restate(report, section?.opening, other),
    },
    {
      title: `Change the grade${row.length === 0 ? '' : ' and the row'} to "${odd.word}"`,
      safe: false,
      edits: [...(statement === undefined ? [] : regrade(report, statement, odd)), ...row],
    },
  ].filter(fix => fix.edits.length > 0)
}
