/** Points for the author: what is wrong in a report, for somebody who has it in Word or on paper. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../../report/cover/dates'
import type { Note, Report } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import type { Span } from '../../text/span'
import {
  heading,
  inSentence,
  type Page,
  type PageBlock,
  type PageText,
  strong,
  text,
} from '../page/page'
import {
  countInWords,
  kindInWords,
  kindOf,
  type ProblemKind,
  problemKinds,
} from '../wording/kind-of-problem'
import { placedWords, quoteOf } from '../wording/quote'
import { inspectionDates } from '../wording/report-dates'
import { plainLine } from '../wording/section-title'
import { wordPlace } from '../wording/word-place'
import { problemsBySection } from './problems-by-section'

export interface PointsOptions {
  /** Are the notes of colleagues, which are confidential, included? */
  readonly notes: boolean
  /** The day of the list, as an ISO date. */
  readonly day: string
}

/**
 * About notes, and about comments that ask for something to be ignored; neither is in the report as printed.
 */
const notForAuthors: ReadonlySet<string> = new Set(['open-note', 'unused-suppression'])

/** The page: what the report is, how many points there are, and the points under their sections. */
export function pointsForAuthor(
  report: Report,
  findings: readonly CheckedFinding[],
  { notes, day }: PointsOptions,
): Page {
  const points = findings.filter(({ rule }) => !notForAuthors.has(rule.id))
  const sections = problemsBySection(report, points).flatMap(
    ({ section, problems }): PageBlock[] => [
      heading(section),
      {
        kind: 'list',
        items: problems.map(({ within, finding }) => point(report, within, finding)),
        isToTick: true,
      },
    ],
  )
  const name = report.cover.authority?.text
  return {
    title:
      name === undefined
        ? l10n.t('Points for the author')
        : l10n.t('Points for the author: {0}', plainLine(name)),
    blocks: [
      text(about(report, day)),
      text(...sum(points)),
      ...sections,
      ...(notes ? notesPart(report) : []),
    ],
  }
}

function about(report: Report, day: string): string {
  const dates = inspectionDates(report)
  const inspector = report.cover.fields.find(({ id }) => id === 'inspector')?.value.text
  const inspected =
    dates === undefined
      ? []
      : dates.from === dates.to
        ? [l10n.t('inspected {0}', writtenDay(dates.from))]
        : [l10n.t('inspected {0} to {1}', writtenDay(dates.from), writtenDay(dates.to))]
  const by = inspector === undefined || inspector === '' ? [] : [plainLine(inspector)]
  const facts = [report.type.name, ...inspected, ...by].join(', ')
  return l10n.t('{0}. List made on {1}.', facts, writtenDay(day))
}

function sum(points: readonly CheckedFinding[]): PageText {
  if (points.length === 0) return [strong(l10n.t('Nothing was found that has to be put right.'))]
  const count = (kind: ProblemKind) => points.filter(each => kindOf(each) === kind).length
  const parts = problemKinds
    .filter(kind => count(kind) > 0)
    .map(kind => countInWords(kind, count(kind)))
  if (points.length === 1) return [strong(l10n.t('One point:')), ` ${parts.join(', ')}.`]
  return [
    strong(l10n.t('{0} points:', points.length)),
    ` ${parts.join(', ')}. ${l10n.t('They are in the order of the report, by section and paragraph number.')}`,
  ]
}

/** What follows the place of a point. */
function inBrackets(kind: ProblemKind): string {
  switch (kind) {
    case 'to-be-put-right':
      return l10n.t('(to be put right)')
    case 'to-be-looked-at':
      return l10n.t('(to be looked at)')
    case 'still-to-be-written':
      return l10n.t('(still to be written)')
  }
}

/** `**Paragraph 12** (to be put right): … In: "… words **wrong** words …"`. */
function point(report: Report, within: string, finding: CheckedFinding): PageText {
  const place = within === '' ? '' : `${within.charAt(0).toUpperCase()}${within.slice(1)}`
  const kind = kindOf(finding)
  const start = place === '' ? [strong(kindInWords(kind))] : [strong(place), ` ${inBrackets(kind)}`]
  const others = (finding.related ?? []).flatMap(({ span }) => compared(report, span))
  return [...start, `: ${finding.message}`, ...quoted(report, finding), ...others]
}

/** The other place that a point is about: `Compare Ambition, paragraph 12: “…”`. */
function compared(report: Report, span: Span): PageText {
  const { place, quote } = placedWords(report, span)
  if (quote === null) return []
  const { before, wrong, after } = quote
  return inSentence(` ${l10n.t('Compare {0}: “{1}”')}`, place, `${before}${wrong}${after}`)
}

/** The wrong words between those around them; nothing where none are marked. */
function quoted(report: Report, { span }: CheckedFinding): PageText {
  const quote = quoteOf(report, span)
  if (quote === undefined) return []
  const [start = '', end = ''] = l10n.t('In: “{0}”').split('{0}')
  return [` ${start}`, quote.before, strong(quote.wrong), quote.after, end]
}

function notesPart(report: Report): readonly PageBlock[] {
  if (report.notes.length === 0) return []
  const items = report.notes.map((note): PageText => noteItem(report, note))
  return [heading(l10n.t('Notes from colleagues')), { kind: 'list', items }]
}

function noteItem(report: Report, { author, text, span }: Note): PageText {
  const { section, within } = wordPlace(report, span.start)
  const place = within === '' ? section : `${section}, ${within}`
  return [strong(place), `: ${author === '' ? '' : `${author}: `}${plainLine(text.text)}`]
}
