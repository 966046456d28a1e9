/** The page "What has changed since …". */

import type { Section } from '../report/model'
import type { Passage } from './compare-passages'
import type { PassageChange, VersionComparison } from './compare-versions'
import type { WordRun } from './compare-words'
import { heading, link, type Page, type PageBlock, type PageText, strong, text } from './page'
import { plainLine, sectionTitle } from './section-title'
import { fullTitle, gradeInWords, placeOf } from './stated-grade'

/** `earlier` and `present` are what the user calls the two: `the version of 3 May`, `report.md`. */
export interface VersionNames {
  readonly earlier: string
  readonly present: string
}

/**
 * First the grades, then the paragraphs that changed with the words that were struck and added, and last the
 * number of every paragraph before beside its number now.
 */
export function versionsPage(comparison: VersionComparison, names: VersionNames): Page {
  const title = `What has changed since ${names.earlier}`
  if (comparison.isSame) return { title, blocks: [text(...same(names))] }
  return {
    title,
    blocks: [
      text(summary(comparison, names)),
      ...(comparison.kept < 0.2
        ? [text(strong('These look like two different reports.'), differ)]
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
  strong('Nothing has changed.'),
  ` ${present} and ${earlier} have the same grades, sections, paragraphs and numbers. Spaces, bold and italic, notes and page headers are not compared.`,
]

const differ =
  ' Hardly a paragraph of the earlier one is in the present one. To see the judgements of two inspections side by side, use "Compare with an earlier inspection…".'

function summary(
  { grades, outcomes, passages }: VersionComparison,
  { present, earlier }: VersionNames,
): string {
  const count = (which: (change: PassageChange) => boolean) => passages.filter(which).length
  const parts = [
    counted(grades.length, 'grade changed', 'grades changed'),
    outcomes === undefined ? '' : 'another outcome',
    counted(count(isReworded), 'passage reworded', 'passages reworded'),
    counted(
      count(({ moved }) => moved),
      'moved',
      'moved',
    ),
    counted(
      count(({ kind }) => kind === 'added'),
      'added',
      'added',
    ),
    counted(
      count(({ kind }) => kind === 'removed'),
      'removed',
      'removed',
    ),
    counted(count(hasNewNumber), 'paragraph with another number', 'paragraphs with another number'),
  ].filter(each => each !== '')
  const sum = parts.length === 0 ? 'Only sections differ' : parts.join(', ')
  return `${present} beside ${earlier}: ${sum}.`
}

function counted(number: number, one: string, several: string): string {
  if (number === 0) return ''
  return `${number} ${number === 1 ? one : several}`
}

const isReworded = ({ kind }: PassageChange) => kind === 'reworded'

const hasNewNumber = ({ earlier, present }: PassageChange) =>
  isNumbered(earlier) && isNumbered(present) && earlier?.label !== present?.label

const isNumbered = (passage: Passage | undefined) => passage?.isNumbered === true

function gradesPart({ grades, outcomes }: VersionComparison): readonly PageBlock[] {
  const rows = grades.map(({ earlier, present }): PageText[] => [
    [fullTitle((present ?? earlier) as NonNullable<typeof present>)],
    earlier === undefined
      ? ['not there']
      : [link(gradeInWords(earlier) || 'not graded', 'earlier', placeOf(earlier))],
    present === undefined
      ? ['not there']
      : [link(gradeInWords(present) || 'not graded', 'present', placeOf(present))],
  ])
  if (outcomes !== undefined) {
    const { earlier, present } = outcomes
    rows.push([
      [(present ?? earlier)?.title ?? ''],
      [
        earlier === undefined
          ? 'not there'
          : link(earlier.words ?? 'not stated', 'earlier', earlier.at),
      ],
      [
        present === undefined
          ? 'not there'
          : link(present.words ?? 'not stated', 'present', present.at),
      ],
    ])
  }
  if (rows.length === 0) return []
  const columns = ['Judgement', 'Before', 'Now']
  return [heading('Grades'), { kind: 'table', caption: 'Grades that changed', columns, rows }]
}

function sectionsPart({ added, removed }: VersionComparison['sections']): readonly PageBlock[] {
  const items = (sections: readonly Section[], document: 'earlier' | 'present', what: string) =>
    sections.map(section => [
      strong(what),
      ' ',
      link(sectionTitle(section), document, section.heading.title.start),
    ])
  const all = [...items(added, 'present', 'Added:'), ...items(removed, 'earlier', 'Removed:')]
  return all.length === 0 ? [] : [heading('Sections'), { kind: 'list', items: all }]
}

function changesPart(passages: readonly PassageChange[]): readonly PageBlock[] {
  const changed = passages.filter(({ kind, moved }) => kind !== 'same' || moved)
  if (changed.length === 0) return []
  return [heading('Paragraphs'), table('Paragraphs that changed', changed)]
}

/** By which a remark on paragraph 47 of the earlier version is found again. */
function numbersPart(passages: readonly PassageChange[]): readonly PageBlock[] {
  const numbered = passages.filter(
    change => isNumbered(change.present) || isNumbered(change.earlier),
  )
  if (numbered.length === 0) return []
  const areSame = numbered.every(({ earlier, present }) => earlier?.label === present?.label)
  return [
    heading('Old and new numbers'),
    areSame
      ? text('Every paragraph has the number that it had.')
      : table('Each paragraph by its number before and now', numbered),
  ]
}

function table(caption: string, changes: readonly PassageChange[]): PageBlock {
  const rows = changes.map((change): PageText[] => [
    [numberOf(change.earlier, 'earlier')],
    [numberOf(change.present, 'present')],
    whatOf(change),
    [beginning((change.present ?? change.earlier)?.words ?? '')],
  ])
  return { kind: 'table', caption, columns: ['Before', 'Now', 'What', 'Begins'], rows }
}

function numberOf(passage: Passage | undefined, document: 'earlier' | 'present') {
  return passage === undefined ? '–' : link(placeName(passage), document, passage.start)
}

/** `14`, `15, point 2`; the beginning of the section's title for what has no number. */
function placeName({ label, section }: Passage): string {
  if (label !== '') return label
  if (section === undefined) return 'Cover'
  const title = plainLine(section.heading.title.text)
  return title.length <= 40 ? title : `${title.slice(0, 40).replace(/\s+\S*$/, '')} …`
}

function whatOf(change: PassageChange): PageText {
  const { kind, moved, holder } = change
  if (kind === 'added' || kind === 'removed') {
    if (holder === undefined) return [strong(kind)]
    const [document, verb] =
      kind === 'added' ? (['earlier', 'were'] as const) : (['present', 'are'] as const)
    return [
      strong(kind),
      `: its words ${verb} in `,
      link(placeName(holder), document, holder.start),
    ]
  }
  const words = [moved ? 'moved' : '', kind === 'reworded' ? 'reworded' : ''].filter(Boolean)
  if (words.length > 0) return [strong(words.join(' and '))]
  return [hasNewNumber(change) ? 'another number' : 'unchanged']
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
      earlier === undefined || isSame ? [] : [' (was ', numberOf(earlier, 'earlier'), ')']
    return [now, ...then, ': ', ...runs.flatMap((run, at) => runOf(run, at, runs.length))]
  })
  return [
    heading('Reworded'),
    text(
      'Words that are gone are ',
      struck('struck'),
      '; words that came are ',
      added('marked'),
      '.',
    ),
    { kind: 'list', items },
  ]
}

const struck = (words: string) => ({ kind: 'struck', text: words }) as const
const added = (words: string) => ({ kind: 'added', text: words }) as const

/** Of a long stretch that stayed, the words next to the changes. */
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
