/** The connection to the language server. */

import * as path from 'node:path'
import { type ExtensionContext, l10n, SymbolInformation, Uri } from 'vscode'
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node'
import type { InitializationOptions } from '../../server/src/lsp/protocol'
import { isOldVersion } from './old-sides'
import { tellIfAlone } from './other-place'
import { isPage } from './page-schemes'
import { docsUri } from './rule-pages'
import { logFailuresTo, registerCommand } from './saying'
import { followStops, sayNotStarted } from './stopping'
import { symbolName } from './symbol-names'

/** Where a report may be: the server decides by content whether a text is one. */
export const selector = [
  { language: 'inspection-report' },
  { language: 'plaintext' },
  { language: 'markdown' },
]

/** The library's own messages are for programmers: what has to be said is said by us. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}

/** Starts it; where that fails, it is said. */
export async function start(client: LanguageClient): Promise<void> {
  try {
    await client.start()
  } catch (error) {
    client.error('Starting failed.', error)
    sayNotStarted()
  }
}

/** The client, to be started; it ends with the extension. */
export function createClient(context: ExtensionContext): LanguageClient {
  const initializationOptions: InitializationOptions = {
    docsUri,
    tellsChecks: true,
    goesTo: true,
    ignores: true,
    ...(l10n.bundle && { translations: l10n.bundle }),
  }
  const options: LanguageClientOptions = {
    errorHandler: followStops(),
    // Who has asked for the start says that it failed.
    initializationFailedHandler: () => false,
    documentSelector: selector,
    initializationOptions,
    // What goes wrong is in the log; nothing pops up while someone writes.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true },
    middleware: {
      // The server need not know of pages that are no reports.
      didOpen: async (document, next) => {
        if (!isPage(document.uri)) await next(document)
      },
      didChange: async (event, next) => {
        if (!isPage(event.document.uri)) await next(event)
      },
      didClose: async (document, next) => {
        if (!isPage(document.uri)) await next(document)
      },
      provideDiagnostics(document, previous, token, next) {
        // The old side of a comparison would show every problem a second time.
        const uri = document instanceof Uri ? document : document.uri
        if (isOldVersion(uri) || isPage(uri)) return undefined
        return next(document, previous, token)
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
  const module = path.join(context.extensionPath, 'dist', 'server.js')
  const client = new Client(
    'inspectionReports',
    'Inspection Reports',
    { module, transport: TransportKind.ipc },
    options,
  )
  context.subscriptions.push(
    client,
    registerCommand('inspectionReports.startAgain', () => start(client)),
  )
  logFailuresTo((words, error) => client.error(words, error))
  return client
}
