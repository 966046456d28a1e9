/** Finds rows of the summary table that stand out of order. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import type { TextEdit } from '../text/edits'
import { normalTitle } from '../types/report-type'
import { onOneLine } from './fixes/one-line'
import { moveRow, moveRowBehind, titleOf } from './fixes/summary-rows'
import { rebuildFix, summaryTitle } from './fixes/summary-table'
import type { Finding, Rule } from './rule'

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
      const { place, anchor, edits } = placeOf(report, table, entry)
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message: l10n.t('This row belongs {0}. Move it there.', place),
        ...(anchor && {
          related: [{ span: titleOf(report, anchor), message: l10n.t('It belongs {0}.', place) }],
        }),
        fixes: () => [
          {
            title: l10n.t('Move it {0}', place),
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
  readonly place: string
  /** The row beside which it belongs. */
  readonly anchor: SummaryEntry | undefined
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
      place: l10n.t('after "{0}"', nameOf(behind)),
      anchor: behind,
      edits: () => moveRowBehind(report, entry, behind),
    }
  return {
    place:
      before === undefined
        ? l10n.t('at the end of the {0}', summaryTitle(report))
        : l10n.t('before "{0}"', nameOf(before)),
    anchor: before,
    edits: () => moveRow(report, table, entry, before),
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
