/** Writes a list of what an import has changed, for people to read. */

import * as l10n from '@vscode/l10n'
import { withoutLineEnds } from '../../text/spaces'
import { Pace, type Steps } from '../../text/steps'
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
 * A document that first lists what is still to be decided, then what was changed, each with its place in the source.
 */
export function* changeList(name: string, changes: readonly Listed[]): Steps<string> {
  const open = changes.filter(({ decided }) => !decided)
  const decided = changes.filter(change => change.decided)
  const parts = [`# ${l10n.t('What was changed in {0}', name)}`]
  if (open.length > 0) parts.push(`## ${l10n.t('For you to decide')}`, yield* listOf(open))
  parts.push(
    `## ${l10n.t('Changed')}`,
    decided.length === 0 ? l10n.t('Nothing was changed.') : yield* listOf(decided),
  )
  return `${parts.join('\n\n')}\n`
}

/** Where the places are in the list, for links. */
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

function* listOf(changes: readonly Listed[]): Steps<string> {
  const pace = new Pace()
  const items: string[] = []
  for (const change of changes) {
    const item = `${mark}${change.place}: ${withoutLineEnds(changeText(change), ' ')}`
    items.push(item)
    if (pace.isOver(item.length)) yield
  }
  return items.join('\n')
}

/** The message with the words it is about: `Joined "multi-agency" … (multi- agency → multi-agency)`. */
function changeText({ message, before, after }: Change): string {
  const words = [before, after].filter(each => each !== undefined && !message.includes(`"${each}"`))
  return words.length === 0 ? message : `${message} (${words.join(' → ')})`
}
