/** The page that shows the judgements of two inspections side by side. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../../report/cover/dates'
import type { Judgement, Report } from '../../report/model'
import { normalTitle } from '../../types/normal-title'
import type { Scale } from '../../types/report-type'
import {
  heading,
  link,
  type Page,
  type PageBlock,
  type PageLink,
  type PageText,
  strong,
  text,
} from '../page/page'
import { inspectionDates, publicationDate } from '../wording/report-dates'
import { plainLine } from '../wording/section-title'
import { agreedGrade, fullTitle, gradeInWords, placeOf } from '../wording/stated-grade'
import type { InspectionComparison, JudgementPair } from './inspections'

/** One of the two reports, and which document of the page it is. */
export interface ComparedReport {
  readonly report: Report
  readonly document: PageLink['document']
}

/** The two reports, the earlier inspection first where their covers show which that is; otherwise as given. */
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

/** The page; `comparison` must be of the same two reports in the same order. */
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
          [strong(l10n.t('Then:')), ` ${described(then.report)}`],
          [strong(l10n.t('Now:')), ` ${described(now.report)}`],
        ],
      },
      ...warnings(comparison, then.report, now.report),
      ...pairsPart(comparison, then.document, now.document),
      ...alonePart(l10n.t('Only in the earlier report'), onlyEarlier, then.document),
      ...alonePart(l10n.t('Only in the later report'), onlyPresent, now.document),
    ],
  }
}

function titleFor({ authoritiesDiffer }: InspectionComparison, then: Report, now: Report): string {
  const [earlier, later] = [then, now].map(({ cover }) => plainLine(cover.authority?.text ?? ''))
  const name = authoritiesDiffer
    ? l10n.t('{0} and {1}', earlier ?? '', later ?? '')
    : later || earlier
  return name ? l10n.t('Two inspections of {0}', name) : l10n.t('Two inspections')
}

function described(report: Report): string {
  const { type, cover } = report
  const dates = inspectionDates(report)
  const published = publicationDate(report)
  const when =
    dates !== undefined
      ? dates.from === dates.to
        ? l10n.t('inspected {0}', writtenDay(dates.from))
        : l10n.t('inspected {0} to {1}', writtenDay(dates.from), writtenDay(dates.to))
      : published !== undefined
        ? l10n.t('published {0}', writtenDay(published))
        : l10n.t('without a date')
  const authority = cover.authority === undefined ? '' : `${plainLine(cover.authority.text)}, `
  return l10n.t('{0}: {1}', `${authority}${when}`, type.name)
}

function warnings(
  { authoritiesDiffer, scalesDiffer, pairs, outcomes }: InspectionComparison,
  then: Report,
  now: Report,
): readonly PageBlock[] {
  const found: PageBlock[] = []
  if (authoritiesDiffer)
    found.push(text(strong(l10n.t('The two covers name different authorities.'))))
  if (scalesDiffer && pairs.length > 0)
    found.push(
      text(
        strong(l10n.t('The scales differ.')),
        ` ${l10n.t('Then: {0}. Now: {1}. Grades are compared by their position on each scale, not by what they require.', scaleInWords(then.type.scale), scaleInWords(now.type.scale))}`,
      ),
    )
  if (pairs.length === 0 && outcomes === undefined)
    found.push(text(l10n.t('The two reports have no judgement in common.')))
  return found
}

function scaleInWords(scale: Scale | undefined): string {
  return scale === undefined ? l10n.t('no grades') : scale.grades.map(({ word }) => word).join(', ')
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
      [link(earlier.words ?? l10n.t('not stated'), then, earlier.at)],
      [link(present.words ?? l10n.t('not stated'), now, present.at)],
      [change === undefined ? '–' : changeWord(change)],
    ])
  }
  if (rows.length === 0) return []
  const columns = [l10n.t('Judgement'), l10n.t('Then'), l10n.t('Now'), l10n.t('Change')]
  const caption = l10n.t('Judgements that both reports make')
  return [heading(l10n.t('Side by side')), { kind: 'table', caption, columns, rows }]
}

/** A judgement that has since been renamed is shown under both names. */
function pairTitle({ earlier, present, isAlike }: JudgementPair): string {
  const hasOtherName = isAlike && normalTitle(earlier.title) !== normalTitle(present.title)
  return hasOtherName
    ? l10n.t('{0}; then: {1}', fullTitle(present), fullTitle(earlier))
    : fullTitle(present)
}

function gradeLink(judgement: Judgement, document: PageLink['document']) {
  return link(gradeInWords(judgement) || l10n.t('not graded'), document, placeOf(judgement))
}

function changeInWords(
  { earlier, present, change }: JudgementPair,
  scalesDiffer: boolean,
): PageText {
  if (change !== undefined) {
    if (!scalesDiffer) return [changeWord(change)]
    if (change === 'same') return [l10n.t('the same place, on another scale')]
    return [
      strong(
        change === 'better'
          ? l10n.t('higher, on another scale')
          : l10n.t('lower, on another scale'),
      ),
    ]
  }
  if (agreedGrade(earlier) === undefined || agreedGrade(present) === undefined) return ['–']
  return [l10n.t('the scales cannot be compared')]
}

function changeWord(change: NonNullable<JudgementPair['change']>) {
  if (change === 'same') return l10n.t('same')
  return strong(change === 'better' ? l10n.t('better') : l10n.t('worse'))
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
  return [
    heading(title),
    { kind: 'table', caption: title, columns: [l10n.t('Judgement'), l10n.t('Grade')], rows },
  ]
}
