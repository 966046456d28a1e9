/** Finds reports without their summary table. */

import type { SectionDefinition } from '../types/report-type'
import { type LostTable, lostTable } from './fixes/lost-table'
import { onOneLine } from './fixes/one-line'
import { insertTable } from './fixes/summary-table'
import type { Finding, Rule } from './rule'

export const missingSummary: Rule = {
  id: 'missing-summary',
  summary: 'A report without its summary table, or a table without its heading',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const { summary: definition, rows } = report.type
    if (definition === undefined || rows.length === 0 || report.sections.length === 0) return
    const heading = report.sections.find(section => section.definition === definition)
    if (heading === undefined && !report.missingSections.includes(definition)) return
    if (report.summary?.entries.some(({ kind }) => kind !== 'unknown')) return
    const lost = heading === undefined ? lostTable(report, definition) : undefined
    if (lost !== undefined) {
      yield untitled(lost, definition)
      return
    }
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

function untitled({ mark, edit }: LostTable, { title }: SectionDefinition): Finding {
  return {
    span: mark,
    message: `This table should be called "${title}". Write this heading above it.`,
    fixes: () => [
      { title: `Write the heading "${title}"`, safe: false, preferred: true, edits: [edit] },
    ],
  }
}
