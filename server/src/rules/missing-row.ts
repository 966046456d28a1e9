/** Finds rows that are missing from the summary table. */

import * as l10n from '@vscode/l10n'
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
  summary: 'A row that is missing from the summary table',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    // A table without any rows is missing as a whole.
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
      const { parent } = definition
      const group = table.entries.find(
        entry => entry.placement === 'in-order' && entry.definition === parent,
      )
      const section = judgementOf(report, definition)?.section
      yield {
        span: onOneLine(report, group ? titleOf(report, group) : table.heading.title),
        message: message(summaryTitle(report), definition),
        ...(section && {
          related: [
            { span: onOneLine(report, section.heading.title), message: l10n.t('Its section.') },
          ],
        }),
        toDo: report.status === 'draft',
        fixes: () => [
          insertMissing(report, table, definition),
          ...(table.missing.length > 1 ? rebuildFix(report, table) : []),
        ],
      }
    }
  },
}

function message(table: string, { kind, parent, title }: RowDefinition): string {
  if (kind === 'group') return l10n.t('The {0} has no rows for "{1}". Insert them.', table, title)
  return parent === undefined
    ? l10n.t('The {0} has no row "{1}". Insert it.', table, title)
    : l10n.t('The {0} has no row "{1}" under "{2}". Insert it.', table, title, parent.title)
}

/** A judgement that the cover states in a sentence of its own, above the table. */
function unstated(report: Report, { title, statements }: RowDefinition): Finding {
  const [words] = statements
  const authority = report.cover.authority?.text ?? '[authority]'
  const sentence = words?.replace('{authority}', authority).replace('{grade}', '[grade]')
  return {
    span: onOneLine(report, report.title),
    message: l10n.t(
      'The cover does not state "{0}". Write a sentence above the {1}: "{2}".',
      title,
      summaryTitle(report),
      sentence ?? '',
    ),
    toDo: report.status === 'draft',
  }
}

/** The missing rows; where a group is missing with all its rows, the group in place of them. */
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
