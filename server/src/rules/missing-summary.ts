/** Finds reports without their summary table. */

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
    const { summary: definition, table, rows } = report.type
    if (table === undefined || rows.length === 0 || report.sections.length === 0) return
    const heading = report.sections.find(section => section.definition === definition)
    const isAsked =
      table.place === 'cover' ||
      heading !== undefined ||
      (definition !== undefined && report.missingSections.includes(definition))
    if (!isAsked) return
    if (report.summary?.entries.some(({ kind }) => kind !== 'unknown')) return
    const lost =
      table.place === 'section' && heading === undefined && definition !== undefined
        ? lostTable(report, definition)
        : undefined
    if (lost !== undefined) {
      yield untitled(lost, table.title)
      return
    }
    const title = table.place === 'cover' ? table.title : `"${table.title}"`
    yield {
      span: onOneLine(report, heading?.heading.title ?? report.title),
      message:
        heading === undefined
          ? `The report has no ${title}. Insert ${table.place === 'cover' ? 'it' : 'the table'}.`
          : `${title} has no rows. Insert the table.`,
      toDo: report.status === 'draft',
      fixes: () => [
        {
          title: `Insert the ${title}`.replace('the "', '"'),
          safe: false,
          preferred: true,
          edits: [insertTable(report, heading)],
        },
      ],
    }
  },
}

function untitled({ mark, edit }: LostTable, title: string): Finding {
  return {
    span: mark,
    message: `This table should be called "${title}". Write this heading above it.`,
    fixes: () => [
      { title: `Write the heading "${title}"`, safe: false, preferred: true, edits: [edit] },
    ],
  }
}
