/** What must not leave the house: checking it, a clean copy, and a record. Nothing is written here. */

import type { CancellationToken } from 'vscode-languageserver'
import { cleanDraft } from '../../features/leaving/clean-draft'
import { type LeavingCheck, leavingSteps } from '../../features/leaving/leaving-check'
import { leavingPage } from '../../features/leaving/leaving-page'
import { recordPage } from '../../features/leaving/record-page'
import { pageAsHtml, pageBody } from '../../features/page/html'
import { pageAsMarkdown } from '../../features/page/markdown'
import { base64Of, bytesOf } from '../../host/base64'
import { traceOf } from '../../host/failure-trace'
import { parseSteps } from '../../report/parse'
import type { Severities } from '../../rules/run'
import { notAReport, openReportIn } from '../answering'
import type { Context } from '../context'
import {
  type CleanCopyParams,
  type CleanCopyResult,
  cleanCopyMethod,
  type ImportProgressParams,
  importProgressMethod,
  type Leaving,
  type LeavingParams,
  type LeavingRecordParams,
  type LeavingRecordResult,
  type LeavingResult,
  leavingMethod,
  leavingRecordMethod,
} from '../protocol'
import { inSlices, pause } from '../slices'
import type { Tools } from '../tools'

export function serveLeaving(context: Context, tools: Tools): void {
  const { connection } = context
  connection.onRequest<LeavingResult, void>(
    leavingMethod,
    async (params: LeavingParams, token: CancellationToken): Promise<LeavingResult> => {
      const checked = await check(context, tools, params, token)
      if (checked.error !== undefined) return checked
      const page = leavingPage(params.name, checked.check)
      return {
        title: page.title,
        body: pageBody(page),
        markdown: pageAsMarkdown(page),
        text: checked.text,
      }
    },
  )
  connection.onRequest<LeavingRecordResult, void>(
    leavingRecordMethod,
    async (params: LeavingRecordParams, token: CancellationToken): Promise<LeavingRecordResult> => {
      const checked = await check(context, tools, params, token)
      if (checked.error !== undefined) return checked
      const page = recordPage(params, checked.check, checked.severities)
      if (params.format !== 'docx')
        return { content: params.format === 'md' ? pageAsMarkdown(page) : pageAsHtml(page) }
      return { content: base64Of(await tools.pageAsWord(page)) }
    },
  )
  connection.onRequest<CleanCopyResult, void>(
    cleanCopyMethod,
    async ({ leaving }: CleanCopyParams, token: CancellationToken): Promise<CleanCopyResult> => {
      if (leaving.bytes !== undefined) return cleanFile(context, tools, leaving.bytes, token)
      const found = await openReportIn(context, leaving, token)
      if (found === undefined) return notAReport()
      const { text, done } = cleanDraft(found.report)
      return { copy: done.length === 0 ? null : { text }, done, left: [] }
    },
  )
}

type Checked =
  | {
      readonly check: LeavingCheck
      readonly severities: Severities
      /** What was read in a file; null for an open text. */
      readonly text: string | null
      readonly error?: undefined
    }
  | { readonly error: string }

async function check(
  context: Context,
  tools: Tools,
  { leaving, to: target }: LeavingParams,
  token: CancellationToken,
): Promise<Checked> {
  // A file that is not open has no folder.
  const uri = leaving.textDocument?.uri ?? 'untitled:'
  const { severities } = await context.settings.of(uri)
  if (leaving.bytes === undefined) {
    const found = await openReportIn(context, leaving, token)
    if (found === undefined) return notAReport()
    const steps = leavingSteps(found.report, { target, severities })
    return { check: await inSlices(steps, token), severities, text: null }
  }
  const read = await readFile(context, tools, leaving, token)
  if (read.error !== undefined) return read
  const { text, contents } = read
  const report = await inSlices(parseSteps(text, { types: context.types.catalogue() }), token)
  const steps = leavingSteps(report, { target, severities, file: contents })
  return { check: await inSlices(steps, token), severities, text }
}

async function readFile(
  { connection, types }: Context,
  tools: Tools,
  { bytes, id }: Extract<Leaving, { readonly bytes: string }>,
  token: CancellationToken,
) {
  const { ImportError, readToLeave } = await tools.import()
  try {
    const read = await readToLeave(bytesOf(bytes), {
      parse: { types: types.catalogue() },
      run: steps => inSlices(steps, token),
      pause: () => pause(token),
      onProgress: (done, all) => {
        const progress: ImportProgressParams = { id, done, all }
        void connection.sendNotification(importProgressMethod, progress)
      },
    })
    return { ...read, error: undefined }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    if (error.cause !== undefined)
      connection.console.error(`A file could not be read, ${traceOf(error.cause)}`)
    return { error: error.message }
  }
}

async function cleanFile(
  { connection }: Context,
  tools: Tools,
  bytes: string,
  token: CancellationToken,
): Promise<CleanCopyResult> {
  const { ImportError, cleanCopy } = await tools.import()
  try {
    const { bytes: copy, done, left } = await inSlices(cleanCopy(bytesOf(bytes)), token)
    return { copy: done.length === 0 ? null : { bytes: base64Of(copy) }, done, left }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    if (error.cause !== undefined)
      connection.console.error(`A file could not be copied, ${traceOf(error.cause)}`)
    return { error: error.message }
  }
}
