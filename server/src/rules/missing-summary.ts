/** Finds reports without their summary table. */

import { onOneLine } from './fixes/one-line'
import { insertTable } from './fixes/summary-table'
import type { Finding, Rule } from './rule'

export const missingSummary: Rule = {
  id: 'missing-summary',
  summary: 'A report without its summary table',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const { summary: definition, rows } = report.type
    if (definition === undefined || rows.length === 0 || report.sections.length === 0) return
    const heading = report.sections.find(section => section.definition === definition)
    if (heading === undefined && !report.missingSections.includes(definition)) return
    if (report.summary?.entries.some(({ kind }) => kind !== 'unknown')) return
    yield {
      span: onOneLine(report, heading?.heading.title ?? report.title),
      message:
        heading === undefined
          ? `The report has no "${definition.title}". Insert the table.`
          : `"${definition.title}" has no rows. Insert the table.`,
      toDo: report.status === 'draft',
      fixes: () => [
        {
          title: `Insert "${definition.title}"`,
          safe: false,
          preferred: true,
          edits: [insertTable(report, definition, heading)],
        },
      ],
    }
  },
}
