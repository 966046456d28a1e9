/** Builds a report type from its source: names become the things they name, titles become look-ups. */

import { plainPhrase } from '../text/spaces'
import { wordsAt } from '../text/title-words'
import { labelsOf } from './labels'
import { normalTitle } from './normal-title'
import type {
  FieldDefinition,
  JudgementDefinition,
  Limit,
  Outcomes,
  ReportType,
  RowDefinition,
  Scale,
  SectionDefinition,
  StandardSentence,
  SummaryPlace,
} from './report-type'
import { type ResolvedType, resolveType } from './resolve'
import { compileScale } from './scale'
import type { FieldSource, RowSource, ScaleSource, SectionSource, TypeSource } from './source'
import { FirstWords, Titles } from './titles'

/**
 * Builds the type from its file's content; of several editions, the latest.
 *
 * What a type says about things that do not exist (such as a limit on a row that no table has) is left out:
 * the checks of type files report it (`types/checked.ts`).
 */
export function compileType(source: TypeSource): ReportType {
  return compileEdition(resolveType(source).at(-1) as ResolvedType)
}

/** Builds one edition of a type. */
export function compileEdition(source: ResolvedType): ReportType {
  // Without a scale nothing can be graded.
  const hasScale = source.scale !== undefined
  const { sections, sectionsById } = compileSections(source.sections ?? [], hasScale)
  const rows = compileRows(source.summary?.rows ?? [], sectionsById)
  const otherGrades = source.others?.grades ?? []
  const scale = source.scale && compileScale(source.scale, otherGrades)
  const summary = sections.find(section => section.kind === 'summary')
  const titles = source.recognise?.titles ?? []
  const fields = (source.cover?.fields ?? []).map(fieldOf)
  const timescales = source.timescales ?? []
  const contentsTitles =
    source.contents === undefined ? [] : [source.contents.title, ...(source.contents.aliases ?? [])]
  return {
    id: source.id,
    name: source.name,
    edition: source.edition,
    titles,
    reportTitles: new Titles(titles.map(title => [title, title])),
    titleWords: titles.filter(title => !namesAuthority(title)).map(title => wordsAt(title)),
    namingTitles: titles.filter(namesAuthority).map(title => wordsAt(title)),
    recogniseWith: source.recognise?.with ?? [],
    letter: source.letter ?? false,
    validFrom: source.valid?.from,
    validTo: source.valid?.to,
    scale,
    fields,
    labels: labelsOf(fields),
    fieldNames: new Titles(
      fields.flatMap(field =>
        field.labels.map((label): [string, FieldDefinition] => [label, field]),
      ),
    ),
    fieldOrder: source.cover?.order ?? [],
    contentsTitles,
    contentsNames: new Titles(contentsTitles.map(title => [title, title])),
    sections,
    rows,
    summary,
    table: tableOf(source, summary),
    limits: compileLimits(source, scale, sectionsById, rows),
    outcomes: compileOutcomes(source, sectionsById),
    timescales,
    timescaleNames: new Titles(timescales.map(name => [name, name])),
    timescaleStarts: new FirstWords([...timescales.map(normalTitle), 'within']),
    numbering: source.numbering ?? 'none',
    standardSentences: (source.standardSentences ?? []).flatMap((from): StandardSentence[] => {
      const section = sectionsById.get(from.section)
      return section === undefined ? [] : [{ section, words: from.words, at: wordsAt(from.words) }]
    }),
    annexes: source.annexes,
    annexNames: new Titles((source.annexes?.titles ?? []).map(title => [title, title])),
    footer: source.footer === undefined ? undefined : { fields: source.footer.fields ?? [] },
    proportions: source.proportions ?? [],
    draft: {
      title: source.draft?.title,
      above: source.draft?.above ?? [],
      introduction: source.draft?.introduction ?? [],
      closing: source.draft?.closing ?? [],
    },
    wordStyles: source.word ?? {},
    openingWords: new Set((source.openings?.words ?? []).map(word => word.toLowerCase())),
    commonWords: (source.openings?.common ?? []).map(word => word.toLowerCase()),
    inspectorates: source.inspectorates ?? [],
    wellKnown: source.wellKnown ?? [],
    others: {
      scale: otherGrades.length === 0 ? undefined : compileScale(scaleOf(otherGrades)),
      judgements: (source.others?.judgements ?? []).map(normalTitle),
      inspections: (source.others?.inspections ?? []).map(word => word.toLowerCase()),
    },
    placeholders: placeholdersOf(source, sections),
    severities: source.rules ?? {},
    sectionNames: titlesOfAll(sections, titlesOf),
    sectionTitles: titlesOfAll(sections, headingsOf),
    prefixTitles: titlesOfAll(
      sections.filter(({ prefix }) => prefix),
      headingsOf,
    ),
    gradedTitles: titlesOfAll(
      sections.filter(({ grade }) => grade === 'suffix' || grade === 'sentence'),
      headingsOf,
    ),
    boxTitles: titlesOfAll(
      sections.filter(({ grade }) => grade === 'table'),
      headingsOf,
    ),
    boxWords: sections
      .filter(({ grade }) => grade === 'table')
      .flatMap(definition =>
        titlesOf(definition).map(title => ({ definition, words: title.toLowerCase().split(' ') })),
      ),
    rowTitles: titlesOfAll(rows, titlesOf),
  }
}

/**
 * The other wordings; of a sentence that takes the place of a heading only what it is about, since the rest of it is
 * written in several ways: `The judgement on care` of `The judgement on care is that it`.
 */
function aliasesOf({ aliases = [], grade }: SectionSource): readonly string[] {
  if (grade !== 'sentence') return aliases
  return [...new Set(aliases.map(each => each.replace(/ (?:is|are)(?: that (?:it|they))?$/, '')))]
}

const namesAuthority = (title: string) => title.includes('{authority}')

function fieldOf(field: FieldSource): FieldDefinition {
  return {
    id: field.id,
    labels: field.labels,
    kind: field.kind,
    required: (field.required ?? false) !== false,
    requiredFrom: dayOf(field.required),
    example: field.example ?? '',
  }
}

type SectionsById = ReadonlyMap<string, Mutable<SectionDefinition>>

function compileSections(
  sources: readonly SectionSource[],
  hasScale: boolean,
): {
  readonly sections: readonly SectionDefinition[]
  readonly sectionsById: SectionsById
} {
  const sections: SectionDefinition[] = []
  const sectionsById = new Map<string, Mutable<SectionDefinition>>()
  const add = (
    from: SectionSource,
    parent: SectionDefinition | undefined,
  ): Mutable<SectionDefinition> => {
    const subjects = [from.title.toLowerCase(), ...(from.subjects ?? [])]
    const definition: Mutable<SectionDefinition> = {
      id: from.id,
      title: from.title,
      short: from.short ?? from.title,
      aliases: aliasesOf(from),
      order: sections.length,
      depth: parent === undefined ? 0 : parent.depth + 1,
      parent,
      children: [],
      path: parent === undefined ? [] : [...parent.path, parent.title],
      required: from.required !== false,
      usual: from.required === 'usually',
      requiredFrom: from.required === 'usually' ? undefined : dayOf(from.required),
      repeatable: from.repeatable ?? false,
      prefix: from.prefix ?? false,
      anywhere: from.anywhere ?? false,
      namesPeople: from.namesPeople ?? false,
      ownNumbers: from.ownNumbers ?? parent?.ownNumbers ?? false,
      contents: from.contents ?? 'always',
      kind: from.kind ?? 'text',
      grade: hasScale ? from.grade : undefined,
      subjects,
      phrases: subjects.map(plainPhrase),
      opening: from.opening,
      sameAs: from.sameAs,
      draft: from.draft ?? [],
      row: undefined,
    }
    sections.push(definition)
    sectionsById.set(from.id, definition)
    definition.children = (from.sections ?? []).map(child => add(child, definition))
    return definition
  }
  for (const source of sources) add(source, undefined)
  return { sections, sectionsById }
}

function compileRows(
  sources: readonly RowSource[],
  sectionsById: SectionsById,
): readonly RowDefinition[] {
  const rows: RowDefinition[] = []
  const add = (from: RowSource, parent: RowDefinition | undefined): readonly RowDefinition[] => {
    const section = from.section === undefined ? undefined : sectionsById.get(from.section)
    const title = from.group ?? from.title ?? section?.title
    // A row whose section does not exist, or a group without a title, is left out; what is in it is still
    // read.
    if (title === undefined) return (from.rows ?? []).flatMap(child => add(child, parent))
    const aliases = [
      ...(from.aliases ?? []),
      ...(section === undefined ? [] : [section.title, ...section.aliases]),
    ]
    const definition: Mutable<RowDefinition> = {
      kind: from.group === undefined ? 'row' : 'group',
      id: from.id ?? from.section,
      label: from.label,
      statements: from.statements ?? [],
      title,
      short: from.short ?? shortOf(section) ?? title,
      aliases,
      phrases: [title, ...aliases].map(plainPhrase),
      order: rows.length,
      parent,
      children: [],
      path: parent === undefined ? [] : [...parent.path, parent.title],
      required: from.required !== false,
      section,
    }
    rows.push(definition)
    if (section !== undefined) section.row = definition
    definition.children = (from.rows ?? []).flatMap(child => add(child, definition))
    return [definition]
  }
  for (const source of sources) add(source, undefined)
  return rows
}

/** The short name of a row's section, if it has one: its title need not be the row's. */
function shortOf(section: SectionDefinition | undefined): string | undefined {
  return section?.short === section?.title ? undefined : section?.short
}

/** Words as grades of a scale that has no lines of its own. */
function scaleOf(words: readonly string[]): ScaleSource {
  return { line: '{word}', grades: words.map(word => ({ word })) }
}

function tableOf(
  { summary: source }: ResolvedType,
  section: SectionDefinition | undefined,
): SummaryPlace | undefined {
  if (source === undefined && section === undefined) return undefined
  const header = source?.header ?? []
  return {
    place: source?.place ?? 'section',
    title: source?.title ?? section?.title ?? 'summary table',
    header,
    headerTitles: new Titles([...header, header.join(' ')].map(title => [title, title])),
  }
}

function compileLimits(
  source: ResolvedType,
  scale: Scale | undefined,
  sectionsById: SectionsById,
  rows: readonly RowDefinition[],
): readonly Limit[] {
  const judgement = (id: string): JudgementDefinition | undefined => {
    const row = rows.find(each => each.kind === 'row' && each.id === id)
    const section = row === undefined ? sectionsById.get(id) : row.section
    return section?.grade === undefined ? row : section
  }
  const grade = (word: string | undefined) =>
    word === undefined ? undefined : scale?.byWord.get(word.toLowerCase())
  return (source.limits ?? []).flatMap((from): Limit[] => {
    const limited = judgement(from.then)
    const of = from.of.map(judgement).filter(each => each !== undefined)
    const is = from.is.map(grade).filter(each => each !== undefined)
    const atMost = grade(from.atMost)
    const exactly = grade(from.exactly)
    const atLeast = from.atLeast ?? 1
    if (limited === undefined || of.length < atLeast || is.length === 0) return []
    if (atMost === undefined && exactly === undefined) return []
    const onlyIf = from.onlyIf ?? false
    return [{ of, atLeast, is, limited, atMost, exactly, onlyIf, source: from.source }]
  })
}

function compileOutcomes(
  { outcomes: source }: ResolvedType,
  sectionsById: SectionsById,
): Outcomes | undefined {
  const section = source && sectionsById.get(source.section)
  if (source === undefined || section === undefined) return undefined
  const sectionsOf = (ids: readonly string[] = []) =>
    ids.map(id => sectionsById.get(id)).filter(each => each !== undefined)
  return {
    section,
    required: source.required ?? false,
    of: source.of.map(({ id, words, needs, excludes, says = [] }, rank) => ({
      id,
      rank,
      words,
      needs: sectionsOf(needs),
      excludes: sectionsOf(excludes),
      says,
    })),
  }
}

/** Those that the type names, and all those in its new reports, in lower case. */
function placeholdersOf(
  { placeholders = [], draft }: ResolvedType,
  sections: readonly SectionDefinition[],
): ReadonlySet<string> {
  const { title = '', above = [], introduction = [], closing = [] } = draft ?? {}
  const drafted = [title, ...above, ...introduction, ...closing].concat(
    sections.flatMap(section => section.draft),
  )
  // `{day}` is `[date]` until the date is known.
  const open = drafted.flatMap(text => [
    ...text.matchAll(/\[([^\]|]+)/g),
    ...text.replace('{day}', '{date}').matchAll(/\{(\w+)\}/g),
  ])
  return new Set(
    [...placeholders, ...open.map(([, words = '']) => words)].map(each => each.toLowerCase()),
  )
}

type Titled = { readonly title: string; readonly aliases: readonly string[] }

const titlesOf = ({ title, aliases }: Titled) => [title, ...aliases]

/**
 * What a section's heading may say: where a sentence takes its place, only the aliases, with which that
 * sentence begins.
 */
function headingsOf({ grade, title, aliases }: SectionDefinition): readonly string[] {
  return grade === 'sentence' && aliases.length > 0 ? aliases : [title, ...aliases]
}

function titlesOfAll<T extends Titled>(
  definitions: readonly T[],
  wordings: (definition: T) => readonly string[],
): Titles<T> {
  return new Titles(
    definitions.flatMap(each => wordings(each).map((title): [string, T] => [title, each])),
  )
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** The day from which something is required; undefined where it is always or never required. */
function dayOf(required: boolean | string | undefined): string | undefined {
  return typeof required === 'string' ? required : undefined
}
