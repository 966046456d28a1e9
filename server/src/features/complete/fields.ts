/** Completion of what is on the cover: dates, names, the status, the sentence that states a grade. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../../report/cover/dates'
import { type Copula, copulasIn } from '../../report/grades/statement'
import type { Field, Report } from '../../report/model'
import { openValue, usualValue } from '../../report/template/template'
import { snippetText } from '../../text/escape'
import { isEmphasis, isWhiteSpace, runEnd } from '../../text/runs'
import { type Span, touches } from '../../text/span'
import { normalTitle } from '../../types/normal-title'
import type { FieldDefinition, Grade } from '../../types/report-type'
import { authorityNames } from './authority-names'
import type { CompletionItem } from './completion-item'
import { type Cursor, typedSpan } from './cursor'

/** What may follow the label of a cover field; `today` is an ISO date. Empty elsewhere. */
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

/** A label alone on a line of the cover: without a colon, it is not a field until it has a value. */
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

/** What may replace `[date]`, `[authority]` and the like under the cursor; otherwise empty. */
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
  // The editor compares it with the placeholder's text, which must not hide the values.
  return items(values, span).map(item => ({
    ...item,
    filterText: `${placeholder.text} ${item.label}`,
  }))
}

/** The name of the authority on the line below the title, from what the text says about it. */
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
    snippet: gap + (snippet ?? snippetText(label)),
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
    return [
      { label: 'draft', detail: l10n.t('What is not written yet does not count as a problem') },
    ]
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

/** A day in the form of the type's example: `6 May 2011`, or `06/05/2011`. */
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

/** `8–19 March 2010`, `28 June – 9 July 2010`, `9 to 20 June 2025`: in the form of the type's example. */
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
  const snippet = `${snippetText(before)}\${1:${snippetText(open)}}${snippetText(after)}`
  return [{ label, detail: l10n.t('such as {0}', definition.example), snippet }]
}

// --- The authority ----------------------------------------------------------------------------

/** Names that the text seems to give the authority, the most frequent first. */
function authorityValues(report: Report): readonly Value[] {
  const counts = new Map<string, number>()
  for (const name of authorityNames(report)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([label]) => ({ label, detail: l10n.t('as the text says') }))
}

// --- Sentences and headings that state a grade ------------------------------------------------

/** The grade in the sentence of the cover that takes the place of a row: "Children's services in Westmarch are ". */
export function statementItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after } = cursor
  if (report.type.scale === undefined || !/^[\s*_.]*$/.test(after)) return []
  if (cursor.lineStart >= report.cover.span.end && cursor.section !== undefined) return []
  const verb = lastVerb(before)
  if (verb === undefined) return []
  const written = normalTitle(before.slice(0, verb.verb.end))
  const isStatement = report.type.rows.some(({ statements }) =>
    statements.some(each => isLead(written, each)),
  )
  const typed = before.slice(verb.end)
  if (!isStatement || typed !== typed.toLowerCase()) return []
  const { start, end } = verb.verb
  return gradeItems(cursor, typed, /^(?:are|remain)$/i.test(before.slice(start, end)))
}

/** Are these the words of the sentence up to its grade, in normal form? */
function isLead(written: string, statement: string): boolean {
  const [before = ''] = statement.split('{grade}')
  const [start = '', end] = before.split('{authority}').map(normalTitle)
  if (end === undefined) return written === start
  return written.startsWith(start) && written.endsWith(end) && written.length > start.length
}

/** The grade after a heading that states it: `The experiences and progress of care leavers: `. */
export function headingGradeItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after } = cursor
  const { scale } = report.type
  if (scale === undefined || !/^[\s*_]*$/.test(after)) return []
  const verb = lastVerb(before)
  const colon = before.lastIndexOf(':')
  const isSentence = verb !== undefined && verb.end > colon
  if (!isSentence && colon === -1) return []
  const title = before.slice(0, isSentence ? verb.start : colon)
  const named = report.type.sectionTitles.named(title) ?? []
  if (!named.some(({ grade }) => grade === 'suffix')) return []
  const words = before.slice(isSentence ? verb.end : runEnd(before, isWhiteSpace, colon + 1))
  const typed = words.slice(runEnd(words, isEmphasis))
  const gap = before.endsWith(':') ? ' ' : ''
  // "… is requires improvement" would not be a sentence.
  return gradeItems(cursor, typed, false, gap).filter(
    ({ label }) => !isSentence || !scale.verbal.has(label),
  )
}

/** The last verb that a grade may follow, in the words and a grade that is only begun after them. */
function lastVerb(words: string): Copula | undefined {
  return [...copulasIn(/\s$/.test(words) ? `${words}x` : words)]
    .filter(({ isPast }) => !isPast)
    .at(-1)
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
      snippet: gap + snippetText(written(each)),
      span: typedSpan(cursor, typed.length),
      filterText: written(each),
      sortText: `0-${index}`,
      grade: each,
    }))
}
