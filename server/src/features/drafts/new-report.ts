/** A new report: the types to choose from, the cover's fields with their checks, and the whole draft. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../../report/cover/dates'
import type { Report } from '../../report/model'
import { parseReport } from '../../report/parse'
import { chooseEdition, editionOn, isInForce } from '../../report/recognise/edition'
import { type CoverValues, reportTemplate, usualValue } from '../../report/template/template'
import { invalidDate } from '../../rules/invalid-date'
import { mismatchedDates } from '../../rules/mismatched-dates'
import type { KnownType, TypeCatalogue } from '../../types/catalogue'
import { labelsOf } from '../../types/labels'
import type { FieldDefinition, ReportType } from '../../types/report-type'

/** A type of which a new report can be made. */
export interface NewReportType {
  readonly id: string
  readonly name: string
  /** Is it in force on the day that was asked for? */
  readonly isInForce: boolean
  /** From when to when reports of it are written: `since 1 January 2018`; empty where the type does not say. */
  readonly years: string
  /** Names of the editions, oldest first; the inspection's date decides which is used. */
  readonly editions: readonly string[]
  /** What is asked for, in the order of the cover. */
  readonly fields: readonly NewReportField[]
}

/** One fact that is known when a report is begun. */
export interface NewReportField {
  readonly id: string
  /** As it is on the cover: `Inspection dates`. */
  readonly label: string
  /** How such a value is written: `8–19 March 2010`. */
  readonly example: string
  /** The value it has unless the user says otherwise; empty for none. */
  readonly usual: string
}

/** Values by the id of their field; one that is missing or empty is left to be filled in. */
export type NewReportValues = Readonly<Record<string, string>>

/** What there is to say about a value while it is being typed. */
export interface ValueCheck {
  /** An error keeps the value from being accepted, and so does a value that is still incomplete. */
  readonly kind: 'error' | 'incomplete' | 'remark'
  /** In a sentence or two, for the user. */
  readonly message: string
}

const authorityField = 'authority'
const dayField = 'day'

/** All types, users' own among them: those in force on `day` (ISO) first, each group by name. */
export function newReportTypes(catalogue: TypeCatalogue, day: string): readonly NewReportType[] {
  return catalogue.types
    .map(known => newReportType(known, day))
    .sort((a, b) => Number(b.isInForce) - Number(a.isInForce) || a.name.localeCompare(b.name, 'en'))
}

function newReportType(known: KnownType, day: string): NewReportType {
  return {
    id: known.id,
    name: known.name,
    isInForce: isInForce(known, day),
    years: yearsOf(known),
    editions: known.editions.flatMap(({ source }) => source.edition ?? []),
    fields: fieldsOf(latestOf(known)),
  }
}

/** `since 1 January 2018`, `1 April 2009 to 31 December 2012`, or empty. */
function yearsOf({ editions }: KnownType): string {
  const from = editions[0]?.source.valid?.from
  const to = editions.at(-1)?.source.valid?.to
  if (from !== undefined && to !== undefined)
    return l10n.t('{0} to {1}', writtenDay(from), writtenDay(to))
  if (from !== undefined) return l10n.t('since {0}', writtenDay(from))
  return to === undefined ? '' : l10n.t('until {0}', writtenDay(to))
}

function latestOf({ editions }: KnownType): ReportType {
  return (editions.at(-1) as KnownType['editions'][number]).compiled()
}

function fieldsOf(type: ReportType): readonly NewReportField[] {
  const own = type.fields.map(({ labels }) => labels[0] ?? '')
  const authority = {
    id: authorityField,
    label: l10n.t('Authority'),
    example: 'Westmarch',
    usual: '',
  }
  const label = type.letter ? l10n.t('Date of the letter') : l10n.t('Date of the report')
  const day = { id: dayField, label, example: '6 May 2020', usual: '' }
  return [
    ...(own.includes(authority.label) ? [] : [authority]),
    ...(hasDates(type) ? [] : [day]),
    ...type.fields.filter(({ kind }) => kind !== 'year').map(asked),
  ]
}

function hasDates({ fields }: ReportType): boolean {
  return fields.some(({ kind }) => kind === 'date' || kind === 'dates')
}

function asked(field: FieldDefinition): NewReportField {
  const { id, labels, example } = field
  return { id, label: labels[0] ?? id, example, usual: usualValue(field) ?? '' }
}

/**
 * What there is to say about the value of `field` alongside the others: `values` holds them all. Undefined
 * where there is nothing to say, for example about an empty value.
 */
export function checkValue(
  known: KnownType,
  values: NewReportValues,
  field: string,
): ValueCheck | undefined {
  const value = values[field]?.trim() ?? ''
  if (value === '') return undefined
  if (/[[\]<>|]/.test(value))
    return { kind: 'error', message: l10n.t('Write it without brackets or bars (|).') }
  if (field === authorityField) return checkAuthority(value)
  const isDay = field === dayField
  // A single day is read like any other date, in a field provided for it.
  const type = isDay ? withDayField(latestOf(known)) : latestOf(known)
  const cover = isDay ? { fields: { [dayField]: value } } : coverValues(type, values)
  const { plain } = reportTemplate(type, cover)
  const report = parseReport(plain, { type })
  return report && (dateCheck(report, field) ?? yearsCheck(known, report, field))
}

function checkAuthority(value: string): ValueCheck | undefined {
  if (/[:.]$|:/.test(value))
    return { kind: 'error', message: l10n.t('Write the name alone, without a colon or full stop.') }
  if (/^\p{Ll}/u.test(value))
    return { kind: 'remark', message: l10n.t('A name begins with a capital letter.') }
  return undefined
}

function withDayField(type: ReportType): ReportType {
  const definition = {
    id: dayField,
    labels: ['Date'],
    kind: 'date',
    required: false,
    requiredFrom: undefined,
    example: '',
  } as const
  const fields = [...type.fields, definition]
  return { ...type, fields, labels: labelsOf(fields) }
}

/** What the rules about dates find on the cover. */
function dateCheck(report: Report, id: string): ValueCheck | undefined {
  const field = report.cover.fields.find(each => each.id === id)
  const isOwn = ({ start }: { readonly start: number }): boolean =>
    field !== undefined && field.value.start <= start && start < field.value.end
  const invalid = [...invalidDate.check(report)].find(({ span }) => isOwn(span))
  if (invalid !== undefined)
    return { kind: invalid.toDo ? 'incomplete' : 'error', message: invalid.message }
  const mismatched = [...mismatchedDates.check(report)].find(
    ({ span, related = [] }) => isOwn(span) || related.some(each => isOwn(each.span)),
  )
  return mismatched && { kind: 'error', message: mismatched.message }
}

/** A remark on an inspection outside the years of the type, or on the edition that its day chooses. */
function yearsCheck(known: KnownType, report: Report, id: string): ValueCheck | undefined {
  const field = report.cover.fields.find(each => each.id === id)
  const decides = report.cover.fields.find(({ definition }) => definition?.kind === 'dates')
  if (field?.dates === undefined || (decides ?? field) !== field) return undefined
  if (!isInForce(known, field.dates.from)) {
    const message = l10n.t(
      'This is outside the years of this type of report ({0}).',
      yearsOf(known),
    )
    return { kind: 'remark', message }
  }
  const name = editionOn(known, field.dates.from).source.edition
  return name === undefined
    ? undefined
    : { kind: 'remark', message: l10n.t('This uses the edition "{0}".', name) }
}

/** A whole draft, as a snippet whose lines end with `\n`. */
export interface NewReport {
  readonly snippet: string
  /** The same, without tab stops. */
  readonly plain: string
  /** The name of its file, without extension: `westmarch-ilacs-2025`. */
  readonly name: string
}

/** A new report of the type, filled in with what is known, in the edition that its dates choose. */
export function newReport(
  catalogue: TypeCatalogue,
  known: KnownType,
  values: NewReportValues,
): NewReport {
  const latest = latestOf(known)
  const head = reportTemplate(latest, coverValues(latest, values)).plain
  const type = chooseEdition(known, head).edition.compiled()
  const { plain, snippet } = reportTemplate(type, coverValues(type, values))
  // A type whose title says too little is named in the first lines.
  const isRecognised = parseReport(plain, { types: catalogue })?.type.id === known.id
  const lead = isRecognised ? '' : `---\nreport: ${known.id}\n---\n\n`
  const name = fileName(type, values)
  return { snippet: `${lead}${snippet}\n`, plain: `${lead}${plain}\n`, name }
}

/**
 * The authority, the kind of report and its year, as far as they are known, in letters that any disk accepts.
 */
function fileName({ id, fields, inspectorates }: ReportType, values: NewReportValues): string {
  const dates = fields.filter(({ kind }) => kind === 'dates' || kind === 'date')
  const days = [...dates.map(field => values[field.id] ?? ''), values[dayField] ?? '']
  const year = days.map(day => /\b(?:19|20|21)\d\d\b/.exec(day)?.[0]).find(Boolean)
  const lead = `${plainWords(inspectorates[0] ?? '')}-`
  const kind = id.startsWith(lead) ? id.slice(lead.length) : id
  return [values[authorityField], kind, year]
    .map(each => plainWords(each ?? '').slice(0, 60))
    .filter(each => each !== '')
    .join('-')
}

/** Lower-case words without accents, joined by hyphens. */
function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function coverValues(type: ReportType, values: NewReportValues): CoverValues {
  const given = Object.entries(values).flatMap(([id, value]) =>
    value.trim() === '' ? [] : [[id, value.trim()] as const],
  )
  const { [authorityField]: authority, [dayField]: day, ...fields } = Object.fromEntries(given)
  return { authority, day, fields: { ...copyrightYear(type, fields), ...fields } }
}

/** The copyright's year is that of publication. */
function copyrightYear(type: ReportType, fields: NewReportValues): NewReportValues {
  const year = type.fields.find(({ kind }) => kind === 'year')
  const published = type.fields.findLast(({ kind }) => kind === 'date')
  const written = /\b(?:19|20|21)\d\d\s*$/.exec(fields[published?.id ?? ''] ?? '')?.[0]
  return year === undefined || written === undefined ? {} : { [year.id]: written.trim() }
}
