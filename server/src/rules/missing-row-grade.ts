/** Finds rows of the summary table without a grade. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import type { Grade } from '../types/report-type'
import { onOneLine } from './fixes/one-line'
import { cellText, fillCell, titleOf } from './fixes/summary-rows'
import { judgementOf, rebuildFix, sectionGrade } from './fixes/summary-table'
import type { Finding, Fix, Rule } from './rule'

export const missingRowGrade: Rule = {
  id: 'missing-row-grade',
  summary: 'A row of the summary table without a grade',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    for (const entry of table.entries) {
      if (entry.kind !== 'row' || entry.grade !== undefined || entry.placement === 'duplicate')
        continue
      const judgement = judgementOf(report, entry.definition)
      const grade = sectionGrade(judgement)
      const place = judgement?.section?.grade?.span ?? judgement?.section?.heading.title
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message:
          grade === undefined
            ? l10n.t('This row has no grade. Write it.')
            : l10n.t(
                'This row has no grade. Write "{0}", as its section says.',
                cellText(report, table, grade),
              ),
        ...(grade && {
          question: l10n.t(
            'This row has no grade, its section says "{0}". Is that right?',
            grade.word,
          ),
        }),
        ...(place &&
          grade && {
            related: [{ span: place, message: l10n.t('The section says "{0}".', grade.word) }],
          }),
        toDo: report.status === 'draft',
        fixes: () => fixes(report, table, entry, grade),
      }
    }
  },
}

function fixes(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  grade: Grade | undefined,
): readonly Fix[] {
  const grades = grade === undefined ? (report.type.scale?.grades ?? []) : [grade]
  const writing = grades.map((each): Fix => {
    const words = cellText(report, table, each)
    const edits = [fillCell(report, table, entry, words)]
    return { title: l10n.t('Write "{0}"', words), safe: false, preferred: each === grade, edits }
  })
  return [...writing, ...(grade === undefined ? [] : rebuildFix(report, table))]
}
