/** Annexes that are listed and never referred to. */

import * as l10n from '@vscode/l10n'
import { annexesOf } from '../report/annexes'
import type { Rule } from './rule'

export const unusedAnnex: Rule = {
  id: 'unused-annex',
  summary: 'An annex is listed to which nothing refers',
  severity: 'information',
  fixable: 'never',
  *check(report) {
    const { listed, references } = annexesOf(report)
    for (const annex of listed) {
      if (references.some(each => each.annex === annex)) continue
      yield {
        span: annex.label,
        message: l10n.t(
          'Nothing refers to {0}. Refer to it where it is wanted, or remove it from the list.',
          annex.label.text,
        ),
        ...(report.status === 'draft' ? { toDo: true } : {}),
      }
    }
  },
}
