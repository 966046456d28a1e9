/** What is shown above a line: at a judgement its row, at a row its section, at a timescale its actions. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report, Section, SummaryEntry, Timescale } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { capitalised } from '../../text/letters'
import type { Span } from '../../text/span'
import { lastStartingBy } from './places'

export interface Lens {
  /** The words that the line is about; it is shown above them. */
  readonly span: Span
  /** `Record of main findings: good · agrees`. */
  readonly words: string
  /** What a click goes to; undefined where nothing can be clicked. */
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
  const table = capitalised(report.type.table?.title ?? report.summary.heading.title.text)
  const span = section.heading.title
  if (row === undefined) {
    // In a draft the row comes later; its absence is a problem, or a to-do, of its own.
    return [{ span, words: l10n.t('{0}: no row', table), target: undefined }]
  }
  return [{ span, words: `${table}: ${rowWords(judgement, row)}`, target: inRow(row) }]
}

/** `good · agrees`, `good · differs`, `no grade yet`. */
function rowWords({ disagreement, unread }: Judgement, { grade }: SummaryEntry): string {
  const stated = grade?.grade
  if (stated === undefined)
    return grade?.word === undefined ? l10n.t('no grade yet') : grade.word.text
  if (disagreement === undefined)
    return unread.length > 0
      ? l10n.t('{0} · no grade in the section', stated.word)
      : l10n.t('{0} · agrees', stated.word)
  return disagreement.odd === 'opening'
    ? l10n.t('{0} · the first sentence differs', stated.word)
    : l10n.t('{0} · differs', stated.word)
}

function atRow(report: Report, judgement: Judgement): readonly Lens[] {
  const { section, row } = judgement
  if (section === undefined || row === undefined) return []
  const words = [paragraphsOf(report, section), gradeOf(judgement)].filter(each => each !== '')
  if (words.length === 0) return []
  return [{ span: row.label, words: capitalised(words.join(' · ')), target: section.heading.title }]
}

/** `Paragraphs 53–57`; empty for a section without numbered paragraphs. */
function paragraphsOf({ numbering }: Report, { extent }: Section): string {
  const { paragraphs } = numbering
  const last = lastStartingBy(paragraphs, extent.end - 1, each => each.digits.start)
  const before = lastStartingBy(paragraphs, extent.start - 1, each => each.digits.start)
  const first = paragraphs[before === undefined ? 0 : paragraphs.indexOf(before) + 1]
  if (first === undefined || last === undefined || last.digits.start < extent.start) return ''
  return first === last
    ? l10n.t('Paragraph {0}', numberText(first.number))
    : l10n.t('Paragraphs {0}–{1}', numberText(first.number), numberText(last.number))
}

/** What the section's grade line says, even where it is in the wrong place. */
function gradeOf({ section, mentions }: Judgement): string {
  const elsewhere = mentions.find(({ kind, grade }) => kind === 'grade' && grade !== undefined)
  const stated = section?.grade?.grade ?? elsewhere?.grade
  if (stated === undefined) return l10n.t('no grade yet')
  return stated.number === undefined ? stated.word : l10n.t('grade {0}', stated.number)
}

function atTimescale({ heading, items }: Timescale): Lens {
  const number = items.length
  const words =
    number === 0
      ? l10n.t('No actions yet')
      : number === 1
        ? l10n.t('1 action')
        : l10n.t('{0} actions', number)
  return { span: heading, words, target: undefined }
}

function inRow({ grade, label }: SummaryEntry): Span {
  return grade?.span ?? label
}
