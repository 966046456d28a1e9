/** Comparing a report with another: the client hands over the other and shows the page. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken } from 'vscode-languageserver'
import { compareInspections } from '../../features/compare/inspections'
import {
  byDate,
  type ComparedReport,
  inspectionsPage,
} from '../../features/compare/inspections-page'
import { withPresentNumbers } from '../../features/compare/renumbered'
import { compareSteps, type VersionComparison } from '../../features/compare/versions'
import { type VersionNames, versionsPage } from '../../features/compare/versions-page'
import { pageBody } from '../../features/page/html'
import { pageAsMarkdown } from '../../features/page/markdown'
import type { Page, PageLink } from '../../features/page/page'
import { bytesOf } from '../../host/base64'
import type { Report } from '../../report/model'
import { parseSteps } from '../../report/parse'
import { decodeText } from '../../text/decode'
import type { Steps } from '../../text/steps'
import { answerInSlices } from '../answering'
import type { Context } from '../context'
import {
  type ComparedFile,
  type CompareParams,
  type CompareResult,
  compareMethod,
} from '../protocol'
import type { ReportTypes } from '../report-types'
import { inSlices, pause } from '../slices'
import type { Tools } from '../tools'

export function serveComparing(context: Context, tools: Tools): void {
  answerInSlices<CompareParams, CompareResult>(
    context,
    compareMethod,
    async ({ report: present }, { textDocument, name, as, other }, token) => {
      if (other.uri !== undefined) await context.settings.of(other.uri)
      const readings = await readingsOf(other, context.types, tools, token)
      if ('error' in readings) return readings
      const { reading, page, textBeside } =
        as === 'versions'
          ? await inSlices(
              pageOfVersions(readings, present, { earlier: other.name, present: name }),
              token,
            )
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
        ...(textBeside !== undefined && textBeside !== report.text && { textBeside }),
      }
    },
    () => ({
      error: l10n.t('This text is not a report of a known type, so there is nothing to compare.'),
    }),
  )
}

interface Made {
  readonly page: Page
  /** The other report, in the reading that was compared. */
  readonly reading: Reading
  readonly textBeside?: string
}

function* pageOfVersions(
  readings: readonly [Reading, ...Reading[]],
  present: Report,
  names: VersionNames,
): Steps<Made> {
  const { reading, comparison } = yield* nearest(readings, present)
  yield
  const page = versionsPage(comparison, names)
  yield
  return { page, reading, textBeside: withPresentNumbers(reading.report, comparison.passages) }
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
 * The ways to read a file: a text as it is, and any file as an import would read it. An `error` where it is not
 * a report either way.
 */
async function readingsOf(
  { name, text, bytes = '', uri }: ComparedFile,
  types: ReportTypes,
  tools: Tools,
  token: CancellationToken,
): Promise<readonly [Reading, ...Reading[]] | { readonly error: string }> {
  const options = {
    types: types.catalogue(),
    choice: uri === undefined ? undefined : types.choiceFor(uri),
  }
  const read = (text: string) => inSlices(parseSteps(text.replace(/\r\n?/g, '\n'), options), token)
  const file = text === undefined ? bytesOf(bytes) : new TextEncoder().encode(text)
  const isText = text !== undefined || !/^(?:%PDF-|PK|\xd0\xcf)/.test(beginning(file))
  const written = isText ? await read(text ?? decodeText(file)) : undefined
  const readings: Reading[] = written === undefined ? [] : [{ report: written, isAsWritten: true }]
  const { ImportError, importFile } = await tools.import()
  try {
    const { text } = await importFile(file, {
      parse: options,
      run: steps => inSlices(steps, token),
      pause: () => pause(token),
    })
    const report = await read(text)
    if (report !== undefined) readings.push({ report, isAsWritten: false })
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    if (readings.length === 0) return { error: `${name}: ${error.message}` }
  }
  const [first, ...others] = readings
  return first === undefined ? { error: noReport(name) } : [first, ...others]
}

/**
 * For a text from a PDF beside a draft of it: with page breaks in its paragraphs, nothing would be the same.
 */
function* nearest(
  readings: readonly [Reading, ...Reading[]],
  present: Report,
): Steps<{ readonly reading: Reading; readonly comparison: VersionComparison }> {
  let best: { readonly reading: Reading; readonly comparison: VersionComparison } | undefined
  const same = ({ passages }: VersionComparison) =>
    passages.filter(({ kind }) => kind === 'same').length / Math.max(passages.length, 1)
  for (const reading of readings) {
    const comparison = yield* compareSteps(reading.report, present)
    if (best === undefined || same(comparison) > same(best.comparison))
      best = { reading, comparison }
  }
  return best as NonNullable<typeof best>
}

const noReport = (name: string) =>
  l10n.t('{0} is not a report of a known type. Check that it begins with its title.', name)

const beginning = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5))
