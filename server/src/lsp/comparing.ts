/** Comparing a report with another: the client hands over the other and shows the page. */

import { compareInspections } from '../features/compare-inspections'
import { compareVersions } from '../features/compare-versions'
import { byDate, type ComparedReport, inspectionsPage } from '../features/inspections-page'
import type { Page, PageLink } from '../features/page'
import { pageBody } from '../features/page-html'
import { pageAsMarkdown } from '../features/page-markdown'
import { versionsPage } from '../features/versions-page'
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
        return { error: 'This text is no report of a known type, so there is nothing to compare.' }
      const read = await readOther(other, types, tools)
      if (read.error !== undefined) return read
      const { report } = read
      const page =
        as === 'versions'
          ? versionsPage(compareVersions(report, present), { earlier: other.name, present: name })
          : pageOfInspections(report, present)
      const address = ({ document, offset }: PageLink): string | undefined => {
        const [of, uri] =
          document === 'present'
            ? [present, textDocument.uri]
            : [report, read.isAsWritten && other.uri]
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

function pageOfInspections(other: Report, present: Report): Page {
  const reports: readonly [ComparedReport, ComparedReport] = byDate(
    { report: other, document: 'earlier' },
    { report: present, document: 'present' },
  )
  const [then, now] = reports
  return inspectionsPage(compareInspections(then.report, now.report), reports)
}

type Read =
  | {
      readonly report: Report
      /** Its lines are those of the file. */
      readonly isAsWritten: boolean
      readonly error?: undefined
    }
  | { readonly error: string }

/** A text is read as it is, or, where it is no report so, as an import would; other files are imported. */
async function readOther(
  { name, text, bytes = '', uri }: ComparedFile,
  types: ReportTypes,
  tools: Tools,
): Promise<Read> {
  const options = {
    types: types.catalogue(),
    choice: uri === undefined ? undefined : types.choiceFor(uri),
  }
  const file = text === undefined ? Buffer.from(bytes, 'base64') : Buffer.from(text, 'utf8')
  const isText = text !== undefined || !/^(?:%PDF-|PK|\xd0\xcf)/.test(file.toString('latin1', 0, 5))
  if (isText) {
    const written = (text ?? textOf(file)).replace(/\r\n?/g, '\n')
    const report = parseReport(written, options)
    if (report !== undefined) return { report, isAsWritten: true }
  }
  if (tools.import === undefined)
    return {
      error: isText ? noReport(name) : 'Word documents and PDFs cannot be read in a browser.',
    }
  const { ImportError, importFile } = await tools.import()
  try {
    const imported = await importFile(new Uint8Array(file), { parse: options })
    const report = parseReport(imported.text.replace(/\r\n?/g, '\n'), options)
    return report === undefined ? { error: noReport(name) } : { report, isAsWritten: false }
  } catch (error) {
    if (error instanceof ImportError) return { error: `${name}: ${error.message}` }
    throw error
  }
}

const noReport = (name: string) =>
  `${name} is no report of a known type. Check that its title stands at its beginning.`

function textOf(bytes: Uint8Array): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  return new TextDecoder(encoding).decode(bytes)
}
