/** What a reader of a checked file has to know about how it was read. */

import * as l10n from '@vscode/l10n'
import type { Change, ChangeKind } from './change'

/** Changes by which a text says something else than the file shows. */
const mattering: ReadonlySet<ChangeKind> = new Set([
  'tracked-change',
  'note',
  'picture',
  'foreign-part',
  'several-reports',
  'unreadable',
  'placeholder',
])

/** One sentence for each kind of change that matters, those to be decided first: "Left out a picture. (3 times)". */
export function whatMatters(changes: readonly Change[]): readonly string[] {
  const counts = new Map<string, number>()
  const inTurn = [
    ...changes.filter(({ decided }) => !decided),
    ...changes.filter(({ decided }) => decided),
  ]
  for (const { kind, message } of inTurn)
    if (mattering.has(kind)) counts.set(message, (counts.get(message) ?? 0) + 1)
  return [...counts].map(([message, count]) =>
    count === 1 ? message : l10n.t('{0} ({1} times)', message, count),
  )
}
