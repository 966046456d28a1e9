/** Sections with a heading and no text. */

import * as l10n from '@vscode/l10n'
import type { Section } from '../report/model'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const emptySection: Rule = {
  id: 'empty-section',
  summary: 'A section has a heading but no text',
  severity: 'warning',
  fixable: 'never',
  *check(report) {
    for (const [at, section] of report.sections.entries()) {
      if (section.hasText || !needsText(section)) continue
      // A study or the like, which may be anywhere, may be all that is in it.
      const next = report.sections[at + 1]?.definition
      yield {
        span: onOneLine(report, section.heading.title),
        message: l10n.t(
          '"{0}" has no text. Write it, or remove the heading.',
          section.definition.title,
        ),
        toDo: report.status === 'draft',
        doubtful: next?.anywhere === true && next.repeatable,
      }
    }
  },
}

/**
 * Group headings have no text by nature, the table is checked by its rows, and a doubled section is one fault.
 */
function needsText({ definition, placement, extent, span }: Section): boolean {
  if (definition.kind === 'group' || definition.kind === 'summary') return false
  return placement !== 'duplicate' && extent.end === span.end
}
