/** The page "What has changed since …". */

import * as l10n from '@vscode/l10n'
import type { Section } from '../../report/model'
import { withoutLastWord } from '../../text/spaces'
import {
  heading,
  inSentence,
  link,
  type Page,
  type PageBlock,
  type PageText,
  strong,
  text,
} from '../page/page'
import { plainLine, sectionTitle } from '../wording/section-title'
import { fullTitle, gradeInWords, placeOf } from '../wording/stated-grade'
import type { PassageChange } from './passage-change'
import type { Passage } from './passages'
import { type Renumbering, renumberings } from './renumbered'
import type { VersionComparison } from './versions'
import type { WordRun } from './words'

/** `earlier` and `present` are what the user calls the two versions: `the version of 3 May`, `report.md`. */
export interface VersionNames {
  readonly earlier: string
  readonly present: string
}

/**
 * First the grades, then the changed paragraphs with the words that were struck out and added, and last the
 * number that every paragraph had beside the one that it has now.
 */
export function versionsPage(comparison: VersionComparison, names: VersionNames): Page {
  const title = l10n.t('What has changed since {0}', names.earlier)
  if (comparison.isSame) return { title, blocks: [text(...same(names))] }
  return {
    title,
    blocks: [
      text(summary(comparison, names)),
      ...(comparison.kept < 0.2
        ? [text(strong(l10n.t('These look like two different reports.')), ` ${differ()}`)]
        : []),
      ...gradesPart(comparison),
      ...sectionsPart(comparison.sections),
      ...changesPart(comparison.passages),
      ...wordsPart(comparison.passages),
      ...numbersPart(comparison.passages),
    ],
  }
}

const same = ({ present, earlier }: VersionNames): PageText => [
  strong(l10n.t('Nothing has changed.')),
  ` ${l10n.t('{0} and {1} have the same grades, sections, paragraphs and numbers. Spaces, bold and italic, notes and page headers are not compared.', present, earlier)}`,
]

const differ = () =>
  l10n.t(
    'Hardly any of the earlier paragraphs are in the present report. To see the judgements of two inspections side by side, use "Compare with an earlier inspection…".',
  )

function summary(
  { grades, outcomes, passages }: VersionComparison,
  { present, earlier }: VersionNames,
): string {
  const count = (which: (change: PassageChange) => boolean) => passages.filter(which).length
  const [reworded, renumbered] = [count(isReworded), count(hasNewNumber)]
  const moved = count(change => change.moved)
  const added = count(({ kind }) => kind === 'added')
  const removed = count(({ kind }) => kind === 'removed')
  const parts = [
    counted(grades.length, l10n.t('1 grade changed'), l10n.t('{0} grades changed', grades.length)),
    outcomes === undefined ? '' : l10n.t('another outcome'),
    counted(reworded, l10n.t('1 passage reworded'), l10n.t('{0} passages reworded', reworded)),
    counted(moved, l10n.t('1 moved'), l10n.t('{0} moved', moved)),
    counted(added, l10n.t('1 added'), l10n.t('{0} added', added)),
    counted(removed, l10n.t('1 removed'), l10n.t('{0} removed', removed)),
    ...renumberedInWords(passages, renumbered),
  ].filter(each => each !== '')
  const sum = parts.length === 0 ? l10n.t('Only sections differ') : parts.join(', ')
  return l10n.t('{0} compared with {1}: {2}.', present, earlier, sum)
}

/** One number that was put right, and all that followed it, is one thing to read. */
function renumberedInWords(passages: readonly PassageChange[], count: number): readonly string[] {
  if (count === 0) return []
  const putRight = renumberings(passages).filter(({ isPutRight }) => isPutRight)
  const following = count - putRight.length
  return [
    counted(
      putRight.length,
      l10n.t('1 number put right'),
      l10n.t('{0} numbers put right', putRight.length),
    ),
    counted(
      following,
      l10n.t('1 number that follows'),
      l10n.t('{0} numbers that follow', following),
    ),
  ]
}

function counted(number: number, one: string, several: string): string {
  if (number === 0) return ''
  return number === 1 ? one : several
}

const isReworded = ({ kind }: PassageChange) => kind === 'reworded'

const hasNewNumber = ({ earlier, present }: PassageChange) =>
  isNumbered(earlier) && isNumbered(present) && earlier?.label !== present?.label

const isNumbered = (passage: Passage | undefined) => passage?.isNumbered === true

function gradesPart({ grades, outcomes }: VersionComparison): readonly PageBlock[] {
  const rows = grades.map(({ earlier, present }): PageText[] => [
    [fullTitle((present ?? earlier) as NonNullable<typeof present>)],
    earlier === undefined
      ? [l10n.t('not there')]
      : [link(gradeInWords(earlier) || l10n.t('not graded'), 'earlier', placeOf(earlier))],
    present === undefined
      ? [l10n.t('not there')]
      : [link(gradeInWords(present) || l10n.t('not graded'), 'present', placeOf(present))],
  ])
  if (outcomes !== undefined) {
    const { earlier, present } = outcomes
    rows.push([
      [(present ?? earlier)?.title ?? ''],
      [
        earlier === undefined
          ? l10n.t('not there')
          : link(earlier.words ?? l10n.t('not stated'), 'earlier', earlier.at),
      ],
      [
        present === undefined
          ? l10n.t('not there')
          : link(present.words ?? l10n.t('not stated'), 'present', present.at),
      ],
    ])
  }
  if (rows.length === 0) return []
  const columns = [l10n.t('Judgement'), l10n.t('Before'), l10n.t('Now')]
  return [
    heading(l10n.t('Grades')),
    { kind: 'table', caption: l10n.t('Grades that changed'), columns, rows },
  ]
}

function sectionsPart({ added, removed }: VersionComparison['sections']): readonly PageBlock[] {
  const items = (sections: readonly Section[], document: 'earlier' | 'present', what: string) =>
    sections.map(section => [
      strong(what),
      ' ',
      link(sectionTitle(section), document, section.heading.title.start),
    ])
  const all = [
    ...items(added, 'present', l10n.t('Added:')),
    ...items(removed, 'earlier', l10n.t('Removed:')),
  ]
  return all.length === 0 ? [] : [heading(l10n.t('Sections')), { kind: 'list', items: all }]
}

function changesPart(passages: readonly PassageChange[]): readonly PageBlock[] {
  const changed = passages.filter(({ kind, moved }) => kind !== 'same' || moved)
  if (changed.length === 0) return []
  return [heading(l10n.t('Paragraphs')), table(l10n.t('Paragraphs that changed'), changed)]
}

/** Lets readers find what a remark on paragraph 47 of the earlier version was about. */
function numbersPart(passages: readonly PassageChange[]): readonly PageBlock[] {
  const numbered = passages.filter(
    change => isNumbered(change.present) || isNumbered(change.earlier),
  )
  if (numbered.length === 0) return []
  const areSame = numbered.every(({ earlier, present }) => earlier?.label === present?.label)
  if (areSame)
    return [
      heading(l10n.t('Old and new numbers')),
      text(l10n.t('Every paragraph has kept its number.')),
    ]
  const stretches = renumberings(passages).map(stretch)
  return [
    heading(l10n.t('Old and new numbers')),
    ...(stretches.length === 0 ? [] : [{ kind: 'list', items: stretches } as const]),
    table(l10n.t('Each paragraph by its number before and now'), numbered),
  ]
}

/** `6 to 17 are now 5 to 16`. */
function stretch({ first, last, count }: Renumbering): PageText {
  const then = (change: PassageChange) => numberOf(change.earlier, 'earlier')
  const now = (change: PassageChange) => numberOf(change.present, 'present')
  return count === 1
    ? inSentence(l10n.t('{0} is now {1}.'), then(first), now(first))
    : inSentence(
        l10n.t('{0} to {1} are now {2} to {3}.'),
        then(first),
        then(last),
        now(first),
        now(last),
      )
}

function table(caption: string, changes: readonly PassageChange[]): PageBlock {
  const rows = changes.map((change): PageText[] => [
    [numberOf(change.earlier, 'earlier')],
    [numberOf(change.present, 'present')],
    whatOf(change),
    [beginning((change.present ?? change.earlier)?.words ?? '')],
  ])
  return {
    kind: 'table',
    caption,
    columns: [l10n.t('Before'), l10n.t('Now'), l10n.t('What'), l10n.t('Begins')],
    rows,
  }
}

function numberOf(passage: Passage | undefined, document: 'earlier' | 'present') {
  return passage === undefined ? '–' : link(placeName(passage), document, passage.start)
}

/** `14`, `15, point 2`; the beginning of the section's title for what has no number. */
function placeName({ label, section }: Passage): string {
  if (label !== '') return label
  if (section === undefined) return l10n.t('Cover')
  const title = plainLine(section.heading.title.text)
  return title.length <= 40 ? title : `${withoutLastWord(title.slice(0, 40))} …`
}

function whatOf(change: PassageChange): PageText {
  const { kind, moved, holder } = change
  if (kind === 'added' || kind === 'removed') {
    const isAdded = kind === 'added'
    const what = strong(isAdded ? l10n.t('added') : l10n.t('removed'))
    if (holder === undefined) return [what]
    const place = link(placeName(holder), isAdded ? 'earlier' : 'present', holder.start)
    const where = isAdded ? l10n.t('its words were in {0}') : l10n.t('its words are in {0}')
    return [what, ': ', ...inSentence(where, place)]
  }
  if (kind === 'reworded')
    return [strong(moved ? l10n.t('moved and reworded') : l10n.t('reworded'))]
  if (moved) return [strong(l10n.t('moved'))]
  return [hasNewNumber(change) ? l10n.t('another number') : l10n.t('unchanged')]
}

const shownWords = 8

function beginning(words: string): string {
  const all = words.split(' ')
  return all.length <= shownWords ? words : `${all.slice(0, shownWords).join(' ')} …`
}

function wordsPart(passages: readonly PassageChange[]): readonly PageBlock[] {
  const reworded = passages.filter(isReworded)
  if (reworded.length === 0) return []
  const items = reworded.map(({ earlier, present, runs }): PageText => {
    const now = present === undefined ? '' : link(placeName(present), 'present', present.start)
    const isSame = earlier?.label === present?.label
    const then =
      earlier === undefined || isSame
        ? []
        : [' ', ...inSentence(l10n.t('(was {0})'), numberOf(earlier, 'earlier'))]
    return [now, ...then, ': ', ...runs.flatMap((run, at) => runOf(run, at, runs.length))]
  })
  return [
    heading(l10n.t('Reworded')),
    text(
      ...inSentence(
        l10n.t('Words that were removed are {0}; words that were added are {1}.'),
        struck(l10n.t('struck')),
        added(l10n.t('marked')),
      ),
    ),
    { kind: 'list', items },
  ]
}

const struck = (words: string) => ({ kind: 'struck', text: words }) as const
const added = (words: string) => ({ kind: 'added', text: words }) as const

/** In a long stretch that has not changed, only the words next to the changes. */
function runOf({ kind, words }: WordRun, at: number, count: number): PageText {
  const space = at === 0 ? '' : ' '
  if (kind === 'struck') return [space, struck(words)]
  if (kind === 'added') return [space, added(words)]
  const all = words.split(' ')
  const [isFirst, isLast] = [at === 0, at === count - 1]
  if (all.length <= shownWords * (isFirst || isLast ? 1 : 2)) return [space, words]
  const head = isFirst ? [] : all.slice(0, shownWords)
  const tail = isLast ? [] : all.slice(-shownWords)
  return [space, [...head, '…', ...tail].join(' ')]
}
