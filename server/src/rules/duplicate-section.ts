/** Sections that stand in their part twice. */

import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: 'A section stands twice in its part of the report',
  severity: 'warning',
  fixable: 'never',
  *check(report) {
    for (const { definition, heading, placement } of report.sections) {
      if (placement !== 'duplicate') continue
      const first = report.sections.find(
        each => each.definition === definition && each.placement !== 'duplicate',
      )
      yield {
        span: onOneLine(report, heading.title),
        message: `"${definition.title}" is there already. Join the two sections, or take one heading out.`,
        ...(first === undefined
          ? {}
          : {
              related: [
                { span: onOneLine(report, first.heading.title), message: 'The other section.' },
              ],
            }),
      }
    }
  },
}
