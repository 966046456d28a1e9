/** The library `inspection-reports`: what `public.d.ts` promises. */

import { dataSpan, judgementData, problemData, reportData } from '../features/data/report-data'
import { fixAll } from '../features/edit/fix-all'
import { plainTitle } from '../features/wording/section-title'
import type { Imported as DraftMade } from '../import/import'
import type { Report as ParsedReport } from '../report/model'
import { type ParseOptions, parseReport } from '../report/parse'
import { allRules } from '../rules/all'
import { ruleLevels, unknownRule } from '../rules/named-rule'
import { checkReport, type Severities } from '../rules/run'
import { builtInCatalogue } from '../types/built-in'
import { catalogueOf, type TypeCatalogue } from '../types/catalogue'
import { checkTypeSources } from '../types/checked'
import type * as Public from './public'

export function parse(text: string, options: Public.ReadOptions = {}): Public.Report | undefined {
  const report = parseReport(text, parsing(options))
  if (report === undefined) return undefined
  const { judgements, paragraphs } = reportData({ report, findings: [] })
  const { type, status } = report
  return { type: type.id, status, sections: sectionsOf(report), judgements, paragraphs }
}

function sectionsOf({ sections, lines }: ParsedReport): readonly Public.Section[] {
  return sections.map(section => ({
    title: plainTitle(section),
    part: section.definition.path,
    ...dataSpan(lines, section.extent),
  }))
}

export function check(text: string, options: Public.CheckOptions = {}): readonly Public.Problem[] {
  const severities = severitiesOf(options)
  const report = parseReport(text, parsing(options))
  const findings = report === undefined ? [] : checkReport(report, severities)
  return problemData({ report, findings }, 'text').findings
}

export function fix(text: string, options: Public.CheckOptions = {}): Public.Fixed {
  return fixAll(text, { ...parsing(options), severities: severitiesOf(options) })
}

export function judgements(
  text: string,
  options: Public.ReadOptions = {},
): readonly Public.Judgement[] {
  const report = parseReport(text, parsing(options))
  return report === undefined ? [] : judgementData(report)
}

export async function importText(
  text: string,
  options: Public.ReadOptions = {},
): Promise<Public.Imported> {
  const parse = parsing(options)
  if (text === '') return { text, isReport: false, changes: [] }
  const { importText: imported } = await import('../import/import')
  return draftOf(await imported(text, { parse }))
}

export async function importWord(
  bytes: Uint8Array,
  options: Public.ReadOptions = {},
): Promise<Public.Imported> {
  return importBytes(bytes, 'word', options)
}

export async function importPdf(
  bytes: Uint8Array,
  options: Public.ReadOptions = {},
): Promise<Public.Imported> {
  return importBytes(bytes, 'pdf', options)
}

type Document = Exclude<DraftMade['kind'], 'text'>

const wanted: Readonly<Record<Document, string>> = {
  word: 'This is not a Word document (.docx).',
  pdf: 'This is not a PDF.',
}

async function importBytes(
  bytes: Uint8Array,
  kind: Document,
  options: Public.ReadOptions,
): Promise<Public.Imported> {
  const parse = parsing(options)
  const { importFile } = await import('../import/import')
  const imported = await importFile(bytes, { parse })
  if (imported.kind !== kind) throw new Error(wanted[kind])
  return draftOf(imported)
}

function draftOf({ text, isReport, changes }: DraftMade): Public.Imported {
  return {
    text,
    isReport,
    changes: changes.map(({ message, line, decided }) => ({ message, line: line + 1, decided })),
  }
}

export async function exportWord(
  text: string,
  options: Public.ExportOptions = {},
): Promise<Uint8Array> {
  const report = parseReport(text, parsing(options))
  if (report === undefined)
    throw new Error('This is not a report of a known type. Check that it begins with its title.')
  const { template, comments = false } = options
  const { exportReport } = await import('../export/export')
  return (await exportReport(report, { template, comments })).bytes
}

/** The levels that are asked for; throws an `Error` that names the first that cannot be used. */
function severitiesOf({ rules = {} }: Public.CheckOptions): Severities {
  for (const [id, level] of Object.entries(rules)) {
    const fault = unknownRule(id)
    if (fault !== undefined) throw new Error(fault)
    if (!ruleLevels.includes(level))
      throw new Error(
        `The level of "${id}" cannot be ${JSON.stringify(level)}. Choose one of ${ruleLevels.join(', ')}.`,
      )
  }
  return rules
}

function parsing({ type, types = [] }: Public.ReadOptions): ParseOptions {
  const known = types.length === 0 ? builtInCatalogue() : catalogueWith(types)
  if (type === undefined) return { types: known }
  if (known.find(type) === undefined) {
    const ids = known.types.map(({ id }) => id).join(', ')
    throw new Error(`There is no report type "${type}". Choose one of ${ids}.`)
  }
  return { types: known, choice: { id: type, by: 'settings' } }
}

/** Types are compiled once for the same texts in the same order. */
let last: { readonly texts: readonly string[]; readonly catalogue: TypeCatalogue } | undefined

function catalogueWith(texts: readonly string[]): TypeCatalogue {
  const isSame =
    last?.texts.length === texts.length && texts.every((text, at) => text === last?.texts[at])
  if (last !== undefined && isSame) return last.catalogue
  const under = builtInCatalogue()
  const checked = checkTypeSources(texts, { under, rules: ruleIds })
  const sources = checked.map(({ source, problems }, at) => {
    if (source !== undefined) return source
    throw new Error(`Report type ${at + 1} cannot be used. ${problems[0]?.message ?? ''}`.trim())
  })
  last = { texts: [...texts], catalogue: catalogueOf(sources, under) }
  return last.catalogue
}

const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ id }) => id))
