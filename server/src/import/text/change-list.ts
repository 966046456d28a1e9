/** Writes down what an import has changed, for people to read. */

import * as l10n from '@vscode/l10n'
import type { Change } from './change'

interface Listed extends Change {
  readonly place: string
  readonly draftLine: number
}

/** A place that the list names; all of it counted from 0. */
export interface ListedPlace {
  /** The line of the list. */
  readonly line: number
  readonly start: number
  readonly end: number
  /** The line of the draft that it leads to. */
  readonly draftLine: number
}

/**
 * A document that lists what is to be decided first, then what was changed, by its place in the source.
 */
export function changeList(name: string, changes: readonly Listed[]): string {
  const open = changes.filter(({ decided }) => !decided)
  const decided = changes.filter(change => change.decided)
  const parts = [`# ${l10n.t('What was changed in {0}', name)}`]
  if (open.length > 0) parts.push(`## ${l10n.t('To be decided by you')}`, listOf(open))
  parts.push(
    `## ${l10n.t('Changed')}`,
    decided.length === 0 ? l10n.t('Nothing was changed.') : listOf(decided),
  )
  return `${parts.join('\n\n')}\n`
}

/** Where the places stand in the list, for links. */
export function listedPlaces(list: string, changes: readonly Listed[]): readonly ListedPlace[] {
  const inOrder = [
    ...changes.filter(({ decided }) => !decided),
    ...changes.filter(({ decided }) => decided),
  ]
  const items = list.split('\n').flatMap((text, line) => (text.startsWith(mark) ? [line] : []))
  return inOrder.flatMap(({ place, draftLine }, at) => {
    const line = items[at]
    const start = mark.length
    return line === undefined ? [] : [{ line, start, end: start + place.length, draftLine }]
  })
}

const mark = '- '

function listOf(changes: readonly Listed[]): string {
  return changes.map(change => `${mark}${change.place}: ${oneLine(changeText(change))}`).join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** The message with the words it is about: `Joined "multi-agency" … (multi- agency → multi-agency)`. */
function changeText({ message, before, after }: Change): string {
  const words = [before, after].filter(each => each !== undefined && !message.includes(`"${each}"`))
  return words.length === 0 ? message : `${message} (${words.join(' → ')})`
}
