/** Completion of what stands on the cover: dates, names, the status, the sentence that states a grade. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../report/dates'
import type { Field, Report } from '../report/model'
import { openValue, usualValue } from '../report/template'
import { escaped as inPattern } from '../text/pattern'
import { type Span, touches } from '../text/span'
import type { FieldDefinition, Grade } from '../types/report-type'
import { normalTitle } from '../types/report-type'
import type { CompletionItem } from './completion'
import { type Cursor, typedSpan } from './cursor'

/** What may stand behind the label of a cover field; `today` is an ISO date. Empty elsewhere. */
export function fieldValueItems(
  cursor: Cursor,
  today: string | undefined,
): readonly CompletionItem[] {
  const { report, offset, lineStart, before, after } = cursor
  if (!/^[\s*_]*$/.test(after)) return []
  const there = report.cover.fields.findLast(
    ({ label }) => label.start >= lineStart && label.end <= offset,
  )
  const field = there ?? fieldWithoutValue(cursor)
  if (field === undefined) return []
  const labelEnd = there === undefined ? before.trimEnd().length : there.label.end - lineStart
  const typed = before.slice(labelEnd).replace(/^[*_\s]*:?[*_\s]*/, '')
  if (/[[\]]/.test(typed)) return []
  const values = valuesOf(report, field, today)
  const begun = values.filter(
    ({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()) && label !== typed,
  )
  // A space belongs between label and value.
  const gap = typed === '' && /[:*_]$/.test(before) ? ' ' : ''
  return items(begun, typedSpan(cursor, typed.length), gap)
}

/** A label alone on a line of the cover, which without a colon is no field until its value is there. */
function fieldWithoutValue({
  report,
  before,
  lineStart,
}: Cursor): Pick<Field, 'id' | 'definition'> | undefined {
  if (lineStart >= report.cover.span.end || !/\s$/.test(before)) return undefined
  const words = normalTitle(before)
  const definition = report.type.fields.find(({ labels }) =>
    labels.some(label => normalTitle(label) === words),
  )
  return definition && { id: definition.id, definition }
}

/** What may stand in place of `[date]`, `[authority]` and the like under the cursor; else empty. */
export function fieldPlaceholderItems(
  cursor: Cursor,
  today: string | undefined,
): readonly CompletionItem[] {
  const { report, offset } = cursor
  const placeholder = report.placeholders.find(span => touches(span, offset))
  if (placeholder === undefined) return []
  const values =
    placeholder.text.toLowerCase() === '[authority]'
      ? authorityValues(report)
      : report.cover.fields
          .filter(({ value }) => value.start <= placeholder.start && placeholder.end <= value.end)
          .flatMap(field => valuesOf(report, field, today))
  const span = { start: placeholder.start, end: placeholder.end }
  // The editor compares it with the placeholder, which must not hide the values.
  return items(values, span).map(item => ({
    ...item,
    filterText: `${placeholder.text} ${item.label}`,
  }))
}

/** The name of the authority on the line below the title, from what the text says of it. */
export function authorityItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, offset, line, before, after } = cursor
  const { title, lines, cover } = report
  const typed = before.trimStart()
  if (offset <= title.end || after.trim() !== '' || !/^[\p{L} '’-]*$/u.test(typed)) return []
  if (cover.authority !== undefined && !touches(cover.authority, offset)) return []
  const between = report.text.slice(title.end, lines.start(line))
  if (between.trim() !== '' || report.type.titles.some(each => each.includes('{authority}')))
    return []
  const values = authorityValues(report).filter(
    ({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()) && label !== typed,
  )
  return items(values, typedSpan(cursor, typed.length))
}

interface Value {
  readonly label: string
  readonly detail: string
  readonly snippet?: string
}

function items(values: readonly Value[], span: Span, gap = ''): readonly CompletionItem[] {
  return values.map(({ label, detail, snippet }, index) => ({
    label,
    kind: 'field',
    detail,
    snippet: gap + (snippet ?? label.replace(/[\\$}]/g, '\\$&')),
    span,
    filterText: label,
    sortText: `0-${String(index).padStart(2, '0')}`,
  }))
}

// --- Values -----------------------------------------------------------------------------------

function valuesOf(
  report: Report,
  { id, definition }: Pick<Field, 'id' | 'definition'>,
  today: string | undefined,
): readonly Value[] {
  if (id === 'status')
    return [{ label: 'draft', detail: l10n.t('What is not written yet is a to-do, not a problem') }]
  if (definition === undefined) return []
  switch (definition.kind) {
    case 'date':
      return today === undefined
        ? []
        : [{ label: inForm(definition, today), detail: l10n.t('today') }]
    case 'dates':
      return today === undefined ? [] : weeks(definition, today)
    case 'year':
      return yearValues(report, today)
    case 'text':
      return textValues(definition)
  }
}

/** A day as the type's example has it: `6 May 2011`, or `06/05/2011`. */
function inForm({ example }: FieldDefinition, day: string): string {
  return /^\d+\/\d+\/\d+/.test(example) ? day.split('-').reverse().join('/') : writtenDay(day)
}

/** This week's working days, and those of this week and the next, as inspections take one or two. */
function weeks(definition: FieldDefinition, today: string): readonly Value[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = daysAfter(today, -weekday)
  const week = daysAfter(monday, 4)
  const fortnight = daysAfter(monday, 11)
  return [
    { label: range(definition, monday, week), detail: l10n.t('this week') },
    { label: range(definition, monday, fortnight), detail: l10n.t('this week and the next') },
    { label: inForm(definition, today), detail: l10n.t('today') },
  ]
}

function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** `8–19 March 2010`, `28 June – 9 July 2010`, `9 to 20 June 2025`: as the type's example. */
function range(definition: FieldDefinition, from: string, to: string): string {
  const [first, last] = [inForm(definition, from), inForm(definition, to)]
  const usesWord = / to /.test(definition.example)
  const [firstWords, lastWords] = [first.split(' '), last.split(' ')]
  if (firstWords.length < 3) return `${first}${usesWord ? ' to ' : ' – '}${last}`
  const sameYear = firstWords[2] === lastWords[2]
  const sameMonth = sameYear && firstWords[1] === lastWords[1]
  const start = firstWords.slice(0, sameMonth ? 1 : sameYear ? 2 : 3).join(' ')
  return start + (usesWord ? ' to ' : sameMonth ? '–' : ' – ') + last
}

/** The year of publication; where the cover has none, this year. */
function yearValues({ cover }: Report, today: string | undefined): readonly Value[] {
  const published = cover.fields.findLast(
    ({ definition, dates }) => definition?.kind === 'date' && dates !== undefined,
  )
  const day = published?.dates?.to ?? today
  const detail =
    published === undefined ? l10n.t('this year') : l10n.t('as "{0}"', published.label.text)
  return day === undefined ? [] : [{ label: day.slice(0, 4), detail }]
}

function textValues(definition: FieldDefinition): readonly Value[] {
  const usual = usualValue(definition)
  if (usual !== undefined) return [{ label: usual, detail: '' }]
  const [before, after] = definition.example.split('NAME')
  if (before === undefined || after === undefined) return []
  const open = openValue(definition)
  const label = `${before}${open}${after}`
  const snippet = `${before}\${1:${open}}${after}`
  return [{ label, detail: l10n.t('such as {0}', definition.example), snippet }]
}

// --- The authority ----------------------------------------------------------------------------

/** Names that stand where the type's sentences name the authority, and councils; the most frequent first. */
function authorityValues(report: Report): readonly Value[] {
  const counts = new Map<string, number>()
  const add = (name: string | undefined): void => {
    const plain = name?.replace(/\s+/g, ' ').trim() ?? ''
    if (plain !== '' && plain.length <= 60) counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  const { text } = report
  for (const pattern of sentencePatterns(report))
    for (const match of text.matchAll(pattern)) add(match[1])
  for (const match of text.matchAll(councils)) add(match[1])
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([label]) => ({ label, detail: l10n.t('as the text says') }))
}

const name = "(\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:(?:and|upon|on|of|the)\\s+)?\\p{Lu}[\\p{L}'’-]+){0,4})"

/** "Westmarch County Council", "Westmarch City Council". */
const councils =
  /(\p{Lu}[\p{L}'’-]+(?: (?:and |upon |on )?\p{Lu}[\p{L}'’-]+){0,2}?) (?:(?:County|City|Borough|District|Metropolitan Borough) )?Council\b/gu

/** The words on both sides of `{authority}` in the type's openings, a few on each. */
function sentencePatterns({ type }: Report): readonly RegExp[] {
  const around = type.sections.flatMap(({ opening }) => {
    const [before, after] = opening?.split('{authority}') ?? []
    if (before === undefined || after === undefined) return []
    const lead = before.trim().split(' ').slice(-3).join(' ')
    const tail = /^[,.]|^ [\p{L}]+/u.exec(after)?.[0] ?? ''
    return [`${spaced(lead)}\\s+${name}${spaced(tail)}`]
  })
  return [...new Set(around)].map(source => new RegExp(source, 'gu'))
}

function spaced(words: string): string {
  return inPattern(words).replace(/ /g, '\\s+')
}

// --- Sentences and headings that state a grade ------------------------------------------------

/** The grade in the sentence of the cover that stands for a row: "Children's services in Westmarch are ". */
export function statementItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after } = cursor
  if (report.type.scale === undefined || !/^[\s*_.]*$/.test(after)) return []
  if (cursor.lineStart >= report.cover.span.end && cursor.section !== undefined) return []
  const [, lead = '', typed = ''] =
    /^(.*\b(?:is|are)\s)((?:\p{Ll}+ ?)*)$/u.exec(before.replace(/^[\s*_]+/, '')) ?? []
  const isStatement = report.type.rows.some(({ statements }) =>
    statements.some(each => isLead(lead, each)),
  )
  return lead !== '' && isStatement ? gradeItems(cursor, typed, /\bare\s$/.test(lead)) : []
}

/** Are these the words of the sentence up to its grade? */
function isLead(words: string, statement: string): boolean {
  const [before = ''] = statement.split('{grade}')
  const [start = '', end] = before.split('{authority}').map(normalTitle)
  const written = normalTitle(words)
  if (end === undefined) return written === start
  return written.startsWith(start) && written.endsWith(end) && written.length > start.length
}

/** The grade behind a heading that states it: `The experiences and progress of care leavers: `. */
export function headingGradeItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after } = cursor
  if (report.type.scale === undefined || !/^[\s*_]*$/.test(after)) return []
  const match = /^\s*(?:#{1,6}\s*)?[*_]*(.{3,}?)(:\s*|\s+(?:is|are)\s)[*_]*((?:\p{L}+ ?)*)$/u.exec(
    before,
  )
  const [, title = '', separator = '', typed = ''] = match ?? []
  const named = report.type.sectionsByTitle.get(normalTitle(title)) ?? []
  if (!named.some(({ grade }) => grade === 'suffix')) return []
  const gap = separator === ':' ? ' ' : ''
  // "… is requires improvement" would be no sentence.
  return gradeItems(cursor, typed, false, gap).filter(
    ({ label }) => separator.startsWith(':') || !label.startsWith('requires'),
  )
}

function gradeItems(
  cursor: Cursor,
  typed: string,
  isPlural: boolean,
  gap = '',
): readonly CompletionItem[] {
  const grades = cursor.report.type.scale?.grades ?? []
  const written = (grade: Grade): string => (isPlural ? grade.plural : grade.singular)
  return grades
    .filter(each => written(each).startsWith(typed.toLowerCase()) && written(each) !== typed)
    .map((each, index) => ({
      label: written(each),
      kind: 'grade',
      detail: each.meaning ?? '',
      snippet: gap + written(each),
      span: typedSpan(cursor, typed.length),
      filterText: written(each),
      sortText: `0-${index}`,
    }))
}
