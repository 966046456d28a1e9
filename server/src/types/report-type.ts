/** A report type, ready for use: what a report of one framework must contain, and in which words. */

import type { Presence, RuleSeverity, TypeSource } from './source'

export type { Presence, RuleSeverity } from './source'

/** One grade of a scale. */
export interface Grade {
  /** The word as it stands in a sentence, in lower case: `good`. */
  readonly word: string
  readonly number: number | undefined
  /** Place on the scale, 0 for the first that the type names. */
  readonly rank: number
  readonly aliases: readonly string[]
  readonly meaning: string | undefined
  /** What stands after "is" (`good`) and after "are" (`good`; elsewhere "require improvement"). */
  readonly singular: string
  readonly plural: string
}

export interface Scale {
  /** Template of the grade line: `Grade {number} ({word})`. */
  readonly line: string
  readonly grades: readonly Grade[]
  /** By lower-case word, alias, and number as a word ("2"). */
  readonly byWord: ReadonlyMap<string, Grade>
  readonly byNumber: ReadonlyMap<number, Grade>
}

export interface FieldDefinition {
  readonly id: string
  /** The first is the one written into a new report. */
  readonly labels: readonly string[]
  readonly kind: 'text' | 'date' | 'dates' | 'year'
  readonly required: boolean
  readonly example: string
}

export interface SectionDefinition {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  /** Place in the type's order, through all levels, from 0. */
  readonly order: number
  /** 0 for a part, 1 for what stands in it, and so on. */
  readonly depth: number
  readonly parent: SectionDefinition | undefined
  readonly children: readonly SectionDefinition[]
  /** Titles of the sections around it, outermost first. */
  readonly path: readonly string[]
  readonly required: boolean
  /** Required only in reports inspected on or after this day (ISO date). */
  readonly requiredFrom: string | undefined
  readonly contents: Presence
  readonly kind: 'text' | 'group' | 'recommendations' | 'summary' | 'scale'
  readonly grade: 'line' | 'suffix' | undefined
  /** Phrases in lower case of which one names the judgement in its opening sentence. */
  readonly subjects: readonly string[]
  readonly opening: string | undefined
  readonly row: RowDefinition | undefined
}

export interface RowDefinition {
  readonly kind: 'row' | 'group'
  readonly title: string
  readonly aliases: readonly string[]
  /** Place in the table's order, from 0. */
  readonly order: number
  readonly parent: RowDefinition | undefined
  readonly children: readonly RowDefinition[]
  /** Titles of the groups around it, outermost first. */
  readonly path: readonly string[]
  readonly required: boolean
  readonly section: SectionDefinition | undefined
}

export interface ReportType {
  readonly id: string
  readonly name: string
  readonly titles: readonly string[]
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
  readonly scale: Scale | undefined
  readonly fields: readonly FieldDefinition[]
  /** Ids of fields whose dates must not run backwards. */
  readonly fieldOrder: readonly string[]
  readonly contentsTitles: readonly string[]
  /** All sections of all levels, in the type's order. */
  readonly sections: readonly SectionDefinition[]
  /** All rows and group rows of the summary table, in its order. */
  readonly rows: readonly RowDefinition[]
  /** The section that holds the summary table. */
  readonly summary: SectionDefinition | undefined
  readonly timescales: readonly string[]
  /** The timescales in normal form. */
  readonly timescaleNames: ReadonlySet<string>
  /** The first two letters of every timescale in normal form, those of "within" too. */
  readonly timescaleStarts: ReadonlySet<string>
  readonly numbering: 'continuous' | 'none'
  /** Lower-case words that may stand in the subject of an opening sentence beside the judgement's own. */
  readonly openingWords: ReadonlySet<string>
  /** Lower-case texts between square brackets that are still to be written. */
  readonly placeholders: ReadonlySet<string>
  /** Severities that differ from the rules' own. */
  readonly severities: Readonly<Record<string, RuleSeverity>>
  /** Titles and aliases of sections by their normal form (see `normalTitle`). */
  readonly sectionsByTitle: ReadonlyMap<string, readonly SectionDefinition[]>
  /** Titles and aliases of sections as the type writes them, the longest first. */
  readonly longestTitles: readonly string[]
  /** The first words of every title in normal form, one to all but one: a wrapped title begins so. */
  readonly titleBeginnings: ReadonlySet<string>
  /** The first two letters of every title and alias in normal form: most lines begin with others. */
  readonly titleStarts: ReadonlySet<string>
  /** Titles and aliases of rows and group rows by their normal form. */
  readonly rowsByTitle: ReadonlyMap<string, readonly RowDefinition[]>
}

/**
 * A title without what varies between copies of it: case, quote and dash forms, hyphens, "&", doubled
 * spaces, emphasis marks, and a final colon, full stop or question mark.
 *
 * `normalTitle('**Economic well-being:**')` is `economic well being`.
 */
export function normalTitle(title: string): string {
  const lower = title.toLowerCase()
  if (!unusual.test(lower)) return lower
  const plain = special.test(lower)
    ? lower.replaceAll('&', ' and ').replace(apostrophes, "'")
    : lower
  return plain.replace(gaps, ' ').replace(ends, '')
}

/** What a title has that its normal form has not; most titles have none of it. */
const unusual = /[^a-z ',()]|^ | {2}| $/
const special = /[&\u2018\u2019\xb4]/
const apostrophes = /[\u2018\u2019\xb4]/g
/** White space, emphasis and heading marks, hyphens and dashes. */
const gaps = /[\0- *_#\-\xa0\ufeff\u2010-\u2014]+/g
const ends = /^ |[ .:;?]+$/g

/** Builds the type from its file's content, which must have been checked (see `types/checked.ts`). */
export function compileType(source: TypeSource): ReportType {
  const sections: SectionDefinition[] = []
  const sectionsById = new Map<string, Mutable<SectionDefinition>>()
  const addSections = (
    sources: TypeSource['sections'],
    parent: SectionDefinition | undefined,
  ): SectionDefinition[] =>
    sources.map(from => {
      const definition: Mutable<SectionDefinition> = {
        id: from.id,
        title: from.title,
        aliases: from.aliases ?? [],
        order: sections.length,
        depth: parent === undefined ? 0 : parent.depth + 1,
        parent,
        children: [],
        path: parent === undefined ? [] : [...parent.path, parent.title],
        required: from.required !== false,
        requiredFrom: typeof from.required === 'string' ? from.required : undefined,
        contents: from.contents ?? 'always',
        kind: from.kind ?? 'text',
        grade: from.grade,
        subjects: [from.title.toLowerCase(), ...(from.subjects ?? [])],
        opening: from.opening,
        row: undefined,
      }
      sections.push(definition)
      sectionsById.set(from.id, definition)
      definition.children = addSections(from.sections ?? [], definition)
      return definition
    })
  addSections(source.sections, undefined)

  const rows: RowDefinition[] = []
  const addRows = (
    sources: NonNullable<TypeSource['summary']>['rows'],
    parent: RowDefinition | undefined,
  ): RowDefinition[] =>
    sources.map(from => {
      const section = from.section === undefined ? undefined : sectionsById.get(from.section)
      const title = from.group ?? from.title ?? section?.title ?? ''
      const definition: Mutable<RowDefinition> = {
        kind: from.group === undefined ? 'row' : 'group',
        title,
        aliases: [
          ...(from.aliases ?? []),
          ...(section === undefined ? [] : [section.title, ...section.aliases]),
        ],
        order: rows.length,
        parent,
        children: [],
        path: parent === undefined ? [] : [...parent.path, parent.title],
        required: from.required !== false,
        section,
      }
      rows.push(definition)
      if (section !== undefined) section.row = definition
      definition.children = addRows(from.rows ?? [], definition)
      return definition
    })
  addRows(source.summary?.rows ?? [], undefined)

  const sectionsByTitle = byTitle(sections)
  const timescales = (source.timescales ?? []).map(normalTitle)
  return {
    id: source.id,
    name: source.name,
    titles: source.recognise.titles,
    validFrom: source.valid?.from,
    validTo: source.valid?.to,
    scale: source.scale === undefined ? undefined : compileScale(source.scale),
    fields: (source.cover?.fields ?? []).map(field => ({
      id: field.id,
      labels: field.labels,
      kind: field.kind,
      required: field.required ?? false,
      example: field.example ?? '',
    })),
    fieldOrder: source.cover?.order ?? [],
    contentsTitles:
      source.contents === undefined
        ? []
        : [source.contents.title, ...(source.contents.aliases ?? [])],
    sections,
    rows,
    summary: sections.find(section => section.kind === 'summary'),
    timescales: source.timescales ?? [],
    timescaleNames: new Set(timescales),
    timescaleStarts: new Set([...timescales, 'within'].map(name => name.slice(0, 2))),
    numbering: source.numbering ?? 'none',
    openingWords: new Set((source.openings?.words ?? []).map(word => word.toLowerCase())),
    placeholders: new Set((source.placeholders ?? []).map(text => text.toLowerCase())),
    severities: source.rules ?? {},
    sectionsByTitle,
    longestTitles: sections
      .flatMap(({ title, aliases }) => [title, ...aliases])
      .sort((a, b) => b.length - a.length),
    titleBeginnings: new Set([...sectionsByTitle.keys()].flatMap(beginnings)),
    titleStarts: new Set([...sectionsByTitle.keys()].map(title => title.slice(0, 2))),
    rowsByTitle: byTitle(rows),
  }
}

function compileScale(source: NonNullable<TypeSource['scale']>): Scale {
  const grades = source.grades.map(
    (grade, rank): Grade => ({
      word: grade.word,
      number: grade.number,
      rank,
      aliases: grade.aliases ?? [],
      meaning: grade.meaning,
      singular: grade.singular ?? grade.word,
      plural: grade.plural ?? grade.word,
    }),
  )
  return {
    line: source.line,
    grades,
    byWord: new Map(
      grades.flatMap(grade =>
        [grade.word, grade.singular, grade.plural, ...grade.aliases].map(
          word => [word.toLowerCase(), grade] as const,
        ),
      ),
    ),
    byNumber: new Map(
      grades.flatMap(grade => (grade.number === undefined ? [] : [[grade.number, grade] as const])),
    ),
  }
}

/** `being` of `being healthy`; nothing of a single word. */
function beginnings(title: string): readonly string[] {
  const words = title.split(' ')
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '))
}

function byTitle<T extends { title: string; aliases: readonly string[] }>(
  definitions: readonly T[],
): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const definition of definitions) {
    for (const title of new Set([definition.title, ...definition.aliases].map(normalTitle))) {
      const there = map.get(title)
      if (there === undefined) map.set(title, [definition])
      else there.push(definition)
    }
  }
  return map
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
