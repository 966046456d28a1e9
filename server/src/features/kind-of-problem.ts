/** What kind of problem something is, in a word: never told by colour alone. */

import * as l10n from '@vscode/l10n'
import type { CheckedFinding } from '../rules/rule'

/** `Error`, `Warning`, `Note`, `Hint`, and `To do` for what is still to be written. */
export function kindInWords({ severity, toDo }: Pick<CheckedFinding, 'severity' | 'toDo'>): string {
  if (toDo === true) return l10n.t('To do')
  switch (severity) {
    case 'error':
      return l10n.t('Error')
    case 'warning':
      return l10n.t('Warning')
    case 'information':
      return l10n.t('Note')
    case 'hint':
      return l10n.t('Hint')
  }
}
