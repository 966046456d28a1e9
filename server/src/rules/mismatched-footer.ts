/** Running footers that differ from the cover. */

import * as l10n from '@vscode/l10n'
import { footerDifferences } from '../report/cover/footers'
import { replace } from '../text/edits'
import { singleSpaced } from '../text/spaces'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const mismatchedFooter: Rule = {
  id: 'mismatched-footer',
  summary: 'A page footer has dates or an authority that differ from the cover',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    for (const { said, again, cover, what } of footerDifferences(report)) {
      const right = singleSpaced(cover.text)
      yield {
        span: onOneLine(report, said),
        message:
          what === 'dates'
            ? l10n.t(
                'The dates in the footer differ from those on the cover, "{0}". Correct one of them.',
                right,
              )
            : l10n.t(
                'The authority in the footer differs from the one on the cover, "{0}". Correct one of them.',
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
