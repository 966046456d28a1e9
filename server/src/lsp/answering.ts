/** Answers questions about an open report: the one place that looks it up, and knows when there is not one. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken, TextDocumentIdentifier } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Report } from '../report/model'
import type { Severities } from '../rules/run'
import type { Context } from './context'
import { type Check, checkIn, reportIn, reportOf } from './documents'

export interface OpenReport {
  readonly document: TextDocument
  readonly report: Report
}

export interface CheckedReport extends OpenReport {
  readonly check: Check
  readonly severities: Severities
}

interface AboutDocument {
  readonly textDocument: TextDocumentIdentifier
}

/** The report in question, read at once; undefined where the document is not one, or is not open. */
export function openReport(
  { texts }: Context,
  { textDocument }: AboutDocument,
): OpenReport | undefined {
  const document = texts.get(textDocument.uri)
  const report = document && reportOf(document)
  return document && report && { document, report }
}

/** The same, read in slices. Fails as `reportIn` does. */
export async function openReportIn(
  { texts, settings }: Context,
  { textDocument }: AboutDocument,
  token: CancellationToken,
): Promise<OpenReport | undefined> {
  // They may say what type the document is.
  await settings.of(textDocument.uri)
  const document = texts.get(textDocument.uri)
  const report = await reportIn(document, token)
  return document && report && { document, report }
}

/** The same, read and checked in slices. */
export async function checkedReportIn(
  { texts, settings }: Context,
  { textDocument }: AboutDocument,
  token: CancellationToken,
): Promise<CheckedReport | undefined> {
  const { severities } = await settings.of(textDocument.uri)
  const document = texts.get(textDocument.uri)
  const check = await checkIn(document, severities, token)
  const report = document && reportOf(document)
  return document && report && check && { document, report, check, severities }
}

/** Serves a request about a report as it is now; `otherwise` answers for any other document. */
export function answerAtOnce<Params extends AboutDocument, Result>(
  context: Context,
  method: string,
  answer: (found: OpenReport, params: Params) => Result,
  otherwise: () => Result,
): void {
  context.connection.onRequest<unknown, void>(method, (params: Params) => {
    const found = openReport(context, params)
    return found === undefined ? otherwise() : answer(found, params)
  })
}

/** Serves a request about a report that is read in slices. */
export function answerInSlices<Params extends AboutDocument, Result>(
  context: Context,
  method: string,
  answer: (found: OpenReport, params: Params, token: CancellationToken) => Result | Promise<Result>,
  otherwise: () => Result,
): void {
  context.connection.onRequest<unknown, void>(
    method,
    async (params: Params, token: CancellationToken) => {
      const found = await openReportIn(context, params, token)
      return found === undefined ? otherwise() : answer(found, params, token)
    },
  )
}

/** Serves a request about a report and its problems. */
export function answerChecked<Params extends AboutDocument, Result>(
  context: Context,
  method: string,
  answer: (found: CheckedReport, params: Params) => Result | Promise<Result>,
  otherwise: () => Result,
): void {
  context.connection.onRequest<unknown, void>(
    method,
    async (params: Params, token: CancellationToken) => {
      const found = await checkedReportIn(context, params, token)
      return found === undefined ? otherwise() : answer(found, params)
    },
  )
}

/** The answer where the client itself says what is wrong, or says nothing. */
export const nothing = (): null => null

/** The answer that is shown to a user who has given a command. */
export const notAReport = () => ({
  error: l10n.t(
    'This document is not an inspection report of a known type. Check its title, or choose the type of the report.',
  ),
})

/** The answer where a command was given for a version that is no longer there. */
export const hasChanged = () => ({
  error: l10n.t('The report has changed in the meantime. Please try again.'),
})
