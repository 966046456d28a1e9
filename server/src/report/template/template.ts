/** The text of a section, a summary table or a whole report, made from the report type. */

import { append } from '../../text/lists'
import type {
  FieldDefinition,
  Grade,
  ReportType,
  RowDefinition,
  SectionDefinition,
} from '../../types/report-type'
import { firstOfNext, numberText, placeInSection, sectionOf } from '../numbering/paragraph-number'
import { type Form, newForm } from './form'
import {
  authorityStop,
  end,
  joined,
  type Piece,
  published,
  rendered,
  type Stop,
  type Template,
} from './pieces'

export type { Template } from './pieces'

export interface SectionOptions {
  readonly type: ReportType
  readonly form: Form
  /** Written in place of `{authority}`; `[authority]` if it is not known. */
  readonly authority: string | undefined
  /** Of the section's first numbered paragraph. */
  readonly number: number
  /** The grade of a judgement, where it is known. */
  readonly gradeOf?: (definition: SectionDefinition) => Grade | undefined
  /** Which sections inside this one are written with it; none if left out. */
  readonly includes?: (definition: SectionDefinition) => boolean
  /** Only heading and grade line: the text is there. */
  readonly isHeadingOnly?: boolean
}

/**
 * The text of a section: heading, grade line, and a first numbered paragraph with the standard opening.
 *
 * `### Partnership working`, `Grade [number] ([grade])`, `36. Partnership working is [grade].`
 */
export function sectionTemplate(definition: SectionDefinition, options: SectionOptions): Template {
  return sectionsTemplate([definition], options)
}

/** The text of several sections that follow each other, with their paragraphs numbered throughout. */
export function sectionsTemplate(
  definitions: readonly SectionDefinition[],
  options: SectionOptions,
): Template {
  const number = { next: options.number }
  const sections = definitions.map(each => sectionPieces(each, options, number))
  return rendered(joined(sections, options.form.isSetOff ? '\n\n' : '\n'), options.form)
}

/** The table of all judgements, without its heading. */
export function summaryTemplate(type: ReportType, form: Form): Template {
  return rendered(summaryPieces(type), form)
}

/** `Within three months:` and a first list item. */
export function timescaleTemplate(timescale: string, form: Form): Template {
  return rendered(timescalePieces(timescale, form), form)
}

/** A line for a grade that is not known yet: `Grade [number] ([grade])`. */
export function gradeLineTemplate(type: ReportType, form: Form): Template {
  return rendered([gradeStop(type, form, undefined)], form)
}

/** What is already known when a new report is begun. */
export interface CoverValues {
  /** Written in place of `{authority}`; a place to fill in if left out. */
  readonly authority?: string | undefined
  /** A line of its own below the title: the day of a letter. */
  readonly day?: string | undefined
  /** Values by the id of the field; a field without one is a place to fill in. */
  readonly fields?: Readonly<Record<string, string>>
}

/** A whole new report of the type, as a draft, with all that it must have. */
export function reportTemplate(type: ReportType, values: CoverValues = {}): Template {
  return rendered(reportPieces(type, values), newForm)
}

/** The places in a new report of the type where something is chosen. */
export function choicesOf(type: ReportType): readonly Stop[] {
  return published(reportPieces(type, {})).filter(
    (piece): piece is Stop => typeof piece !== 'string' && (piece.choices ?? []).length > 0,
  )
}

function reportPieces(type: ReportType, values: CoverValues): Piece[] {
  const form = newForm
  const { authority } = values
  const options: SectionOptions = { type, form, authority, number: 1, includes: isWritten }
  const number = { next: 1 }
  const { above, introduction, closing } = type.draft
  const day = values.day ?? '[date]'
  const isDated = above.some(text => text.includes('{day}'))
  const sections = type.sections
    .filter(each => each.parent === undefined && isWritten(each))
    .map(each => sectionPieces(each, options, number))
  const parts = [
    ...draftPieces(
      above.map(text => text.replace('{day}', day)),
      options,
    ),
    ...titlePieces(type, options),
    ['Status: draft'],
    isDated || values.day === undefined ? [] : [values.day],
    ...type.fields.map(field => fieldPieces(field, values.fields?.[field.id])),
    ...type.rows.filter(isRowRequired).map(row => statementPieces(row, options)),
    type.table?.place === 'cover' ? summaryPieces(type) : [],
    ...draftPieces(introduction, options),
    contentsPieces(type),
    ...sections,
    ...draftPieces(closing, options),
  ]
  const pieces = joined(parts, '\n\n').filter(piece => piece !== end)
  return [...pieces, end]
}

/** The title, and the authority where the title does not name it. */
function titlePieces(type: ReportType, options: SectionOptions): Piece[][] {
  // "Cabinet –" needs a day after it; a complete title is preferred.
  const complete = type.titles.find(each => !/[–-]\s*$/.test(each)) ?? type.titles[0]
  const title = type.draft.title ?? complete ?? type.name
  const pieces = ['# ', ...sentencePieces(title, options, undefined)]
  return title.includes('{authority}') ? [pieces] : [pieces, [options.authority ?? authorityStop]]
}

/** Is the section required, or one in it, or does the type say what a new report has in it? */
function isWritten({ required, draft, children }: SectionDefinition): boolean {
  return required || draft.length > 0 || children.some(isWritten)
}

function sectionPieces(
  definition: SectionDefinition,
  options: SectionOptions,
  number: { next: number },
): Piece[] {
  const { type, form } = options
  if (type.numbering === 'by-section') {
    const isBegun = placeInSection(number.next) > 1
    const isNew = (definition.parent === undefined && isBegun) || sectionOf(number.next) === 0
    if (isNew) number.next = firstOfNext(number.next)
  }
  const { before, after } = form.heading(definition.depth)
  const gap = form.isSpaced ? '\n\n' : '\n'
  const grade = options.gradeOf?.(definition)
  const title = `${before}${definition.title}${after}`
  const parts: Piece[][] = [
    definition.grade === 'suffix'
      ? [`${before}${definition.title}: `, wordStop(type, grade), after]
      : definition.grade === 'sentence'
        ? [`${before}${definition.aliases[0] ?? title} is that it `, verbStop(type, grade), after]
        : [title],
  ]
  if (definition.grade === 'line') parts.push([gradeStop(type, form, grade)])
  if (definition.kind === 'summary') parts.push(summaryPieces(type))
  else if (definition.kind !== 'group' && options.isHeadingOnly !== true)
    append(parts, bodyPieces(definition, options, number, grade))
  const own = joined(parts, gap)
  const inner = definition.children.filter(each => options.includes?.(each) === true)
  const between = form.isSetOff ? '\n\n' : '\n'
  return joined([own, ...inner.map(each => sectionPieces(each, options, number))], between)
}

function bodyPieces(
  definition: SectionDefinition,
  options: SectionOptions,
  number: { next: number },
  grade: Grade | undefined,
): Piece[][] {
  const { type, form } = options
  const timescale = type.timescales[0]
  if (definition.draft.length > 0) {
    const drafted = draftPieces(definition.draft, options, number, grade)
    drafted.at(-1)?.push(end)
    return drafted
  }
  // Recommendations without timescales are one list with nothing before it.
  if (definition.kind === 'recommendations' && timescale === undefined)
    return [[form.bullet, { text: '[TBC]' }, end]]
  const label = labelOf(type, form, number)
  const opening = openingPieces(definition, options, grade)
  const paragraph =
    opening.length === 0 ? [label, { text: '[TBC]' }, end] : [label, ...opening, end]
  const parts: Piece[][] = [paragraph]
  if (definition.kind === 'recommendations' && timescale !== undefined)
    parts.push(timescalePieces(timescale, form, type.timescales))
  if (definition.kind === 'scale') parts.push(scalePieces(type))
  return parts
}

function labelOf({ numbering }: ReportType, { number }: Form, count: { next: number }): string {
  return numbering === 'none' ? '' : `${number.before}${numberText(count.next++)}${number.after}`
}

/**
 * What the type has for a new report, a part for each paragraph, list and table. Paragraphs are numbered where
 * there is a `count` and the type numbers them.
 */
function draftPieces(
  texts: readonly string[],
  options: SectionOptions,
  count?: { next: number },
  grade?: Grade,
): Piece[][] {
  const { type, form } = options
  const parts: Piece[][] = []
  let before = ''
  for (const text of texts) {
    const mark = /^(?:- |\|)/.exec(text)?.[0] ?? ''
    const lead =
      mark === '- ' ? form.bullet : mark === '' && count ? labelOf(type, form, count) : mark
    const pieces = [lead, ...sentencePieces(text.slice(mark.length), options, grade)]
    // Items and rows follow each other without a blank line.
    if (mark !== '' && mark === before) append(parts.at(-1) as Piece[], ['\n', ...pieces])
    else parts.push(pieces)
    before = mark
  }
  return parts
}

/** The standard opening, in pieces: `{grade}` as the word that fits its verb, `{authority}` as its name if known. */
function openingPieces(
  { opening }: SectionDefinition,
  options: SectionOptions,
  grade: Grade | undefined,
): Piece[] {
  return opening === undefined ? [] : sentencePieces(opening, options, grade)
}

/** The sentence of the cover that takes the place of a row; empty for rows that are in the table. */
function statementPieces({ statements }: RowDefinition, options: SectionOptions): Piece[] {
  const [sentence] = statements
  return sentence === undefined ? [] : sentencePieces(sentence, options, undefined)
}

function sentencePieces(
  sentence: string,
  { type, authority }: SectionOptions,
  grade: Grade | undefined,
): Piece[] {
  const pieces: Piece[] = []
  for (const part of sentence.split(/(\{\w+\}|\[[^[\]]+\])/)) {
    if (part === '{authority}') pieces.push(authority ?? authorityStop)
    else if (part.startsWith('[')) pieces.push(openStop(part))
    else if (part === '{grade}') {
      const plural = /\bare $/.test(String(pieces.at(-1) ?? ''))
      pieces.push(wordStop(type, grade, plural))
    } else if (part !== '') pieces.push(part)
  }
  return pieces
}

/** `[outcome|It is good.|It is poor.]` is `[outcome]` with two choices. */
function openStop(text: string): Stop {
  const [name, ...choices] = text.slice(1, -1).split('|')
  return { text: `[${name}]`, ...(choices.length > 0 && { choices }) }
}

function wordStop(type: ReportType, grade: Grade | undefined, plural = false): Stop {
  const wordOf = (each: Grade) => (plural ? each.plural : each.singular)
  if (grade !== undefined) return { text: wordOf(grade) }
  const choices = (type.scale?.grades ?? []).map(wordOf)
  return { text: '[grade]', choices, ...(plural && { isPlural: true }) }
}

/** The grade as it ends a sentence: `is good`, `requires improvement`. */
function verbStop({ scale }: ReportType, grade: Grade | undefined): Stop {
  const ending = ({ singular }: Grade) =>
    scale?.verbal.has(singular.toLowerCase()) === true ? singular : `is ${singular}`
  if (grade !== undefined) return { text: ending(grade) }
  return { text: 'is [grade]', choices: (scale?.grades ?? []).map(ending) }
}

/** The whole grade line as one place, so that word and number are chosen together. */
function gradeStop(type: ReportType, form: Form, grade: Grade | undefined): Stop {
  const line = form.gradeLine ?? type.scale?.line ?? '{word}'
  if (grade !== undefined) return { text: writtenGrade(line, grade) }
  return {
    text: line.replace('{number}', '[number]').replace(/\{word\}/i, '[grade]'),
    choices: (type.scale?.grades ?? []).map(each => writtenGrade(line, each)),
  }
}

function writtenGrade(line: string, { word, number }: Grade): string {
  return line
    .replace('{number}', String(number ?? ''))
    .replace('{word}', word)
    .replace('{Word}', word.charAt(0).toUpperCase() + word.slice(1))
    .replace('{WORD}', word.toUpperCase())
}

function timescalePieces(timescale: string, form: Form, choices?: readonly string[]): Piece[] {
  const heading: Piece = choices === undefined ? timescale : { text: timescale, choices }
  return [heading, form.isSpaced ? ':\n\n' : ':\n', form.bullet, { text: '[TBC]' }]
}

function scalePieces(type: ReportType): Piece[] {
  const grades = type.scale?.grades.filter(each => each.meaning !== undefined) ?? []
  const rows = grades.map(({ word, number, meaning }) => {
    const name = word.charAt(0).toUpperCase() + word.slice(1)
    return `| ${name}${number === undefined ? '' : ` (Grade ${number})`} | ${meaning} |`
  })
  return [['| Grade | Meaning |', '| --- | --- |', ...rows].join('\n')]
}

function summaryPieces(type: ReportType): Piece[] {
  const rows = type.rows.filter(row => isRowRequired(row) && row.statements.length === 0)
  const lines = rows.map((row): Piece[] =>
    row.kind === 'group'
      ? [`| **${row.title}** | |`]
      : [`| ${row.title} |`, { text: '', isCell: true }],
  )
  return joined([[tableHead(type)], ['| --- | --- |'], ...lines], '\n')
}

/** The first line of a new table, with the type's own column titles where it has two. */
export function tableHead({ table }: ReportType): string {
  const [label, grade] = table?.header.length === 2 ? table.header : ['Judgement', 'Grade']
  return `| ${label} | ${grade} |`
}

function isRowRequired(row: RowDefinition): boolean {
  return row.required && row.section?.required !== false
}

function contentsPieces(type: ReportType): Piece[] {
  if (type.contentsTitles[0] === undefined) return []
  const titles = type.sections.filter(each => each.contents === 'always' && isWritten(each))
  const rows = titles.map(({ title }) => `| ${title} | |`)
  return [[`## ${type.contentsTitles[0]}\n`, '| | |', '| --- | --- |', ...rows].join('\n')]
}

/** `Age group: All`; with nothing known, `Published: [date]`. */
function fieldPieces(field: FieldDefinition, value: string | undefined): Piece[] {
  const label = `${field.labels[0] ?? ''}${field.kind === 'year' ? ' ' : ': '}`
  return [label, value ?? { text: usualValue(field) ?? openValue(field) }]
}

/** The value that nearly every report has for the field: `All` for the age group. */
export function usualValue({ kind, required, example }: FieldDefinition): string | undefined {
  return kind === 'text' && required && /^\p{Lu}\p{Ll}*$/u.test(example) ? example : undefined
}

/** What goes in the place of a value that is not known yet. */
export function openValue({ kind, labels }: FieldDefinition): string {
  if (kind !== 'text') return { date: '[date]', dates: '[dates]', year: '[year]' }[kind]
  return labels.some(label => /inspector/i.test(label)) ? '[inspector]' : '[TBC]'
}
