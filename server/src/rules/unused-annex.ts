/** Annexes that are listed and never referred to. */

import * as l10n from '@vscode/l10n'
import { annexesOf } from '../report/sections/annexes'
import type { Rule } from './rule'

export const unusedAnnex: Rule = {
  id: 'unused-annex',
  summary: 'An annex is listed, but nothing refers to it',
  severity: 'information',
  fixable: 'never',
  *check(report) {
    const { listed, references } = annexesOf(report)
    for (const annex of listed) {
      if (references.some(each => each.annex === annex)) continue
      yield {
        span: annex.label,
        message: l10n.t(
          'Nothing refers to {0}. Refer to it in the text, or remove it from the list.',
          annex.label.text,
        ),
        ...(report.status === 'draft' ? { toDo: true } : {}),
      }
    }
  },
}
