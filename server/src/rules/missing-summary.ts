/** Finds reports without their summary table. */

import * as l10n from '@vscode/l10n'
import { onOneLine } from './fixes/one-line'
import { insertTable } from './fixes/summary-table'
import { type UntitledTable, untitledTable } from './fixes/untitled-table'
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
        ? untitledTable(report, definition)
        : undefined
    if (lost !== undefined) {
      yield untitled(lost, table.title)
      return
    }
    const { title, place } = table
    yield {
      span: onOneLine(report, heading?.heading.title ?? report.title),
      message:
        heading === undefined
          ? place === 'cover'
            ? l10n.t('The report has no {0}. Insert it.', title)
            : l10n.t('The report has no "{0}". Insert the table.', title)
          : place === 'cover'
            ? l10n.t('{0} has no rows. Insert the table.', title)
            : l10n.t('"{0}" has no rows. Insert the table.', title),
      toDo: report.status === 'draft',
      fixes: () => [
        {
          title:
            place === 'cover' ? l10n.t('Insert the {0}', title) : l10n.t('Insert "{0}"', title),
          safe: false,
          preferred: true,
          edits: [insertTable(report, heading)],
        },
      ],
    }
  },
}

function untitled({ mark, edit }: UntitledTable, title: string): Finding {
  return {
    span: mark,
    message: l10n.t('This table should be called "{0}". Write this heading above it.', title),
    fixes: () => [
      {
        title: l10n.t('Write the heading "{0}"', title),
        safe: false,
        preferred: true,
        edits: [edit],
      },
    ],
  }
}
