/**
 * What an import has changed, in the order in which people want to know it: what they have to decide, what was accepted
 * or left out, what was changed in single places, and the ordinary, of which only the sums are of interest.
 */

import * as l10n from '@vscode/l10n'
import { withoutLineEnds } from '../../text/spaces'
import { Pace, type Steps } from '../../text/steps'
import type { Change, ChangeKind } from './change'

/** A change with its place in words, and the line of the draft that it is about. */
export interface PlacedChange extends Change {
  /** Where in the source, in words: `line 12`, `page 3`, `under "Service information"`. */
  readonly place: string
  /** The line of the draft that it is about, counted from 0. */
  readonly draftLine: number
}

/** A change as it is listed; several that say the same are one. */
export interface ListedChange {
  readonly place: string
  readonly draftLine: number
  /** What was done, without its place: `Left out a picture.` */
  readonly text: string
  /** How many changes it is. */
  readonly count: number
}

export interface GroupedChanges {
  /** How much there is of what a reader should know before anything else: `Tracked changes taken as accepted: 12`. */
  readonly summary: readonly string[]
  /** What somebody has to decide. */
  readonly open: readonly ListedChange[]
  /** What was taken as accepted, was not read, or was left out. */
  readonly accepted: readonly ListedChange[]
  /** What was changed in single places. */
  readonly changed: readonly ListedChange[]
  /** What was changed all through, as sums: `Joined 412 lines into 133 paragraphs.` */
  readonly sums: readonly string[]
}

/** Groups the changes, each group in their order. */
export function* groupedChanges(changes: readonly PlacedChange[]): Steps<GroupedChanges> {
  const decided = changes.filter(each => each.decided)
  const ordinary = new Map(
    sums.map(sum => [sum, decided.filter(({ kind }) => kind === sum.kind)] as const),
  )
  const isSummed = new Set([...ordinary.values()].filter(({ length }) => length > 1).flat())
  yield
  const single = decided.filter(each => !isSummed.has(each))
  return {
    summary: summaryOf(changes),
    open: yield* listed(inWeight(changes.filter(each => !each.decided))),
    accepted: yield* merged(single.filter(({ kind }) => acceptedKinds.has(kind))),
    changed: yield* merged(single.filter(({ kind }) => !acceptedKinds.has(kind))),
    sums: [...ordinary].flatMap(([sum, of]) => (of.length > 1 ? [sum.text(of)] : [])),
  }
}

/** Single words after everything else, since there may be many. */
function inWeight(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  const isWord = ({ kind }: Change) =>
    kind === 'joined-word' || kind === 'misread-word' || kind === 'lost-hyphen'
  return [...changes.filter(each => !isWord(each)), ...changes.filter(isWord)]
}

interface Sum {
  readonly kind: ChangeKind
  readonly text: (changes: readonly Change[]) => string
}

/** What needs no look at each place. */
const sums: readonly Sum[] = [
  {
    kind: 'joined-lines',
    text: changes => {
      const lines = changes.reduce((sum, { count = 1 }) => sum + count, 0)
      return l10n.t('Joined {0} lines into {1} paragraphs.', lines, changes.length)
    },
  },
  {
    kind: 'joined-word',
    text: changes => {
      const words = [...new Set(changes.map(({ after = '' }) => after))].join(', ')
      return l10n.t('Joined {0} words that were broken over two lines: {1}.', changes.length, words)
    },
  },
  {
    kind: 'bullet',
    text: ({ length }) => l10n.t('Replaced {0} bullets with dashes.', length),
  },
  {
    kind: 'number-alone',
    text: ({ length }) =>
      l10n.t('Joined {0} numbers on lines of their own with their text.', length),
  },
  {
    kind: 'footnote',
    text: ({ length }) => l10n.t('Put {0} footnotes after their paragraphs.', length),
  },
  {
    kind: 'page-number',
    text: ({ length }) => l10n.t('Left out {0} page numbers.', length),
  },
]

/** What was taken as accepted, was not read, or was left out though somebody has written it. */
const acceptedKinds: ReadonlySet<ChangeKind> = new Set([
  'tracked-change',
  'hidden-text',
  'comment',
  'resolved-comment',
  'picture',
  'chart',
  'embedded-file',
  'link',
])

/** The counts that are said first, in their order. */
export function summaryOf(changes: readonly Change[]): readonly string[] {
  const count = (...kinds: readonly ChangeKind[]) =>
    changes.filter(({ kind, decided }) => decided && kinds.includes(kind)).length
  const counts = [
    [
      changes.filter(({ decided }) => !decided).length,
      (number: number) => l10n.t('For you to decide: {0}', number),
    ],
    [
      count('tracked-change'),
      (number: number) => l10n.t('Tracked changes taken as accepted: {0}', number),
    ],
    [count('hidden-text'), (number: number) => l10n.t('Hidden words left out: {0}', number)],
    [count('comment'), (number: number) => l10n.t('Comments turned into notes: {0}', number)],
    [
      count('resolved-comment'),
      (number: number) => l10n.t('Resolved comments left out: {0}', number),
    ],
    [
      count('picture', 'chart', 'embedded-file'),
      (number: number) => l10n.t('Pictures, charts and files inside it, not read: {0}', number),
    ],
  ] as const
  return counts.flatMap(([number, text]) => (number === 0 ? [] : [text(number)]))
}

function* listed(changes: readonly PlacedChange[]): Steps<readonly ListedChange[]> {
  const pace = new Pace()
  const items: ListedChange[] = []
  for (const change of changes) {
    const { place, draftLine } = change
    const text = withoutLineEnds(changeText(change), ' ')
    items.push({ place, draftLine, text, count: 1 })
    if (pace.isOver(text.length)) yield
  }
  return items
}

/** The changes with those that say the same, apart from numbers, at the place of the first. */
function* merged(changes: readonly PlacedChange[]): Steps<readonly ListedChange[]> {
  const items = new Map<string, ListedChange>()
  for (const each of yield* listed(changes)) {
    const key = each.text.replace(/\d+/g, '')
    const same = items.get(key)
    items.set(key, same === undefined ? each : { ...same, count: same.count + 1 })
  }
  return [...items.values()]
}

/** The message with the words it is about: `Joined "multi-agency" … (multi- agency → multi-agency)`. */
function changeText({ message, before, after }: Change): string {
  const words = [before, after].filter(each => each !== undefined && !message.includes(`"${each}"`))
  return words.length === 0 ? message : `${message} (${words.join(' → ')})`
}
