/** Finds group rows of the summary table that stand over the rows of another group. */

import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import { replace } from '../text/edits'
import { moveRow, removeRow } from './fixes/summary-rows'
import { rebuildFix } from './fixes/summary-table'
import { onOneLine } from './one-line'
import type { Finding, Fix, Rule } from './rule'

export const misplacedGroup: Rule = {
  id: 'misplaced-group',
  summary: 'A group title in the summary table over rows of another group',
  severity: 'information',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    for (const [index, entry] of table.entries.entries()) {
      if (entry.kind !== 'group') continue
      if (entry.placement !== 'misplaced' && entry.placement !== 'duplicate') continue
      const right = entry.rightGroup?.title
      const { before } = entry
      // The right title may stand there already, directly above this one.
      const isOpen = table.entries[index - 1]?.definition === entry.rightGroup
      yield {
        span: onOneLine(report, entry.label),
        message:
          right === undefined
            ? 'This title does not belong here. Remove it.'
            : isOpen
              ? `The rows below belong to "${right}". Move this title, or remove it.`
              : `The rows below belong to "${right}". Write that title, or remove this one.`,
        ...(before && {
          related: [{ span: before.label, message: 'It belongs before this row.' }],
        }),
        fixes: () => fixes(report, table, entry, isOpen ? undefined : right),
      }
    }
  },
}

function fixes(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  right: string | undefined,
): readonly Fix[] {
  const { before, label } = entry
  const found: Fix[] = []
  if (right !== undefined)
    found.push({ title: `Write "${right}"`, safe: false, edits: [replace(label, right)] })
  if (before !== undefined)
    found.push({
      title: `Move it before "${before.definition?.title ?? before.label.text}"`,
      safe: false,
      edits: moveRow(report, table, entry, before),
    })
  found.push({ title: 'Remove this title', safe: false, edits: [removeRow(report, entry)] })
  const [first, ...others] = found
  return [
    ...(first === undefined ? [] : [{ ...first, preferred: true }]),
    ...others,
    ...rebuildFix(report, table),
  ]
}
