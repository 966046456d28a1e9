/** Comparing a report with another: the client hands over the other and shows the page. */

import * as l10n from '@vscode/l10n'
import { compareInspections } from '../features/compare-inspections'
import { compareVersions, type VersionComparison } from '../features/compare-versions'
import { byDate, type ComparedReport, inspectionsPage } from '../features/inspections-page'
import type { Page, PageLink } from '../features/page'
import { pageBody } from '../features/page-html'
import { pageAsMarkdown } from '../features/page-markdown'
import { type VersionNames, versionsPage } from '../features/versions-page'
import type { Report } from '../report/model'
import { parseReport } from '../report/parse'
import type { Context } from './context'
import { reportOf } from './documents'
import {
  type ComparedFile,
  type CompareParams,
  type CompareResult,
  compareMethod,
} from './protocol'
import type { ReportTypes } from './report-types'
import type { Tools } from './tools'

export function serveComparing({ connection, texts, types }: Context, tools: Tools): void {
  connection.onRequest<CompareResult, void>(
    compareMethod,
    async ({ textDocument, name, as, other }: CompareParams): Promise<CompareResult> => {
      const document = texts.get(textDocument.uri)
      const present = document && reportOf(document)
      if (present === undefined)
        return {
          error: l10n.t(
            'This text is not a report of a known type, so there is nothing to compare.',
          ),
        }
      const readings = await readingsOf(other, types, tools)
      if ('error' in readings) return readings
      const { reading, page } =
        as === 'versions'
          ? pageOfVersions(readings, present, { earlier: other.name, present: name })
          : pageOfInspections(readings[0], present)
      const { report, isAsWritten } = reading
      const address = ({ document, offset }: PageLink): string | undefined => {
        const [of, uri] =
          document === 'present' ? [present, textDocument.uri] : [report, isAsWritten && other.uri]
        if (typeof uri !== 'string' || uri.startsWith('untitled:')) return undefined
        return `${uri}#L${of.lines.lineAt(offset) + 1}`
      }
      return {
        title: page.title,
        body: pageBody(page),
        markdown: pageAsMarkdown(page, address),
        otherText: report.text,
      }
    },
  )
}

interface Made {
  readonly page: Page
  /** The other report as it was compared. */
  readonly reading: Reading
}

function pageOfVersions(
  readings: readonly [Reading, ...Reading[]],
  present: Report,
  names: VersionNames,
): Made {
  const { reading, comparison } = nearest(readings, present)
  return { page: versionsPage(comparison, names), reading }
}

function pageOfInspections(reading: Reading, present: Report): Made {
  const reports: readonly [ComparedReport, ComparedReport] = byDate(
    { report: reading.report, document: 'earlier' },
    { report: present, document: 'present' },
  )
  const [then, now] = reports
  const comparison = compareInspections(then.report, now.report)
  return { page: inspectionsPage(comparison, reports), reading }
}

interface Reading {
  readonly report: Report
  /** Its lines are those of the file. */
  readonly isAsWritten: boolean
}

/**
 * The ways to read a file: a text as it is written, and any file as an import would. An `error` where it is
 * no report either way.
 */
async function readingsOf(
  { name, text, bytes = '', uri }: ComparedFile,
  types: ReportTypes,
  tools: Tools,
): Promise<readonly [Reading, ...Reading[]] | { readonly error: string }> {
  const options = {
    types: types.catalogue(),
    choice: uri === undefined ? undefined : types.choiceFor(uri),
  }
  const read = (text: string) => parseReport(text.replace(/\r\n?/g, '\n'), options)
  const file = text === undefined ? bytesOf(bytes) : new TextEncoder().encode(text)
  const isText = text !== undefined || !/^(?:%PDF-|PK|\xd0\xcf)/.test(beginning(file))
  const written = isText ? read(text ?? textOf(file)) : undefined
  const readings: Reading[] = written === undefined ? [] : [{ report: written, isAsWritten: true }]
  if (tools.import === undefined && !isText)
    return { error: l10n.t('Word documents and PDFs cannot be read in a browser.') }
  if (tools.import !== undefined) {
    const { ImportError, importFile } = await tools.import()
    try {
      const report = read((await importFile(file, { parse: options })).text)
      if (report !== undefined) readings.push({ report, isAsWritten: false })
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      if (readings.length === 0) return { error: `${name}: ${error.message}` }
    }
  }
  const [first, ...others] = readings
  return first === undefined ? { error: noReport(name) } : [first, ...others]
}

/** A text from a PDF beside a draft of it: with its page ends in every paragraph nothing would be the same. */
function nearest(readings: readonly [Reading, ...Reading[]], present: Report) {
  let best: { readonly reading: Reading; readonly comparison: VersionComparison } | undefined
  const same = ({ passages }: VersionComparison) =>
    passages.filter(({ kind }) => kind === 'same').length / Math.max(passages.length, 1)
  for (const reading of readings) {
    const comparison = compareVersions(reading.report, present)
    if (best === undefined || same(comparison) > same(best.comparison))
      best = { reading, comparison }
  }
  return best as NonNullable<typeof best>
}

const noReport = (name: string) =>
  l10n.t('{0} is not a report of a known type. Check that it begins with its title.', name)

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
}

const beginning = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5))

function textOf(bytes: Uint8Array): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  return new TextDecoder(encoding).decode(bytes)
}
