/** Running footers that say something else than the cover. */

import * as l10n from '@vscode/l10n'
import { footerDifferences } from '../report/footers'
import { replace } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const mismatchedFooter: Rule = {
  id: 'mismatched-footer',
  summary: 'A running footer has other dates or another authority than the cover',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    for (const { said, again, cover, what } of footerDifferences(report)) {
      const right = cover.text.replace(/\s+/g, ' ')
      yield {
        span: onOneLine(report, said),
        message:
          what === 'dates'
            ? l10n.t(
                'The footer has other dates than the cover, "{0}". Correct one of them.',
                right,
              )
            : l10n.t(
                'The footer has another authority than the cover, "{0}". Correct one of them.',
                right,
              ),
        related: [
          { span: onOneLine(report, cover), message: l10n.t('This is what the cover says.') },
        ],
        fixes: () => [
          {
            title: l10n.t('Write "{0}" in each such footer', right),
            safe: false,
            edits: [said, ...again].map(span => replace(span, right)),
          },
        ],
      }
    }
  },
}
