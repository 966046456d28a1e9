/** What is wrong with rules and levels that somebody has named for a whole check. */

import { closest, distance } from 'fastest-levenshtein'
import type { RuleSeverity } from '../types/report-type'
import { allRules } from './all'

/** How serious the problems of a rule can be. */
export const ruleLevels: readonly RuleSeverity[] = [
  'off',
  'hint',
  'information',
  'warning',
  'error',
]

const ids: readonly string[] = allRules.map(({ id }) => id)

/** `There is no rule "open-nots". Did you mean open-note?`; undefined where there is such a rule. */
export function unknownRule(id: string): string | undefined {
  if (ids.includes(id)) return undefined
  const near = ids.length === 0 ? '' : closest(id, ids)
  const hint = distance(id, near) <= 5 ? ` Did you mean ${near}?` : ''
  return `There is no rule "${id}".${hint}`
}
