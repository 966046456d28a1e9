/** Sections that the contents leave out. */

import * as l10n from '@vscode/l10n'
import { remakeContents } from './fixes/contents'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const missingContentsEntry: Rule = {
  id: 'missing-contents-entry',
  summary: 'The contents leave out a section that is in the report',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    const { contents } = report
    if (contents === undefined || contents.missing.length === 0) return
    const common = {
      span: onOneLine(report, contents.heading),
      toDo: report.status === 'draft',
      fixes: () => remakeContents(report, contents),
    }
    if (contents.entries.length === 0) {
      yield { ...common, message: l10n.t('The contents are empty. Update them from the headings.') }
      return
    }
    for (const { definition, heading } of contents.missing) {
      const part = definition.path[0]
      const { title } = definition
      yield {
        ...common,
        message:
          part === undefined
            ? l10n.t('"{0}" is not in the contents. Update the contents to add it.', title)
            : l10n.t(
                '"{0}", in "{1}", is not in the contents. Update the contents to add it.',
                title,
                part,
              ),
        related: [
          {
            span: onOneLine(report, heading.title),
            message: l10n.t('The section without an entry.'),
          },
        ],
      }
    }
  },
}
