/** Finds rows of the summary table that stand out of order. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import type { TextEdit } from '../text/edits'
import { normalTitle } from '../types/report-type'
import { onOneLine } from './fixes/one-line'
import { moveRow, moveRowBehind, titleOf } from './fixes/summary-rows'
import { rebuildFix, summaryTitle } from './fixes/summary-table'
import type { Finding, Related, Rule } from './rule'

export const misplacedRow: Rule = {
  id: 'misplaced-row',
  summary: 'A row of the summary table out of order',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    for (const entry of table.entries) {
      if (entry.kind !== 'row' || entry.placement !== 'misplaced') continue
      const { message, title, related, edits } = placeOf(report, table, entry)
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message,
        ...(related && { related: [related] }),
        fixes: () => [
          {
            title,
            safe: isUnique(report, table, entry) && hasOwnGrade(entry),
            preferred: true,
            edits: edits(),
          },
          ...rebuildFix(report, table),
        ],
      }
    }
  },
}

interface Place {
  readonly message: string
  /** What moving it there is called. */
  readonly title: string
  /** The row beside which it belongs. */
  readonly related: Related | undefined
  readonly edits: () => readonly TextEdit[]
}

/** Behind the row that comes before it in its group, where one stands in order; else before the next. */
function placeOf(report: Report, table: SummaryTable, entry: SummaryEntry): Place {
  const { before, definition } = entry
  const behind = table.entries.findLast(
    each =>
      each.kind === 'row' &&
      each.placement === 'in-order' &&
      (each.definition?.order ?? Infinity) < (definition?.order ?? 0),
  )
  const nameOf = (each: SummaryEntry) => each.definition?.title ?? titleOf(report, each).text
  if (behind !== undefined && behind.definition?.parent === definition?.parent)
    return {
      message: l10n.t('This row belongs after "{0}". Move it there.', nameOf(behind)),
      title: l10n.t('Move it after "{0}"', nameOf(behind)),
      related: { span: titleOf(report, behind), message: l10n.t('It belongs after this row.') },
      edits: () => moveRowBehind(report, entry, behind),
    }
  const edits = () => moveRow(report, table, entry, before)
  if (before === undefined) {
    const table = summaryTitle(report)
    return {
      message: l10n.t('This row belongs at the end of the {0}. Move it there.', table),
      title: l10n.t('Move it to the end of the {0}', table),
      related: undefined,
      edits,
    }
  }
  return {
    message: l10n.t('This row belongs before "{0}". Move it there.', nameOf(before)),
    title: l10n.t('Move it before "{0}"', nameOf(before)),
    related: { span: titleOf(report, before), message: l10n.t('It belongs before this row.') },
    edits,
  }
}

/** Does the grade move with the row? Where all names stand before all grades it does not. */
function hasOwnGrade({ grade, line }: SummaryEntry): boolean {
  return grade === undefined || (line.start <= grade.span.start && grade.span.end <= line.end)
}

/** Is it clear which judgement the row states, by its name alone? */
function isUnique(report: Report, table: SummaryTable, entry: SummaryEntry): boolean {
  const name = normalTitle(entry.label.text)
  const inType = report.type.rowsByTitle.get(name)
  return (
    inType?.length === 1 &&
    table.entries.every(other => other === entry || normalTitle(other.label.text) !== name)
  )
}
