/** Finds rows that the summary table lacks. */

import type { Report, SummaryTable } from '../report/model'
import type { RowDefinition } from '../types/report-type'
import { cellText, insertRow, rowText } from './fixes/summary-rows'
import { judgementOf, rebuildFix, sectionGrade, summaryTitle } from './fixes/summary-table'
import { onOneLine } from './one-line'
import type { Finding, Fix, Rule } from './rule'

export const missingRow: Rule = {
  id: 'missing-row',
  summary: 'A row that the summary table lacks',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    // A table without any row is missing as a whole.
    if (!table?.entries.some(({ kind }) => kind !== 'unknown')) return
    for (const definition of table.missing) {
      const group = table.entries.find(
        entry => entry.placement === 'in-order' && entry.definition === definition.parent,
      )
      const section = judgementOf(report, definition)?.section
      yield {
        span: onOneLine(report, group?.label ?? table.heading.title),
        message: `The ${summaryTitle(report)} has no row "${definition.title}" ${under(definition)}. Insert it.`,
        ...(section && { related: [{ span: section.heading.title, message: 'Its section.' }] }),
        toDo: report.status === 'draft',
        fixes: () => [
          inserted(report, table, definition),
          ...(table.missing.length > 1 ? rebuildFix(report, table) : []),
        ],
      }
    }
  },
}

function under({ parent }: RowDefinition): string {
  return parent === undefined ? 'here' : `under "${parent.title}"`
}

function inserted(report: Report, table: SummaryTable, definition: RowDefinition): Fix {
  const grade = sectionGrade(judgementOf(report, definition))
  const cell = grade === undefined ? '' : cellText(report, table, grade)
  const edit = insertRow(report, table, definition, rowText(report, table, definition.title, cell))
  const fix: Fix = {
    title: `Insert "${definition.title}"`,
    safe: false,
    preferred: true,
    edits: [edit],
  }
  const grades = report.type.scale?.grades ?? []
  if (grade !== undefined || grades.length === 0) return fix
  const choices = grades.map(each => cellText(report, table, each)).join(',')
  const open = insertRow(report, table, definition, rowText(report, table, definition.title, '\0'))
  const escaped = open.newText.replace(/[\\$}]/g, '\\$&')
  return { ...fix, snippet: { ...open, newText: escaped.replace('\0', () => `\${1|${choices}|}`) } }
}
