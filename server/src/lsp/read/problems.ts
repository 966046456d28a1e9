/** Shows what the rules find: when the client asks for it, or otherwise after every change. */

import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { status } from '../../features/lists/status'
import { bytesOf } from '../../host/base64'
import type { Report } from '../../report/model'
import type { FolderSettings } from '../../rules/folder-settings'
import { checkSteps } from '../../rules/run'
import { decodeText } from '../../text/decode'
import type { Context } from '../context'
import { diagnosticOf } from '../convert'
import { type Check, checkIn, readText, reportOf } from '../documents'
import {
  type CheckedParams,
  type CheckFileParams,
  type CheckFileResult,
  checkedMethod,
  checkFileMethod,
  type FolderWishes,
} from '../protocol'
import { inSlices } from '../slices'

/** Serves problems in only one way, so that none is shown twice; the returned function shows them all again. */
export function serveProblems(context: Context): () => void {
  serveFiles(context)
  return context.abilities.pulls ? answerPulls(context) : pushAll(context)
}

/** Answers what is found in a file that is not open. */
function serveFiles(context: Context): void {
  const { connection, settings, types } = context
  connection.onRequest<CheckFileResult, void>(
    checkFileMethod,
    async ({ uri, bytes }: CheckFileParams, token: CancellationToken): Promise<CheckFileResult> => {
      const { severities } = await settings.of(uri)
      const report = await inSlices(readText(types, uri, decodeText(bytesOf(bytes))), token)
      if (report === undefined) return null
      const findings = await inSlices(checkSteps(report, severities), token)
      const listed = findings.filter(({ toDo, severity }) => toDo !== true && severity !== 'hint')
      return diagnosticsOf(context, uri, report, { findings: listed })
    },
  )
}

/** The findings of one check as the client shows them. */
function diagnosticsOf(
  context: Context,
  uri: string,
  report: Report,
  check: Pick<Check, 'findings'>,
): Diagnostic[] {
  const { abilities } = context
  const docsUri = abilities.showsPages ? context.docsUri : undefined
  const options = { uri, docsUri, showsRelated: abilities.showsRelated }
  return check.findings.map(finding => diagnosticOf(report.lines, finding, options))
}

function answerPulls(context: Context): () => void {
  const { connection, texts, settings, abilities } = context
  const tell = tellChecks(context)
  const pull = async (
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    const { severities } = await settings.of(uri)
    const document = texts.get(uri)
    const check = await checkIn(document, severities, token).catch(askAgain)
    const report = document && reportOf(document)
    if (document !== undefined) tell(document, report, check)
    if (report === undefined || check === undefined)
      return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    if (check.id === previous)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: check.id }
    const items = diagnosticsOf(context, uri, report, check)
    return { kind: DocumentDiagnosticReportKind.Full, resultId: check.id, items }
  }
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    pull(textDocument.uri, previousResultId, token),
  )
  return () => {
    if (abilities.refreshesProblems) void connection.languages.diagnostics.refresh()
  }
}

function pushAll(context: Context): () => void {
  const { connection, texts, settings } = context
  const tell = tellChecks(context)
  const shown = new WeakSet<TextDocument>()
  const push = async (document: TextDocument): Promise<void> => {
    const { severities } = await settings.of(document.uri)
    // Closed in the meantime: nothing more is shown.
    if (texts.get(document.uri) !== document) return
    const { uri, version } = document
    const check = await checkIn(document, severities, CancellationToken.None)
    if (texts.get(document.uri) !== document) return
    const report = reportOf(document)
    tell(document, report, check)
    if (report !== undefined && check !== undefined) {
      shown.add(document)
      const diagnostics = diagnosticsOf(context, uri, report, check)
      await connection.sendDiagnostics({ uri, version, diagnostics })
    } else if (shown.delete(document)) {
      await connection.sendDiagnostics({ uri, version, diagnostics: [] })
    }
  }
  const soon = afterPauses(document => void push(document).catch(unlessChanged))
  texts.onDidChangeContent(({ document }) => soon.changed(document))
  texts.onDidClose(({ document }) => {
    soon.closed(document)
    if (shown.delete(document))
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
  })
  return () => {
    for (const document of texts.all()) void push(document).catch(unlessChanged)
  }
}

/** In milliseconds: a pause in typing, and how long somebody who makes none waits for what is found. */
const pause = 150
const longest = 1000

interface AfterPauses {
  readonly changed: (document: TextDocument) => void
  readonly closed: (document: TextDocument) => void
}

/**
 * Does something with a document when it is opened, and then whenever its changes pause: a client that asks for
 * nothing cannot say that it has no use for what was found before the next key.
 */
function afterPauses(act: (document: TextDocument) => void): AfterPauses {
  const waiting = new Map<string, Waiting>()
  const known = new Set<string>()
  const stop = (uri: string): void => {
    clearTimeout(waiting.get(uri)?.timer)
    waiting.delete(uri)
  }
  return {
    changed: document => {
      const { uri } = document
      if (!known.has(uri)) {
        known.add(uri)
        act(document)
        return
      }
      const now = performance.now()
      const since = waiting.get(uri)?.since ?? now
      stop(uri)
      const late = () => {
        waiting.delete(uri)
        act(document)
      }
      const timer = setTimeout(late, Math.max(0, Math.min(pause, since + longest - now)))
      waiting.set(uri, { timer, since })
    },
    closed: ({ uri }) => {
      stop(uri)
      known.delete(uri)
    },
  }
}

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>
  /** When the first of the changes was made that wait together. */
  readonly since: number
}

/** A client whose request was about a text that has since changed is made to ask about the new one. */
function askAgain(error: unknown): never {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified)
    throw new ResponseError(LSPErrorCodes.ServerCancelled, error.message, {
      retriggerRequest: true,
    })
  throw error
}

/** For a text that has since changed, the problems of the new one are on their way. */
function unlessChanged(error: unknown): void {
  if (!(error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified)) throw error
}

type Tell = (document: TextDocument, report: Report | undefined, check: Check | undefined) => void

/** Sends a client that wants to know what a check found, once, and after the problems themselves. */
function tellChecks({ connection, settings, tellsChecks }: Context): Tell {
  const told = new WeakMap<TextDocument, string>()
  return (document, report, check) => {
    const found = check?.id ?? 'no report'
    if (!tellsChecks || told.get(document) === found) return
    told.set(document, found)
    const params: CheckedParams = {
      uri: document.uri,
      version: document.version,
      report:
        report === undefined || check === undefined
          ? null
          : {
              ...status(report, check.findings),
              milliseconds: check.milliseconds,
              folder: wishesOf(settings.now(document.uri)),
            },
    }
    setTimeout(() => void connection.sendNotification(checkedMethod, params))
  }
}

function wishesOf({ automaticRenumbering, wrapLongLines }: FolderSettings): FolderWishes {
  return {
    ...(automaticRenumbering !== undefined && { automaticRenumbering }),
    ...(wrapLongLines !== undefined && { wrapLongLines }),
  }
}
