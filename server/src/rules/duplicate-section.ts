/** Sections that appear twice in their part. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import { lostTable } from '../report/summary/lost-table'
import { contains, type Span } from '../text/span'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: 'A section appears twice in its part of the report',
  severity: 'warning',
  fixable: 'never',
  *check(report) {
    const doubles = report.sections.filter(({ placement }) => placement === 'duplicate')
    const table = doubles.length > 0 ? tableWithoutHeading(report) : undefined
    for (const { definition, heading } of doubles) {
      // Group rows of a table whose heading is lost look like headings.
      if (table !== undefined && contains(table, heading.title)) continue
      const first = report.sections.find(
        each => each.definition === definition && each.placement !== 'duplicate',
      )
      yield {
        span: onOneLine(report, heading.title),
        message: l10n.t(
          '"{0}" appears twice. Merge the sections, or remove one heading.',
          definition.title,
        ),
        ...(first === undefined
          ? {}
          : {
              related: [
                {
                  span: onOneLine(report, first.heading.title),
                  message: l10n.t('The other section.'),
                },
              ],
            }),
      }
    }
  },
}

function tableWithoutHeading(report: Report): Span | undefined {
  const { summary } = report.type
  if (summary === undefined || report.summary !== undefined) return undefined
  return lostTable(report)
}
