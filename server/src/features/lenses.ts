/** What is told above a line: at a judgement its row, at a row its section, at a timescale its actions. */

import type { Judgement, Report, Section, SummaryEntry, Timescale } from '../report/model'
import { numberText } from '../report/paragraph-number'
import type { Span } from '../text/span'
import { lastStartingBy } from './places'

export interface Lens {
  /** The words that it is told of; it stands above their line. */
  readonly span: Span
  /** `Record of main findings: good · agrees`. */
  readonly words: string
  /** What a click goes to; undefined where it tells only. */
  readonly target: Span | undefined
}

/** All of a report, in the order of the text. */
export function lenses(report: Report): readonly Lens[] {
  return [
    ...report.judgements.flatMap(judgement => [
      ...atSection(report, judgement),
      ...atRow(report, judgement),
    ]),
    ...report.sections.flatMap(({ timescales }) => timescales.map(atTimescale)),
  ].sort((a, b) => a.span.start - b.span.start)
}

function atSection(report: Report, judgement: Judgement): readonly Lens[] {
  const { section, row } = judgement
  if (section === undefined || report.summary === undefined) return []
  const table = report.type.table?.title ?? report.summary.heading.title.text
  const span = section.heading.title
  if (row === undefined) {
    // In a draft the row comes later; that it is missing is a problem, or a to-do, of its own.
    return [{ span, words: `${table}: no row`, target: undefined }]
  }
  return [{ span, words: `${table}: ${rowWords(judgement, row)}`, target: inRow(row) }]
}

const verdicts = {
  row: 'differs',
  section: 'differs',
  opening: 'the first sentence differs',
} as const

/** `good · agrees`, `good · differs`, `no grade yet`. */
function rowWords({ disagreement }: Judgement, { grade }: SummaryEntry): string {
  const stated = grade?.grade
  if (stated === undefined) return grade?.word === undefined ? 'no grade yet' : grade.word.text
  return `${stated.word} · ${disagreement === undefined ? 'agrees' : verdicts[disagreement.odd]}`
}

function atRow(report: Report, judgement: Judgement): readonly Lens[] {
  const { section, row } = judgement
  if (section === undefined || row === undefined) return []
  const words = [paragraphsOf(report, section), gradeOf(judgement)].filter(each => each !== '')
  if (words.length === 0) return []
  return [{ span: row.label, words: words.join(' · '), target: section.heading.title }]
}

/** `Paragraphs 53–57`; empty for a section without numbered paragraphs. */
export function paragraphsOf({ numbering }: Report, { extent }: Section): string {
  const { paragraphs } = numbering
  const last = lastStartingBy(paragraphs, extent.end - 1, each => each.digits.start)
  const before = lastStartingBy(paragraphs, extent.start - 1, each => each.digits.start)
  const first = paragraphs[before === undefined ? 0 : paragraphs.indexOf(before) + 1]
  if (first === undefined || last === undefined || last.digits.start < extent.start) return ''
  return first === last
    ? `Paragraph ${numberText(first.number)}`
    : `Paragraphs ${numberText(first.number)}–${numberText(last.number)}`
}

/** What the section's grade line says, also where it stands in the wrong place. */
function gradeOf({ section, mentions }: Judgement): string {
  const elsewhere = mentions.find(({ kind, grade }) => kind === 'grade' && grade !== undefined)
  const stated = section?.grade?.grade ?? elsewhere?.grade
  if (stated === undefined) return 'no grade yet'
  return stated.number === undefined ? stated.word : `grade ${stated.number}`
}

function atTimescale({ heading, items }: Timescale): Lens {
  const number = items.length
  const words = number === 0 ? 'No actions yet' : `${number} action${number === 1 ? '' : 's'}`
  return { span: heading, words, target: undefined }
}

function inRow({ grade, label }: SummaryEntry): Span {
  return grade?.span ?? label
}
