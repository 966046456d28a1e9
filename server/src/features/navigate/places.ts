/** What is at an offset: a place of a judgement, a title, a paragraph's number or a reference to one. */

import type {
  Block,
  ContentsEntry,
  Judgement,
  Mention,
  Paragraph,
  Reference,
  Report,
  Section,
  SummaryEntry,
} from '../../report/model'
import { type Span, touches } from '../../text/span'
import type { RowDefinition, SectionDefinition } from '../../types/report-type'

/** `origin` is what the user points at: the words that a feature underlines or replaces. */
export type Place =
  | {
      readonly kind: 'judgement'
      readonly origin: Span
      readonly judgement: Judgement
      readonly at: Mention['kind']
    }
  | { readonly kind: 'title'; readonly origin: Span; readonly title: Title }
  | { readonly kind: 'paragraph'; readonly origin: Span; readonly paragraph: Paragraph }
  | { readonly kind: 'reference'; readonly origin: Span; readonly reference: Reference }

/** The title of a section that is not a judgement, with all the places where it appears. */
export interface Title {
  readonly sections: readonly Section[]
  readonly entries: readonly ContentsEntry[]
  readonly groups: readonly SummaryEntry[]
}

/** What is at the offset; undefined in running text and between things. */
export function placeAt(report: Report, offset: number): Place | undefined {
  return (
    placeInSummary(report, offset) ??
    placeInContents(report, offset) ??
    placeInSection(report, offset) ??
    displacedGradeAt(report, offset) ??
    paragraphPlaceAt(report, offset) ??
    referencePlaceAt(report, offset)
  )
}

/** The section in whose own text or heading the offset lies; the later one where two meet. */
export function sectionAt(report: Report, offset: number): Section | undefined {
  const section = lastStartingBy(report.sections, offset, each => each.span.start)
  return section !== undefined && touches(section.span, offset) ? section : undefined
}

/** The judgement that the section makes; undefined for other sections and for a second copy of one. */
export function judgementOf(report: Report, section: Section | undefined): Judgement | undefined {
  if (section?.definition.grade === undefined) return undefined
  return report.judgements.find(judgement => judgement.section === section)
}

/**
 * The judgement to which whatever is at the offset belongs: its row, its contents entry, its heading, any
 * text of its section; undefined where the text belongs to none.
 */
export function judgementAround(report: Report, offset: number): Judgement | undefined {
  const { judgements } = report
  const entry = summaryEntryAt(report, offset)
  if (entry !== undefined) return judgements.find(({ row }) => row === entry)
  const place = placeAt(report, offset)
  if (place?.kind === 'judgement') return place.judgement
  const { contents, lines } = report
  if (contents !== undefined && touches(contents.body, offset)) {
    const line = lines.lineAt(offset)
    const [listed, ...others] = contents.entries.filter(
      each => lines.lineAt(each.title.start) === line,
    )
    return others.length > 0 ? undefined : judgementOf(report, listed?.section)
  }
  const stated = judgements.find(({ row }) =>
    [row?.line, row?.restated?.sentence].some(each => each !== undefined && touches(each, offset)),
  )
  if (stated !== undefined) return stated
  const around = judgements.filter(
    ({ section }) =>
      section !== undefined && section.extent.start <= offset && offset <= section.extent.end,
  )
  // Where two meet, the offset is at the start of the later one.
  return around.at(-1)
}

/** The row or group row on whose lines the offset lies. */
export function summaryEntryAt(report: Report, offset: number): SummaryEntry | undefined {
  const { summary } = report
  if (summary === undefined) return undefined
  const entry = lastStartingBy(summary.entries, offset, each => each.line.start)
  return entry !== undefined && touches(entry.line, offset) ? entry : undefined
}

/** The stretch of text in which the offset lies; the later one where two meet. */
export function blockAt(report: Report, offset: number): Block | undefined {
  return lastStartingBy(report.blocks, offset, block => block.start)
}

/** The numbered paragraph in whose number or text the offset lies. */
export function paragraphAround(report: Report, offset: number): Paragraph | undefined {
  const { paragraphs } = report.numbering
  const paragraph = lastStartingBy(paragraphs, offset, each => each.label.start)
  return paragraph !== undefined && offset <= paragraph.span.end ? paragraph : undefined
}

/** The last of the list that begins at or before the offset; the list is in the order of the text. */
export function lastStartingBy<T>(
  list: readonly T[],
  offset: number,
  startOf: (item: T) => number,
): T | undefined {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(list[middle] as T) <= offset) low = middle + 1
    else high = middle
  }
  return list[low - 1]
}

/** All places of the title of a section, which may be in the text more than once. */
function titleOf(report: Report, definition: SectionDefinition): Title {
  return {
    sections: report.sections.filter(section => section.definition === definition),
    entries: (report.contents?.entries ?? []).filter(entry => entry.definition === definition),
    groups: (report.summary?.entries ?? []).filter(
      entry => entry.kind === 'group' && groupSection(report, entry.definition) === definition,
    ),
  }
}

/** The part or group heading of the type that a group row names. */
function groupSection(
  report: Report,
  row: RowDefinition | undefined,
): SectionDefinition | undefined {
  if (row === undefined) return undefined
  const candidates = report.type.sectionTitles.named(row.title) ?? []
  return candidates.find(each => each.path.join() === row.path.join()) ?? candidates[0]
}

function placeInSummary(report: Report, offset: number): Place | undefined {
  const entry = summaryEntryAt(report, offset)
  if (entry === undefined) return undefined
  const grade = entry.grade?.span ?? entry.cell
  const origin = [grade, entry.label].find(span => span !== undefined && touches(span, offset))
  if (origin === undefined) return undefined
  if (entry.kind === 'group') {
    const definition = groupSection(report, entry.definition)
    if (definition === undefined) return undefined
    return { kind: 'title', origin, title: titleOf(report, definition) }
  }
  const judgement = report.judgements.find(each => each.row === entry)
  return judgement && { kind: 'judgement', origin, judgement, at: 'row' }
}

function placeInContents(report: Report, offset: number): Place | undefined {
  const { contents } = report
  if (contents === undefined || !touches(contents.body, offset)) return undefined
  const entry = contents.entries.find(
    each => touches(each.title, offset) || (each.page !== undefined && touches(each.page, offset)),
  )
  if (entry?.definition === undefined) return undefined
  const origin = touches(entry.title, offset) ? entry.title : (entry.page ?? entry.title)
  const judgement = judgementOf(report, entry.section)
  if (judgement !== undefined) return { kind: 'judgement', origin, judgement, at: 'contents' }
  return { kind: 'title', origin, title: titleOf(report, entry.definition) }
}

function placeInSection(report: Report, offset: number): Place | undefined {
  const section = sectionAt(report, offset)
  if (section === undefined) return undefined
  const judgement = judgementOf(report, section)
  const word = section.opening?.statement?.word
  if (judgement !== undefined) {
    if (section.grade !== undefined && touches(section.grade.span, offset))
      return { kind: 'judgement', origin: section.grade.span, judgement, at: 'grade' }
    if (word !== undefined && touches(word, offset))
      return { kind: 'judgement', origin: word, judgement, at: 'opening' }
  }
  const origin = section.heading.title
  if (!touches(origin, offset)) return undefined
  if (judgement !== undefined) return { kind: 'judgement', origin, judgement, at: 'heading' }
  return { kind: 'title', origin, title: titleOf(report, section.definition) }
}

function displacedGradeAt(report: Report, offset: number): Place | undefined {
  const displaced = report.displacedGrades.find(each => touches(each.statement.span, offset))
  const judgement = judgementOf(report, displaced?.section)
  if (displaced === undefined || judgement === undefined) return undefined
  return { kind: 'judgement', origin: displaced.statement.span, judgement, at: 'grade' }
}

function paragraphPlaceAt(report: Report, offset: number): Place | undefined {
  const { paragraphs } = report.numbering
  const paragraph = lastStartingBy(paragraphs, offset, each => each.digits.start)
  if (paragraph === undefined || !touches(paragraph.digits, offset)) return undefined
  return { kind: 'paragraph', origin: paragraph.digits, paragraph }
}

/** "paragraph 14" can be followed from its first letter on. */
function referencePlaceAt(report: Report, offset: number): Place | undefined {
  const { references, text } = report
  const at = lastStartingBy(references, offset, each => each.digits.start)
  if (at !== undefined && touches(at.digits, offset))
    return { kind: 'reference', origin: at.digits, reference: at }
  const line = report.lines.lineAt(offset)
  const ahead = /^\S*\s+(?=\d)/.exec(
    text.slice(offset, Math.min(offset + 16, report.lines.end(line))),
  )
  const start = offset + (ahead?.[0].length ?? 0)
  const reference = ahead && lastStartingBy(references, start, each => each.digits.start)
  if (reference?.digits.start !== start) return undefined
  const word = /paragraphs?\s+$/i.exec(text.slice(Math.max(0, start - 16), start))
  if (word === null || start - word[0].length > offset) return undefined
  return {
    kind: 'reference',
    origin: { start: start - word[0].length, end: reference.digits.end },
    reference,
  }
}
