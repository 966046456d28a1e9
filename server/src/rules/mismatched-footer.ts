/** Running footers that differ from the cover. */

import * as l10n from '@vscode/l10n'
import { footerDifferences } from '../report/cover/footers'
import { replace } from '../text/edits'
import { singleSpaced } from '../text/spaces'
import type { TextSpan } from '../text/span'
import { onOneLine } from './fixes/one-line'
import type { Fix, Rule } from './rule'

export const mismatchedFooter: Rule = {
  id: 'mismatched-footer',
  summary: 'A page footer has dates or an authority that differ from the cover',
  severity: 'information',
  fixable: 'always',
  *check(report) {
    const differences = footerDifferences(report)
    const dates = differences.filter(({ what }) => what === 'dates')
    for (const { said, again, cover, what } of differences) {
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
          // Where all footers say the same, the cover may as well be wrong.
          ...(what === 'dates' && dates.length === 1 ? [onCover(said, cover)] : []),
        ],
      }
    }
  },
}

function onCover(said: TextSpan, cover: TextSpan): Fix {
  const words = singleSpaced(said.text)
  return {
    title: l10n.t('Write "{0}" on the cover', words),
    safe: false,
    edits: [replace(cover, words)],
  }
}
