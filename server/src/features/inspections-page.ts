/** The page that shows the judgements of two inspections side by side. */

import { writtenDay } from '../report/dates'
import type { Judgement, Report } from '../report/model'
import { normalTitle, type Scale } from '../types/report-type'
import type { InspectionComparison, JudgementPair } from './compare-inspections'
import {
  heading,
  link,
  type Page,
  type PageBlock,
  type PageLink,
  type PageText,
  strong,
  text,
} from './page'
import { inspectionDates, publicationDate } from './report-dates'
import { plainLine } from './section-title'
import { agreedGrade, fullTitle, gradeInWords, placeOf } from './stated-grade'

/** One of the two reports, and which document of the page it is. */
export interface ComparedReport {
  readonly report: Report
  readonly document: PageLink['document']
}

/** The two with the earlier inspection first, where their covers tell which it was; else as given. */
export function byDate(
  then: ComparedReport,
  now: ComparedReport,
): readonly [ComparedReport, ComparedReport] {
  const [a, b] = [dayOf(then.report), dayOf(now.report)]
  return a !== undefined && b !== undefined && b < a ? [now, then] : [then, now]
}

function dayOf(report: Report): string | undefined {
  return inspectionDates(report)?.from ?? publicationDate(report)
}

/** The page; `comparison` is of the same two reports in the same order. */
export function inspectionsPage(
  comparison: InspectionComparison,
  [then, now]: readonly [ComparedReport, ComparedReport],
): Page {
  const { onlyEarlier, onlyPresent } = comparison
  return {
    title: titleFor(comparison, then.report, now.report),
    blocks: [
      {
        kind: 'list',
        items: [
          [strong('Then:'), ` ${described(then.report)}`],
          [strong('Now:'), ` ${described(now.report)}`],
        ],
      },
      ...warnings(comparison, then.report, now.report),
      ...pairsPart(comparison, then.document, now.document),
      ...alonePart('Only in the earlier report', onlyEarlier, then.document),
      ...alonePart('Only in the later report', onlyPresent, now.document),
    ],
  }
}

function titleFor({ authoritiesDiffer }: InspectionComparison, then: Report, now: Report): string {
  const [earlier, later] = [then, now].map(({ cover }) => plainLine(cover.authority?.text ?? ''))
  const name = authoritiesDiffer ? `${earlier} and ${later}` : later || earlier
  return name ? `Two inspections of ${name}` : 'Two inspections'
}

function described(report: Report): string {
  const { type, cover } = report
  const dates = inspectionDates(report)
  const published = publicationDate(report)
  const when =
    dates !== undefined
      ? `inspected ${days(dates.from, dates.to)}`
      : published !== undefined
        ? `published ${writtenDay(published)}`
        : 'without a date'
  const authority = cover.authority === undefined ? '' : `${plainLine(cover.authority.text)}, `
  return `${authority}${when} (${type.name})`
}

function days(from: string, to: string): string {
  return from === to ? writtenDay(from) : `${writtenDay(from)} to ${writtenDay(to)}`
}

function warnings(
  { authoritiesDiffer, scalesDiffer, pairs, outcomes }: InspectionComparison,
  then: Report,
  now: Report,
): readonly PageBlock[] {
  const found: PageBlock[] = []
  if (authoritiesDiffer) found.push(text(strong('The two covers name different authorities.')))
  if (scalesDiffer && pairs.length > 0)
    found.push(
      text(
        strong('The scales differ:'),
        ` then ${scaleInWords(then.type.scale)}; now ${scaleInWords(now.type.scale)}. What is compared is the place of a grade on its own scale, not what the grade asks for.`,
      ),
    )
  if (pairs.length === 0 && outcomes === undefined)
    found.push(text('No judgement of one report has its counterpart in the other.'))
  return found
}

function scaleInWords(scale: Scale | undefined): string {
  return scale === undefined ? 'no grades' : scale.grades.map(({ word }) => word).join(', ')
}

function pairsPart(
  { pairs, outcomes, scalesDiffer }: InspectionComparison,
  then: PageLink['document'],
  now: PageLink['document'],
): readonly PageBlock[] {
  const rows = pairs.map((pair): PageText[] => [
    [pairTitle(pair)],
    [gradeLink(pair.earlier, then)],
    [gradeLink(pair.present, now)],
    changeInWords(pair, scalesDiffer),
  ])
  if (outcomes !== undefined) {
    const { earlier, present, change } = outcomes
    rows.push([
      [present.title],
      [link(earlier.words ?? 'not stated', then, earlier.at)],
      [link(present.words ?? 'not stated', now, present.at)],
      [change === undefined || change === 'same' ? (change ?? '–') : strong(change)],
    ])
  }
  if (rows.length === 0) return []
  const columns = ['Judgement', 'Then', 'Now', 'Change']
  const caption = 'Judgements that both reports make'
  return [heading('Side by side'), { kind: 'table', caption, columns, rows }]
}

/** A judgement that has another name now is named by both. */
function pairTitle({ earlier, present, isAlike }: JudgementPair): string {
  const hasOtherName = isAlike && normalTitle(earlier.title) !== normalTitle(present.title)
  return hasOtherName ? `${fullTitle(present)}; then: ${fullTitle(earlier)}` : fullTitle(present)
}

function gradeLink(judgement: Judgement, document: PageLink['document']) {
  return link(gradeInWords(judgement) || 'not graded', document, placeOf(judgement))
}

function changeInWords(
  { earlier, present, change }: JudgementPair,
  scalesDiffer: boolean,
): PageText {
  if (change !== undefined) {
    if (!scalesDiffer) return [change === 'same' ? change : strong(change)]
    if (change === 'same') return ['the same place, on another scale']
    return [strong(change === 'better' ? 'higher' : 'lower'), ', on another scale']
  }
  if (agreedGrade(earlier) === undefined || agreedGrade(present) === undefined) return ['–']
  return ['the scales cannot be compared']
}

function alonePart(
  title: string,
  judgements: readonly Judgement[],
  document: PageLink['document'],
): readonly PageBlock[] {
  if (judgements.length === 0) return []
  const rows = judgements.map((each): PageText[] => [
    [fullTitle(each)],
    [gradeLink(each, document)],
  ])
  return [heading(title), { kind: 'table', caption: title, columns: ['Judgement', 'Grade'], rows }]
}
