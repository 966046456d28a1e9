/** Finds placeholders for what is still to be written. */

import * as l10n from '@vscode/l10n'
import type { Rule } from './rule'

export const openPlaceholder: Rule = {
  id: 'open-placeholder',
  summary: 'A placeholder for something that is still to be written',
  severity: 'warning',
  fixable: 'never',
  *check({ placeholders, status }) {
    for (const { start, end, text } of placeholders) {
      yield {
        span: { start, end },
        message: l10n.t('"{0}" is a placeholder. Write what belongs there, or remove it.', text),
        toDo: status === 'draft',
      }
    }
  },
}
