/** Standard sentences that belong to another section. */

import * as l10n from '@vscode/l10n'
import { foreignSentences } from '../report/sections/standard-sentences'
import { replace } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const mismatchedStandardSentence: Rule = {
  id: 'mismatched-standard-sentence',
  summary: 'A section that opens with the standard sentence of another section',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const { section, home, wrong, right } of foreignSentences(report)) {
      const part = home.path[0]
      yield {
        span: onOneLine(report, wrong),
        message:
          part === undefined
            ? l10n.t('This sentence belongs to "{0}". Write "{1}" here.', home.title, right)
            : l10n.t(
                'This sentence belongs to "{0}" in "{1}". Write "{2}" here.',
                home.title,
                part,
                right,
              ),
        related: [
          {
            span: onOneLine(report, section.heading.title),
            message: l10n.t('It is in this section.'),
          },
        ],
        fixes: () => [
          {
            title: l10n.t('Write "{0}"', right),
            safe: false,
            preferred: true,
            edits: [replace(wrong, right)],
          },
        ],
      }
    }
  },
}
