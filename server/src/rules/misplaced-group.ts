/** Finds group rows of the summary table that are above the rows of another group. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import { replace } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import { moveRow, removeRow } from './fixes/row-places'
import { titleOf } from './fixes/summary-rows'
import { rebuildFix } from './fixes/summary-table'
import type { Finding, Fix, Rule } from './rule'

export const misplacedGroup: Rule = {
  id: 'misplaced-group',
  summary: 'A group title in the summary table above the rows of another group',
  severity: 'information',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    for (const entry of table.entries) {
      if (entry.kind !== 'group') continue
      if (entry.placement !== 'misplaced' && entry.placement !== 'duplicate') continue
      const right = rightTitle(table, entry)
      const place = rightPlace(table, entry)
      yield {
        span: onOneLine(report, titleOf(report, entry)),
        message: `${whatIsWrong(entry, place)} ${advice(right, place)}`,
        ...(place && {
          related: [
            { span: titleOf(report, place), message: l10n.t('It belongs before this row.') },
          ],
        }),
        fixes: () => [...fixes(report, table, entry, right, place), ...rebuildFix(report, table)],
      }
    }
  },
}

/** The title to write in place of this one, unless it is already there, directly above. */
function rightTitle({ entries }: SummaryTable, entry: SummaryEntry): string | undefined {
  const above = entries[entries.indexOf(entry) - 1]?.definition
  return above === entry.rightGroup ? undefined : entry.rightGroup?.title
}

/** The row before which this title belongs, unless its group has a title there. */
function rightPlace({ entries }: SummaryTable, entry: SummaryEntry): SummaryEntry | undefined {
  const isThere = entries.some(
    ({ placement, definition }) => placement === 'in-order' && definition === entry.definition,
  )
  return isThere ? undefined : entry.before
}

function whatIsWrong({ rightGroup }: SummaryEntry, place: SummaryEntry | undefined): string {
  if (rightGroup !== undefined) return l10n.t('The rows below belong to "{0}".', rightGroup.title)
  return place === undefined
    ? l10n.t('This title has no rows of its own below it.')
    : l10n.t('This title is below its first row.')
}

function advice(right: string | undefined, place: SummaryEntry | undefined): string {
  if (right !== undefined) return l10n.t('Write that title, or remove this one.')
  return place === undefined
    ? l10n.t('Remove this title.')
    : l10n.t('Move this title, or remove it.')
}

function fixes(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  right: string | undefined,
  place: SummaryEntry | undefined,
): readonly Fix[] {
  const found: Omit<Fix, 'safe'>[] = []
  if (right !== undefined)
    found.push({
      title: l10n.t('Write "{0}"', right),
      edits: [replace(titleOf(report, entry), right)],
    })
  if (place !== undefined) {
    const title = place.definition?.title ?? titleOf(report, place).text
    found.push({
      title: l10n.t('Move it before "{0}"', title),
      edits: moveRow(report, table, entry, place),
    })
  }
  found.push({ title: l10n.t('Remove this title'), edits: [removeRow(report, entry)] })
  return found.map((fix, at) => ({ ...fix, safe: false, preferred: at === 0 }))
}
