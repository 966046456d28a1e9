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
import { tokenTypes } from '../features/navigate/semantic-tokens'
import { abilitiesOf } from './abilities'
import type { Context } from './context'
import { documentsOf } from './documents'
import { actionKinds, serveActions } from './edit/actions'
import { serveChoosing } from './edit/choosing'
import { serveDrafts } from './edit/drafts'
import { serveFilling } from './edit/filling'
import { serveFormatting } from './edit/formatting'
import { serveGrades } from './edit/grades'
import { serveInserting } from './edit/inserting'
import { serveTyping } from './edit/typing'
import { serveUpdates } from './edit/updating'
import { serveCheckedFiles } from './files/checking-files'
import { serveCommentedCopies } from './files/commenting'
import { serveExport } from './files/exporting'
import { serveImport } from './files/importing'
import { serveLeaving } from './files/leaving'
import { serveNewReports } from './files/new-reports'
import { serveSuggestions } from './files/suggesting'
import { serveTypeFiles } from './files/type-files'
import { type InitializationOptions, pingMethod } from './protocol'
import { serveComparing } from './read/comparing'
import { serveLists } from './read/listing'
import { serveNavigation } from './read/navigation'
import { serveNotes } from './read/notes'
import { serveOverview } from './read/overview'
import { servePreview } from './read/previewing'
import { serveProblemLists } from './read/problem-list'
import { serveProblems } from './read/problems'
import { serveSearch } from './read/searching'
import { reportTypes } from './report-types'
import { folderFiles, followFolderFiles } from './settings/folder-files'
import { followSettings, type Settings } from './settings/settings'
import type { Tools } from './tools'
import { watched, watchedEvents } from './watching'

/** Serves one client until it goes away; `tools` are what it has from where it runs. */
export function startServer(given: Connection, tools: Tools): void {
  const log = (words: string): void => given.console.error(words)
  const connection = watched(given, log)
  let settings: Settings | undefined
  const types = reportTypes(
    uri => settings?.now(uri).reportTypes ?? [],
    message => connection.console.warn(message),
  )
  const texts = watchedEvents(new TextDocuments(documentsOf(types)), log)
  // The connection keeps only one listener, but several parts wait for the client.
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
    const showAgain = (): void => {
      showProblems()
      if (abilities.refreshesTokens) void connection.languages.semanticTokens.refresh()
      if (abilities.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type)
    }
    const readFolders = folderFiles(connection, {
      clientReads: options.readsTexts === true,
      readText: tools.readText,
      catalogue: types.catalogue,
    })
    const initial = options.settings
    const onChange = showAgain
    const scheme = params.workspaceFolders?.[0]?.uri.split(':', 1)[0]
    const how = { abilities, initial, scheme, readFolders, onChange }
    settings = followSettings(connection, onReady, how)
    followFolderFiles(connection, onReady, abilities, settings)
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
      translations: options.translations,
    }
    showProblems = serveProblems(context)
    serveChoosing(context, showAgain)
    serveComparing(context, tools)
    serveTypeFiles(context, showAgain)
    serveActions(context)
    serveDrafts(context)
    serveExport(context, tools)
    serveFilling(context)
    serveGrades(context)
    serveCheckedFiles(context, tools)
    serveCommentedCopies(context, tools)
    serveSuggestions(context, tools)
    serveLeaving(context, tools)
    serveImport(context, tools)
    serveInserting(context)
    serveLists(context, tools)
    serveNavigation(context)
    serveSearch(context, tools, params)
    serveNewReports(context)
    serveNotes(context)
    serveOverview(context)
    serveFormatting(context)
    serveTyping(context)
    serveUpdates(context)
    servePreview(context, tools)
    serveProblemLists(context)
    return {
      serverInfo: { name: 'Inspection Reports' },
      capabilities: capabilitiesFor(context),
    }
  })
  connection.onRequest(pingMethod, () => null)
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
    completionProvider: {},
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
      full: true,
    },
  }
}
