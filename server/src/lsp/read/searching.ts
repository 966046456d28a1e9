/** Finds judgements in all reports of the open folders, and in open documents as they are in the editor. */

import * as l10n from '@vscode/l10n'
import {
  type CancellationToken,
  type InitializeParams,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver'
import { answers, searchableJudgements } from '../../features/lists/judgement-search'
import type { Report } from '../../report/model'
import { append } from '../../text/lists'
import type { TypeCatalogue } from '../../types/catalogue'
import { pathOf } from '../../types/file-patterns'
import type { Context } from '../context'
import { locationOf } from '../convert'
import { readText, reportIn } from '../documents'
import { oldVersionSchemes } from '../protocol'
import { inSlices } from '../slices'
import { tell } from '../telling'
import type { TextFile, Tools } from '../tools'

/** How many texts are looked at; a message says so where there are more. */
const mostFiles = 5_000
/** In bytes. The longest reports are a tenth of this size. */
const largestFile = 4_000_000
/** How long, in milliseconds, the folders are assumed not to have changed: somebody is typing. */
const freshFor = 1_000

interface Known {
  readonly changed: number
  readonly catalogue: TypeCatalogue
  /** Empty for a text that is not a report. */
  readonly symbols: readonly WorkspaceSymbol[]
}

export function serveSearch(
  context: Context,
  tools: Tools,
  { workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>,
): void {
  const { connection, texts, onReady, types, settings } = context
  const opened = workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : [])
  const folders = new Set(opened.map(({ uri }) => uri))
  const known = new Map<string, Known>()
  let listing: { readonly at: number; readonly files: Promise<readonly TextFile[]> } | undefined
  let isReported = false
  onReady(() => {
    if (!context.abilities.hasFolders) return
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of added) folders.add(uri)
      for (const { uri } of removed) folders.delete(uri)
      listing = undefined
    })
  })

  const filesNow = (): Promise<readonly TextFile[]> => {
    const now = Date.now()
    if (listing === undefined || now - listing.at > freshFor)
      listing = { at: now, files: listFiles(tools, folders) }
    return listing.files
  }
  const tellLimits = (files: readonly TextFile[]): void => {
    const tooLarge = files.filter(({ size }) => size > largestFile).length
    if (isReported || (files.length < mostFiles && tooLarge === 0)) return
    isReported = true
    tell(connection, limits(files.length >= mostFiles, tooLarge))
  }
  const symbolsIn = async (
    file: TextFile,
    token: CancellationToken,
  ): Promise<readonly WorkspaceSymbol[]> => {
    const catalogue = types.catalogue()
    const there = known.get(file.uri)
    if (there?.changed === file.changed && there.catalogue === catalogue) return there.symbols
    await settings.of(file.uri)
    const text = await tools.folders.read(file).catch(() => undefined)
    const report = text && (await inSlices(readText(types, file.uri, text), token))
    const symbols = report ? withoutText(symbolsOf(report, file.uri)) : []
    known.set(file.uri, { changed: file.changed, catalogue, symbols })
    return symbols
  }

  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const isAnswer = answers(query)
    const documents = texts.all().filter(({ uri }) => !isOldVersion(uri))
    const found: WorkspaceSymbol[] = []
    for (const document of documents) {
      const report = await reportIn(document, token)
      if (report !== undefined) append(found, symbolsOf(report, document.uri))
    }
    const open = new Set(documents.map(({ uri }) => placeOf(uri)))
    const files = await filesNow()
    tellLimits(files)
    for (const file of files) {
      if (token.isCancellationRequested) return null
      if (file.size <= largestFile && !open.has(placeOf(file.uri)))
        append(found, await symbolsIn(file, token))
    }
    return found.filter(({ name, containerName }) =>
      isAnswer({ name, report: containerName ?? '' }),
    )
  })
}

function isOldVersion(uri: string): boolean {
  return oldVersionSchemes.has(uri.slice(0, uri.indexOf(':')))
}

/** Editors may write the same address differently. */
function placeOf(uri: string): string {
  return pathOf(uri).replace(/^\/[A-Z]:/, drive => drive.toLowerCase())
}

async function listFiles(
  { folders: texts }: Tools,
  folders: ReadonlySet<string>,
): Promise<readonly TextFile[]> {
  // A folder may be open inside another one.
  const files = new Map<string, TextFile>()
  for (const folder of folders)
    for await (const file of texts.list(folder)) {
      if (files.size === mostFiles) return [...files.values()]
      files.set(file.uri, file)
    }
  return [...files.values()]
}

function symbolsOf(report: Report, uri: string): readonly WorkspaceSymbol[] {
  return searchableJudgements(report).map(({ name, report: of, target }) => ({
    name,
    kind: SymbolKind.Field,
    containerName: of,
    location: locationOf(report.lines, uri, target),
  }))
}

/**
 * A copy that shares nothing with the text: a name cut out of a text would keep the whole text in memory while
 * the name is kept.
 */
function withoutText(symbols: readonly WorkspaceSymbol[]): readonly WorkspaceSymbol[] {
  return JSON.parse(JSON.stringify(symbols)) as readonly WorkspaceSymbol[]
}

/** What the search leaves out, and what can be done about it. */
function limits(areMany: boolean, tooLarge: number): string {
  if (!areMany)
    return l10n.t(
      'The search for judgements leaves out files larger than 4 MB ({0} here).',
      tooLarge,
    )
  return tooLarge === 0
    ? l10n.t(
        'The search for judgements covers only the first {0} texts. Open a smaller folder to find the rest.',
        mostFiles,
      )
    : l10n.t(
        'The search for judgements covers only the first {0} texts, and leaves out files larger than 4 MB ({1} here). Open a smaller folder to find the rest.',
        mostFiles,
        tooLarge,
      )
}
