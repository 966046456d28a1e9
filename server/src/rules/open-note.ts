/** Finds notes among colleagues that are still in the report. */

import * as l10n from '@vscode/l10n'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const openNote: Rule = {
  id: 'open-note',
  summary: 'A note among colleagues that is still in the report',
  severity: 'warning',
  fixable: 'never',
  *check(report) {
    for (const { span, author } of report.notes) {
      yield {
        span: onOneLine(report, span),
        message:
          author === ''
            ? l10n.t('A note is still in the report. Deal with it, then remove it.')
            : l10n.t('A note by {0} is still in the report. Deal with it, then remove it.', author),
        toDo: report.status === 'draft',
      }
    }
  },
}
