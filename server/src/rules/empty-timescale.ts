/** Timescales with nothing under them. */

import * as l10n from '@vscode/l10n'
import { timescaleStretches } from '../report/sections/timescale-order'
import { remove } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const emptyTimescale: Rule = {
  id: 'empty-timescale',
  summary: 'A timescale with nothing to be done under it',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const section of report.sections) {
      if (section.timescales.length === 0) continue
      for (const { timescale, hasText, extent } of timescaleStretches(report, section)) {
        if (hasText) continue
        const { text } = timescale.heading
        yield {
          span: onOneLine(report, timescale.heading),
          message: l10n.t(
            'There is nothing under "{0}". Write what is to be done, or remove it.',
            text,
          ),
          ...(report.status === 'draft' ? { toDo: true } : {}),
          fixes: () => [
            { title: l10n.t('Remove "{0}"', text), safe: false, edits: [remove(extent)] },
          ],
        }
      }
    }
  },
}
