/** The connection to the language server. */

import { type ExtensionContext, l10n, SymbolInformation, Uri } from 'vscode'
import {
  type BaseLanguageClient as LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient'
import type { InitializationOptions } from '../../../server/src/lsp/protocol'
import { messageText } from '../../../server/src/text/escape'
import { isOldVersion } from '../compare/old-sides'
import { host } from '../host/host'
import { logFailuresTo, registerCommand } from '../messages/saying'
import { tellIfAlone } from '../other-place'
import { fileTextScheme, isPage } from '../pages/page-schemes'
import { docsUri } from '../pages/rule-pages'
import { guardAgainstHangs } from './hanging'
import { logged } from './logging'
import { onlyWhatIsSet } from './set-by-user'
import { followStops, sayNotStarted } from './stopping'
import { symbolName } from './symbol-names'
import { followTracing } from './tracing'

/** Where a report may be: the server decides by content whether a text is one. */
export const selector = [
  { language: 'inspection-report' },
  { language: 'plaintext' },
  { language: 'markdown' },
]

/**
 * The library's own messages are for programmers: what has to be said is said by us. Its log quotes what was
 * thrown, and names documents; ours does neither.
 */
function keepQuotesOutOfLog(client: LanguageClient): void {
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    const write = client[level].bind(client)
    client[level] = (message: string, data?: unknown) =>
      write(logged(message, data), undefined, false)
  }
}

/** Starts it, and says so if that fails. */
export async function start(client: LanguageClient): Promise<void> {
  try {
    await client.start()
  } catch (error) {
    client.error('Starting failed.', error)
    sayNotStarted()
  }
}

/** The client, which is still to be started; it ends with the extension. */
export function createClient(context: ExtensionContext): LanguageClient {
  const initializationOptions: InitializationOptions = {
    docsUri,
    tellsChecks: true,
    goesTo: true,
    ignores: true,
    readsTexts: true,
    ...(l10n.bundle && { translations: l10n.bundle }),
  }
  const guard = guardAgainstHangs(() => endServer())
  const stops = followStops()
  const isKnown = (uri: Uri): boolean => !isPage(uri) && !guard.isLeft(uri)
  const options: LanguageClientOptions = {
    errorHandler: stops.errorHandler,
    // Whoever asked for the start says that it failed.
    initializationFailedHandler: () => false,
    documentSelector: selector,
    // What the server writes in Markdown runs no command and holds no HTML.
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions,
    // What goes wrong is in the log; nothing pops up while someone writes.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true },
    middleware: {
      workspace: onlyWhatIsSet,
      sendRequest: guard.sendRequest,
      // The server need not know of pages that are not reports, and must not know of what has hung it.
      didOpen: async (document, next) => {
        if (isKnown(document.uri)) await next(document)
      },
      didChange: async (event, next) => {
        if (!isKnown(event.document.uri)) return
        guard.changed(event.document.uri)
        await next(event)
      },
      didClose: async (document, next) => {
        const wasKnown = isKnown(document.uri)
        guard.closed(document.uri)
        if (wasKnown) await next(document)
      },
      provideDiagnostics(document, previous, token, next) {
        // The old side of a comparison would show every problem a second time; so would the text of a file,
        // whose page lists them.
        const uri = document instanceof Uri ? document : document.uri
        if (isOldVersion(uri) || isPage(uri) || uri.scheme === fileTextScheme) return undefined
        return next(document, previous, token)
      },
      async provideCodeLenses(document, token, next) {
        const lenses = await next(document, token)
        for (const { command } of lenses ?? [])
          if (command !== undefined) command.title = messageText(command.title)
        return lenses
      },
      async provideDefinition(document, position, token, next) {
        const found = (await next(document, position, token)) ?? undefined
        await tellIfAlone(client, document, position, found)
        return found
      },
      async provideWorkspaceSymbols(query, token, next) {
        const found = (await next(query, token)) ?? []
        return found.map(symbol => {
          const { name, containerName } = symbolName(symbol, query)
          return new SymbolInformation(name, symbol.kind, containerName, symbol.location)
        })
      },
      async provideCodeActions(document, range, context, token, next) {
        const { version } = document
        const actions = await next(document, range, context, token)
        // Fixes are made for one version: those that come too late would land in another text.
        return document.version === version ? actions : undefined
      },
    },
  }
  const { client, endServer } = host().connect(context, options)
  keepQuotesOutOfLog(client)
  context.subscriptions.push(
    client,
    guard.follow(client),
    stops.follow(client),
    followTracing(client.traceOutputChannel),
    registerCommand('inspectionReports.startAgain', () => start(client)),
  )
  logFailuresTo((what, error) => client.error(what, error))
  return client
}
