/** The language server: says what it can do, and hands every message to the part that answers it. */

import { config } from '@vscode/l10n'
import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { tokenTypes } from '../features/semantic-tokens'
import { abilitiesOf } from './abilities'
import { actionKinds, serveActions } from './actions'
import { serveWordChecks } from './checking-word'
import { serveChoosing } from './choosing'
import { serveComparing } from './comparing'
import type { Context } from './context'
import { documentsOf } from './documents'
import { serveDrafts } from './drafts'
import { serveExport } from './exporting'
import { serveFilling } from './filling'
import { serveFormatting } from './formatting'
import { serveGrades } from './grades'
import { serveImport } from './importing'
import { serveInserting } from './inserting'
import { serveLists } from './listing'
import { serveNavigation } from './navigation'
import { serveNewReports } from './new-reports'
import { serveNotes } from './notes'
import { serveOverview } from './overview'
import { servePreview } from './previewing'
import { serveProblems } from './problems'
import type { InitializationOptions } from './protocol'
import { reportTypes } from './report-types'
import { serveSearch } from './searching'
import { followSettings, type Settings } from './settings'
import type { Tools } from './tools'
import { serveTypeFiles } from './type-files'
import { serveTyping } from './typing'
import { serveUpdates } from './updating'

/** Serves one client until it goes away; `tools` are what it can load besides. */
export function startServer(connection: Connection, tools: Tools = {}): void {
  let settings: Settings | undefined
  const types = reportTypes(
    () => settings?.reportTypes() ?? {},
    message => connection.console.warn(message),
  )
  const texts = new TextDocuments(documentsOf(types))
  // The connection keeps one listener only; several parts wait for the client.
  const waiting: (() => void)[] = []
  const onReady = (action: () => void): void => void waiting.push(action)
  connection.onInitialized(() => {
    for (const action of waiting) action()
  })
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const abilities = abilitiesOf(params)
    const options = (params.initializationOptions ?? {}) as InitializationOptions
    if (options.translations !== undefined) config({ contents: options.translations })
    let showProblems = (): void => {}
    const showAnew = (): void => {
      showProblems()
      if (abilities.refreshesTokens) void connection.languages.semanticTokens.refresh()
      if (abilities.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type)
    }
    settings = followSettings(connection, onReady, abilities, options.settings, showAnew)
    const context: Context = {
      connection,
      onReady,
      texts,
      abilities,
      settings,
      types,
      docsUri: options.docsUri?.replace(/\/$/, ''),
      tellsChecks: options.tellsChecks === true,
      goesTo: options.goesTo === true,
      ignores: options.ignores === true,
    }
    showProblems = serveProblems(context)
    serveChoosing(context, showAnew)
    serveComparing(context, tools)
    serveTypeFiles(context, showAnew)
    serveActions(context)
    serveDrafts(context)
    serveExport(context, tools)
    serveFilling(context)
    serveGrades(context)
    serveWordChecks(context, tools)
    serveImport(context, tools)
    serveInserting(context)
    serveLists(context)
    serveNavigation(context)
    serveSearch(context, tools, params)
    serveNewReports(context)
    serveNotes(context)
    serveOverview(context)
    serveFormatting(context)
    serveTyping(context)
    serveUpdates(context)
    servePreview(context, tools)
    return {
      serverInfo: { name: 'Inspection Reports' },
      capabilities: capabilitiesFor(context),
    }
  })
  texts.listen(connection)
  connection.listen()
}

function capabilitiesFor({ abilities, goesTo }: Context): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(abilities.pulls && {
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    }),
    codeActionProvider: { codeActionKinds: actionKinds },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    documentSymbolProvider: { label: 'Inspection Reports' },
    foldingRangeProvider: true,
    hoverProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    ...(!abilities.registersFormatting && {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    }),
    ...(goesTo && { codeLensProvider: {} }),
    ...(abilities.snippets && { completionProvider: {} }),
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
      full: true,
    },
  }
}
