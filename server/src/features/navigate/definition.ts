/** Go to definition: from each place of a fact to the place to compare it with. */

import type {
  Judgement,
  Mention,
  Paragraph,
  Report,
  Section,
  SummaryEntry,
} from '../../report/model'
import { type Span, touches, trimmed } from '../../text/span'
import { judgementOf, type Place, placeAt, sectionAt, type Title } from './places'

export interface Definition {
  /** The words that the answer is about, to be underlined. */
  readonly origin: Span
  readonly targets: readonly Target[]
}

export interface Target {
  /** All that a preview should show: the heading's line, the row, the paragraph. */
  readonly span: Span
  /** The words to select; they lie in `span`. */
  readonly selection: Span
}

/**
 * Where the thing at `offset` leads to; undefined where there is nothing to follow.
 *
 * A judgement's heading, grade and whole opening sentence lead to its row, the row and the contents entry to the
 * heading, a paragraph reference to the paragraph. A fact without another place leads to itself.
 */
export function definition(report: Report, offset: number): Definition | undefined {
  const place = placeAt(report, offset) ?? openingAt(report, offset)
  if (place === undefined) return undefined
  const targets = ((): readonly Target[] => {
    switch (place.kind) {
      case 'judgement':
        return judgementTargets(report, place.judgement, place.at)
      case 'title':
        return titleTargets(report, place.title, place.origin)
      case 'paragraph':
        return [paragraphTarget(place.paragraph)]
      case 'reference':
        return place.reference.paragraph ? [paragraphTarget(place.reference.paragraph)] : []
    }
  })()
  return targets.length === 0 ? undefined : { origin: place.origin, targets }
}

/** Any word of a judgement's opening sentence, for users who do not hit the grade in it. */
function openingAt(report: Report, offset: number): Place | undefined {
  const section = sectionAt(report, offset)
  const judgement = judgementOf(report, section)
  const sentence = section?.opening?.sentence
  if (judgement === undefined || sentence === undefined || !touches(sentence, offset))
    return undefined
  return { kind: 'judgement', origin: sentence, judgement, at: 'opening' }
}

function judgementTargets(
  report: Report,
  judgement: Judgement,
  at: Mention['kind'],
): readonly Target[] {
  const { section, row } = judgement
  if (at === 'row') return section ? [headingTarget(report, section)] : rowTargets(report, row, at)
  if (at !== 'contents' && row !== undefined) return rowTargets(report, row, at)
  return section === undefined ? [] : [headingTarget(report, section)]
}

function titleTargets(report: Report, title: Title, origin: Span): readonly Target[] {
  const fromHeading = title.sections.some(section => section.heading.title.start === origin.start)
  if (!fromHeading) return title.sections.map(section => headingTarget(report, section))
  const inOrder = title.groups.filter(group => group.placement === 'in-order')
  const groups = inOrder.length > 0 ? inOrder : title.groups
  if (groups.length > 0) return groups.flatMap(group => rowTargets(report, group, 'heading'))
  const entries = title.entries.map(entry => ({ span: entry.title, selection: entry.title }))
  return entries.length > 0
    ? entries
    : title.sections.map(section => headingTarget(report, section))
}

/** From a heading to the row's label, from a grade to the row's grade. */
function rowTargets(
  report: Report,
  row: SummaryEntry | undefined,
  from: Mention['kind'],
): readonly Target[] {
  if (row === undefined) return []
  const selection = from === 'heading' ? row.label : (row.grade?.span ?? row.label)
  return [{ span: covering(trimmed(report.text, row.line), selection), selection }]
}

function headingTarget(report: Report, { heading }: Section): Target {
  return {
    span: covering(trimmed(report.text, heading.line), heading.title),
    selection: heading.title,
  }
}

function paragraphTarget({ digits, label, span }: Paragraph): Target {
  return { span: covering(covering(label, span), digits), selection: digits }
}

/** The shortest span that holds both. */
function covering(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}
