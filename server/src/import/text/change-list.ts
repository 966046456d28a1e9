/** Writes a list of what an import has changed, for people to read. */

import * as l10n from '@vscode/l10n'
import { append } from '../../text/lists'
import type { Steps } from '../../text/steps'
import { groupedChanges, type ListedChange, type PlacedChange } from './grouped-changes'

/** A place that the list names; all of it counted from 0. */
export interface ListedPlace {
  /** The line of the list. */
  readonly line: number
  readonly start: number
  readonly end: number
  /** The line of the draft that it leads to. */
  readonly draftLine: number
}

export interface ChangeList {
  readonly text: string
  /** Where it names places of the draft, for links. */
  readonly places: readonly ListedPlace[]
}

/** What the list is about: an import. */
interface Made {
  readonly changes: readonly PlacedChange[]
  readonly isReport: boolean
  readonly isTidied: boolean
}

/**
 * A document that first says what sort of file it was and how much is to be looked at, then lists what is to be
 * decided, what was accepted or left out, and what was changed; places are those in the source.
 */
export function* changeList(
  name: string,
  { changes, isReport, isTidied }: Made,
): Steps<ChangeList> {
  const { summary, open, accepted, changed, sums } = yield* groupedChanges(changes)
  const list = new List(l10n.t('What was changed in {0}', name))
  if (!isReport) list.add(notReport(isTidied), ...(isTidied ? [] : [howToTidy()]))
  if (summary.length > 0) list.add(...summary.map(each => `- ${each}`))
  if (open.length > 0) list.section(l10n.t('For you to decide'), open)
  if (accepted.length > 0) list.section(l10n.t('Accepted or left out'), accepted)
  if (changed.length > 0) list.section(l10n.t('Changed'), changed)
  if (sums.length > 0) {
    list.heading(l10n.t('Changed throughout'))
    list.add(...sums.map(each => `- ${each}`))
  }
  if (changes.length === 0) list.add(l10n.t('Nothing was changed.'))
  return list.end()
}

/** What is said first of a file that is not a report. */
export function notReport(isTidied: boolean): string {
  return isTidied
    ? l10n.t('No report was recognised in this file, so it is not marked as a draft.')
    : l10n.t(
        'No report was recognised in this file, so it was only read: not tidied, and not marked as a draft.',
      )
}

const howToTidy = () =>
  l10n.t('If it is one, check that it begins with its title. "Tidy pasted text" puts it in order.')

/** The list as it grows. */
class List {
  private readonly lines: string[]
  private readonly places: ListedPlace[] = []

  constructor(title: string) {
    this.lines = [`# ${title}`]
  }

  /** Adds lines after a blank one. */
  add(...lines: readonly string[]): void {
    this.lines.push('')
    append(this.lines, lines)
  }

  heading(title: string): void {
    this.add(`## ${title}`)
  }

  section(title: string, changes: readonly ListedChange[]): void {
    this.heading(title)
    this.add()
    for (const { place, draftLine, text, count } of changes) {
      const start = '- '.length
      this.places.push({ line: this.lines.length, start, end: start + place.length, draftLine })
      this.lines.push(`- ${placeAndMore(place, count)}: ${text}`)
    }
  }

  end(): ChangeList {
    return { text: `${this.lines.join('\n')}\n`, places: this.places }
  }
}

/** `page 2`, `page 2, and 5 more times`. */
export function placeAndMore(place: string, count: number): string {
  if (count === 1) return place
  return count === 2
    ? l10n.t('{0}, and once more', place)
    : l10n.t('{0}, and {1} more times', place, count - 1)
}
