/** Sections that the contents leave out. */

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
      yield { ...common, message: 'The contents are empty. Make them from the headings.' }
      return
    }
    for (const { definition, heading } of contents.missing) {
      const part = definition.path[0]
      const where = part === undefined ? '' : `, in "${part}",`
      yield {
        ...common,
        message: `"${definition.title}"${where} is not in the contents. Make the contents again to add it.`,
        related: [
          { span: onOneLine(report, heading.title), message: 'The section without an entry.' },
        ],
      }
    }
  },
}
