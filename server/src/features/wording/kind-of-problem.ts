/** What is to be done about a problem, in the words that people read: never shown by colour alone. */

import * as l10n from '@vscode/l10n'
import type { CheckedFinding } from '../../rules/rule'

/** In the order in which they are counted. */
export const problemKinds = ['to-be-put-right', 'to-be-looked-at', 'still-to-be-written'] as const

export type ProblemKind = (typeof problemKinds)[number]

/** What is still to be written in a draft is not wrong, however serious its rule is. */
export function kindOf({ severity, toDo }: Pick<CheckedFinding, 'severity' | 'toDo'>): ProblemKind {
  if (toDo === true) return 'still-to-be-written'
  return severity === 'error' || severity === 'warning' ? 'to-be-put-right' : 'to-be-looked-at'
}

/** `To be put right`. */
export function kindInWords(kind: ProblemKind): string {
  switch (kind) {
    case 'to-be-put-right':
      return l10n.t('To be put right')
    case 'to-be-looked-at':
      return l10n.t('To be looked at')
    case 'still-to-be-written':
      return l10n.t('Still to be written')
  }
}

/** `3 to be put right`. */
export function countInWords(kind: ProblemKind, count: number): string {
  switch (kind) {
    case 'to-be-put-right':
      return l10n.t('{0} to be put right', count)
    case 'to-be-looked-at':
      return l10n.t('{0} to be looked at', count)
    case 'still-to-be-written':
      return l10n.t('{0} still to be written', count)
  }
}
