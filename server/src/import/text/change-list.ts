/** Writes down what an import has changed, for people to read. */

import type { Change } from './change'

interface Listed extends Change {
  readonly place: string
}

/**
 * A document that lists what is to be decided first, then what was changed, by its place in the source.
 */
export function changeList(name: string, changes: readonly Listed[]): string {
  const open = changes.filter(({ decided }) => !decided)
  const decided = changes.filter(change => change.decided)
  const parts = [`# What was changed in ${name}`]
  if (open.length > 0) parts.push('## To be decided by you', listOf(open))
  parts.push('## Changed', decided.length === 0 ? 'Nothing was changed.' : listOf(decided))
  return `${parts.join('\n\n')}\n`
}

function listOf(changes: readonly Listed[]): string {
  return changes.map(change => `- ${change.place}: ${changeText(change)}`).join('\n')
}

/** The message with the words it is about: `Joined "multi-agency" … (multi- agency → multi-agency)`. */
export function changeText({ message, before, after }: Change): string {
  const words = [before, after].filter(each => each !== undefined && !message.includes(`"${each}"`))
  return words.length === 0 ? message : `${message} (${words.join(' → ')})`
}
