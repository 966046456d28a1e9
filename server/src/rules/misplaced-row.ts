/** Finds rows of the summary table that are out of order. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import type { TextEdit } from '../text/edits'
import { normalTitle } from '../types/normal-title'
import { onOneLine } from './fixes/one-line'
import { moveRow, moveRowAfter } from './fixes/row-places'
import { titleOf } from './fixes/summary-rows'
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
    // No more of them than the type has rows.
    const settled = table.entries.filter(
      ({ kind, placement }) => kind === 'row' && placement === 'in-order',
    )
    const counts = new Map<string, number>()
    for (const { label } of table.entries) {
      const name = normalTitle(label.text)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    /** Is it clear which judgement the row states, by its name alone? */
    const isUnique = ({ label }: SummaryEntry): boolean => {
      const name = normalTitle(label.text)
      return report.type.rowTitles.named(name)?.length === 1 && counts.get(name) === 1
    }
    for (const entry of table.entries) {
      if (entry.kind !== 'row' || entry.placement !== 'misplaced') continue
      const { message, title, related, edits } = placeOf(report, table, settled, entry)
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message,
        ...(related && { related: [related] }),
        fixes: () => [
          {
            title,
            safe: isUnique(entry) && hasOwnGrade(entry),
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
  /** The title of the fix that moves it there. */
  readonly title: string
  /** The row next to which it belongs. */
  readonly related: Related | undefined
  readonly edits: () => readonly TextEdit[]
}

/** After the row that comes before it in its group, where one is in order; otherwise before the next. */
function placeOf(
  report: Report,
  table: SummaryTable,
  settled: readonly SummaryEntry[],
  entry: SummaryEntry,
): Place {
  const { before, definition } = entry
  const previous = settled.findLast(
    each => (each.definition?.order ?? Infinity) < (definition?.order ?? 0),
  )
  const nameOf = (each: SummaryEntry) => each.definition?.title ?? titleOf(report, each).text
  if (previous !== undefined && previous.definition?.parent === definition?.parent)
    return {
      message: l10n.t('This row belongs after "{0}". Move it there.', nameOf(previous)),
      title: l10n.t('Move it after "{0}"', nameOf(previous)),
      related: { span: titleOf(report, previous), message: l10n.t('It belongs after this row.') },
      edits: () => moveRowAfter(report, table, entry, previous),
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

/** Does the grade move with the row? Where all names are before all grades it does not. */
function hasOwnGrade({ grade, line }: SummaryEntry): boolean {
  return grade === undefined || (line.start <= grade.span.start && grade.span.end <= line.end)
}
