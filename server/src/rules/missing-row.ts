/** Finds rows that the summary table lacks. */

import type { Report } from '../report/model'
import type { RowDefinition } from '../types/report-type'
import { insertMissing } from './fixes/missing-rows'
import { onOneLine } from './fixes/one-line'
import { titleOf } from './fixes/summary-rows'
import { judgementOf, rebuildFix, summaryTitle } from './fixes/summary-table'
import { meantRows } from './fixes/unknown-rows'
import type { Finding, Rule } from './rule'

export const missingRow: Rule = {
  id: 'missing-row',
  summary: 'A row that the summary table lacks',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    // A table without any row is missing as a whole.
    if (!table?.entries.some(({ kind }) => kind !== 'unknown')) return
    const missing = new Set(table.missing)
    const there = new Set(table.entries.map(entry => entry.definition))
    const meant = meantRows(report, table)
    for (const definition of missingAsOne(report.type.rows, missing, there)) {
      // The row is there under another name, which unknown-row finds.
      if (meant.has(definition)) continue
      if (definition.statements.length > 0) {
        yield unstated(report, definition)
        continue
      }
      const { kind, parent, title } = definition
      const group = table.entries.find(
        entry => entry.placement === 'in-order' && entry.definition === parent,
      )
      const section = judgementOf(report, definition)?.section
      const place = parent === undefined ? '' : ` under "${parent.title}"`
      const what = kind === 'group' ? `rows for "${title}"` : `row "${title}"${place}`
      yield {
        span: onOneLine(report, group ? titleOf(report, group) : table.heading.title),
        message: `The ${summaryTitle(report)} has no ${what}. Insert ${kind === 'group' ? 'them' : 'it'}.`,
        ...(section && { related: [{ span: section.heading.title, message: 'Its section.' }] }),
        toDo: report.status === 'draft',
        fixes: () => [
          insertMissing(report, table, definition),
          ...(table.missing.length > 1 ? rebuildFix(report, table) : []),
        ],
      }
    }
  },
}

/** A judgement that the cover states in a sentence of its own, above the table. */
function unstated(report: Report, { title, statements }: RowDefinition): Finding {
  const [words] = statements
  const authority = report.cover.authority?.text ?? '[authority]'
  const sentence = words?.replace('{authority}', authority).replace('{grade}', '[grade]')
  return {
    span: onOneLine(report, report.title),
    message: `The cover does not state "${title}". Write a sentence above the ${summaryTitle(report)}: "${sentence}".`,
    toDo: report.status === 'draft',
  }
}

/** The missing rows; in place of all the rows of a group that is missing with them, the group. */
function missingAsOne(
  definitions: readonly RowDefinition[],
  missing: ReadonlySet<RowDefinition>,
  there: ReadonlySet<RowDefinition | undefined>,
): readonly RowDefinition[] {
  const isMissing = (each: RowDefinition): boolean =>
    each.kind === 'row'
      ? missing.has(each)
      : !there.has(each) &&
        rowsIn(each).some(isMissing) &&
        !rowsIn(each).some(row => there.has(row))
  return definitions.filter(
    each => isMissing(each) && !(each.parent !== undefined && isMissing(each.parent)),
  )
}

/** The rows of the group and of the groups in it. */
function rowsIn({ children }: RowDefinition): readonly RowDefinition[] {
  return children.flatMap(child => (child.kind === 'group' ? rowsIn(child) : [child]))
}
