/** Entries of the contents that are in a different order from the sections, or appear twice. */

import * as l10n from '@vscode/l10n'
import { remakeContents } from './fixes/contents'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const misplacedContentsEntry: Rule = {
  id: 'misplaced-contents-entry',
  summary: 'A contents entry is out of order, or appears twice',
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
            ? l10n.t('"{0}" appears twice in the contents. Remove one of the entries.', title.text)
            : l10n.t(
                '"{0}" is out of order in the contents. Put it where the section is.',
                title.text,
              ),
        ...(section === undefined
          ? {}
          : {
              related: [
                { span: onOneLine(report, section.heading.title), message: l10n.t('The section.') },
              ],
            }),
        fixes: () => remakeContents(report, contents),
      }
    }
  },
}
