/** Gathers the places that state one judgement, and says whether they agree. */

import type { Grade, ReportType, RowDefinition, SectionDefinition } from '../types/report-type'
import { supported } from './grades/grades'
import type {
  Contents,
  ContentsEntry,
  Disagreement,
  DisplacedGrade,
  GradeStatement,
  Judgement,
  Mention,
  Section,
  SummaryEntry,
  SummaryTable,
} from './model'
import { isRepeatable } from './sections/sections'

/** The judgements of a report in the type's order: graded sections, and rows without a section. */
export function gatherJudgements(
  type: ReportType,
  sections: readonly Section[],
  summary: SummaryTable | undefined,
  contents: Contents | undefined,
  displaced: readonly DisplacedGrade[],
): readonly Judgement[] {
  const displacedOf = new Map(displaced.map(each => [each.section, each.statement]))
  const sectionOf = new Map<SectionDefinition, Section>()
  const repeated: Section[] = []
  for (const section of sections) {
    if (section.placement === 'duplicate') continue
    if (sectionOf.has(section.definition) && isRepeatable(section.definition))
      repeated.push(section)
    else sectionOf.set(section.definition, section)
  }
  const rowOf = new Map<RowDefinition, SummaryEntry>()
  for (const entry of summary?.entries ?? [])
    if (
      entry.definition !== undefined &&
      entry.placement !== 'duplicate' &&
      !rowOf.has(entry.definition)
    )
      rowOf.set(entry.definition, entry)
  const entryOf = new Map<SectionDefinition, ContentsEntry>()
  for (const entry of contents?.entries ?? [])
    if (
      entry.definition !== undefined &&
      entry.placement !== 'duplicate' &&
      !entryOf.has(entry.definition)
    )
      entryOf.set(entry.definition, entry)
  const judgements: Judgement[] = []
  const hasTable = type.table !== undefined
  for (const definition of type.sections) {
    if (definition.grade === undefined) continue
    const section = sectionOf.get(definition)
    const row = definition.row === undefined ? undefined : rowOf.get(definition.row)
    if (section !== undefined || row !== undefined)
      judgements.push(
        gather({
          definition,
          section,
          row,
          contentsEntry: entryOf.get(definition),
          displaced: displacedOf.get(section),
          hasTable,
        }),
      )
  }
  // Where a section appears several times, only the first can have a row of the table.
  for (const section of repeated)
    if (section.definition.grade !== undefined)
      judgements.push(
        gather({
          definition: section.definition,
          section,
          displaced: displacedOf.get(section),
          hasTable: false,
        }),
      )
  for (const definition of type.rows) {
    const row = rowOf.get(definition)
    if (definition.kind === 'row' && definition.section === undefined && row !== undefined)
      judgements.push(gather({ definition, row, hasTable }))
  }
  return judgements
}

/** What belongs to one judgement. */
interface Belonging {
  readonly definition: SectionDefinition | RowDefinition
  readonly section?: Section | undefined
  readonly row?: SummaryEntry | undefined
  readonly contentsEntry?: ContentsEntry | undefined
  /** Its grade line, where that is not under its heading. */
  readonly displaced?: GradeStatement | undefined
  readonly hasTable: boolean
}

function gather(belonging: Belonging): Judgement {
  const { definition, section, row, contentsEntry } = belonging
  const mentions = mentionsOf(belonging)
  const stated = mentions.find(mention => mention.grade !== undefined)?.grade
  const agrees =
    stated !== undefined && mentions.every(({ grade }) => grade === undefined || grade === stated)
  return {
    // Where a section appears several times, the heading distinguishes one from another.
    title:
      section !== undefined && isRepeatable(section.definition)
        ? section.heading.title.text
        : definition.title,
    part: definition.path,
    definition,
    section,
    row,
    contentsEntry,
    mentions,
    grade: agrees ? stated : undefined,
    unread: unreadPlaces(belonging),
    isNone: stated === undefined && saysNone(section, row),
    disagreement: agrees ? undefined : disagreementOf(mentions),
  }
}

/** The places where the type wants the grade and none was read. */
function unreadPlaces({
  definition,
  section,
  row,
  displaced,
  hasTable,
}: Belonging): Judgement['unread'] {
  const isSection = 'subjects' in definition
  const ownRow = isSection ? definition.row : definition
  const grade = section?.grade ?? displaced
  const lacksSection =
    isSection && (section === undefined ? definition.required : grade?.grade === undefined)
  const lacksRow =
    hasTable &&
    ownRow !== undefined &&
    (row === undefined ? ownRow.required : row.grade?.grade === undefined)
  return [
    ...(lacksSection && grade?.isNone !== true ? (['section'] as const) : []),
    ...(lacksRow && row?.grade?.isNone !== true ? (['row'] as const) : []),
  ]
}

/** Was the grade read in every place where the type wants it, and is it the same in all of them? */
export function agreesThroughout({ grade, unread }: Judgement): boolean {
  return grade !== undefined && unread.length === 0
}

/** Is there a grade on which the places agree, though one that should state it does not? */
export function isPartlyGraded({ grade, unread }: Judgement): boolean {
  return grade !== undefined && unread.length > 0
}

/** Does a place say that there is no grade? */
function saysNone(section: Section | undefined, row: SummaryEntry | undefined): boolean {
  return (
    row?.grade?.isNone === true ||
    section?.grade?.isNone === true ||
    section?.opening?.namesNone === true
  )
}

function mentionsOf({ section, row, contentsEntry, displaced }: Belonging): readonly Mention[] {
  const grade = section?.grade ?? displaced
  const opening = section?.opening ?? row?.restated
  const mentions: Mention[] = []
  if (contentsEntry !== undefined)
    mentions.push({ kind: 'contents', span: contentsEntry.title, grade: undefined })
  if (section !== undefined) {
    mentions.push({ kind: 'heading', span: section.heading.title, grade: undefined })
    if (grade !== undefined) mentions.push({ kind: 'grade', span: grade.span, grade: grade.grade })
  }
  if (opening?.statement !== undefined) {
    const { word, grade: said } = opening.statement
    mentions.push({ kind: 'opening', span: word, grade: said })
  }
  if (row !== undefined) {
    const end = row.grade?.span.end ?? row.label.end
    mentions.push({
      kind: 'row',
      span: { start: row.label.start, end: Math.max(end, row.label.end) },
      grade: row.grade?.grade,
    })
  }
  return mentions.sort((a, b) => a.span.start - b.span.start)
}

/** The place that disagrees with the others; undefined where fewer than two state a grade. */
function disagreementOf(mentions: readonly Mention[]): Disagreement | undefined {
  const find = (kind: Mention['kind']) =>
    mentions.find(
      (mention): mention is Stated => mention.kind === kind && mention.grade !== undefined,
    )
  const grade = find('grade')
  const opening = find('opening')
  const row = find('row')
  const stated = [grade, opening, row].filter(each => each !== undefined)
  if (stated.length < 2) return undefined
  const odd = oddOf(grade, opening, row)
  const others = stated.filter(each => each !== odd)
  return {
    odd: odd.kind === 'row' ? 'row' : odd.kind === 'opening' ? 'opening' : 'section',
    oddGrade: odd.grade,
    others,
    otherGrade: (others[0] as Stated).grade,
  }
}

type Stated = Mention & { readonly grade: Grade }

function oddOf(
  grade: Stated | undefined,
  opening: Stated | undefined,
  row: Stated | undefined,
): Stated {
  if (grade !== undefined && opening !== undefined && row !== undefined) {
    if (grade.grade === row.grade) return opening
    if (opening.grade === row.grade) return grade
    return row
  }
  return (row ?? opening) as Stated
}

/** The sections and rows with each grade read as the judgement's other places support it. */
export function withSupport(
  sections: readonly Section[],
  summary: SummaryTable | undefined,
): { readonly sections: readonly Section[]; readonly summary: SummaryTable | undefined } {
  const isContradictory = (each: { grade: Section['grade'] }) =>
    each.grade?.numberGrade !== undefined &&
    each.grade.wordGrade !== undefined &&
    each.grade.numberGrade !== each.grade.wordGrade
  if (!sections.some(isContradictory) && !summary?.entries.some(isContradictory))
    return { sections, summary }
  const rowGrade = new Map(
    summary?.entries.map(entry => [entry.definition?.section, entry.grade?.grade]),
  )
  const graded = sections.map(section =>
    section.grade === undefined || !isContradictory(section)
      ? section
      : {
          ...section,
          grade: supported(section.grade, [
            rowGrade.get(section.definition),
            section.opening?.statement?.grade,
          ]),
        },
  )
  const bySection = new Map(graded.map(section => [section.definition, section]))
  return {
    sections: graded,
    summary: summary && {
      ...summary,
      entries: summary.entries.map(entry => {
        const section =
          entry.definition?.section === undefined
            ? undefined
            : bySection.get(entry.definition.section)
        return entry.grade === undefined || !isContradictory(entry)
          ? entry
          : {
              ...entry,
              grade: supported(entry.grade, [
                section?.grade?.grade,
                section?.opening?.statement?.grade,
              ]),
            }
      }),
    },
  }
}
