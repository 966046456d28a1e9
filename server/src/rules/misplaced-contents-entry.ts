/** Entries of the contents that stand in another order than the sections, or twice. */

import { remakeContents } from './fixes/contents'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const misplacedContentsEntry: Rule = {
  id: 'misplaced-contents-entry',
  summary: 'An entry of the contents is out of order, or is there twice',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    const { contents } = report
    for (const entry of contents?.entries ?? []) {
      const { title, placement, section } = entry
      if (contents === undefined || (placement !== 'misplaced' && placement !== 'duplicate'))
        continue
      yield {
        span: onOneLine(report, title),
        message:
          placement === 'duplicate'
            ? `"${title.text}" is in the contents already. Take one of the entries out.`
            : `"${title.text}" is out of order in the contents. Put it where the section stands.`,
        ...(section === undefined
          ? {}
          : {
              related: [
                { span: onOneLine(report, section.heading.title), message: 'The section.' },
              ],
            }),
        fixes: () => remakeContents(report, contents),
      }
    }
  },
}
