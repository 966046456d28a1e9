/** The files in which folders have settings for the reports in them: read, watched, and shown with what is wrong. */

import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver'
import { type FolderSettings, folderSettings, settingsFile } from '../../rules/folder-settings'
import type { TypeCatalogue } from '../../types/catalogue'
import type { TypeProblem } from '../../types/checked'
import type { Abilities } from '../abilities'
import { diagnosticsOfFile } from '../convert'
import { type ReadTextParams, type ReadTextResult, readTextMethod } from '../protocol'
import type { Tools } from '../tools'
import type { OnReady, Settings } from './settings'

export interface FolderFilesOptions {
  /** Does the client read the files? Then they are read as they are in its editors, wherever they are. */
  readonly clientReads: boolean
  readonly readText: Tools['readText']
  readonly catalogue: () => TypeCatalogue
}

/** Returns what begins to read the files anew: each is then read once, when a folder at or below it is asked for. */
export function folderFiles(
  connection: Connection,
  { clientReads, readText, catalogue }: FolderFilesOptions,
): () => (folder: string) => Promise<FolderSettings> {
  const shown = new Set<string>()
  const show = (uri: string, text: string, problems: readonly TypeProblem[]): void => {
    if (problems.length === 0 && !shown.delete(uri)) return
    if (problems.length > 0) shown.add(uri)
    void connection.sendDiagnostics({ uri, diagnostics: diagnosticsOfFile(text, problems) })
  }
  const read = async (uri: string): Promise<string | undefined> => {
    if (!clientReads) return readText?.(uri)
    const params: ReadTextParams = { uri }
    const { text } = await connection.sendRequest<ReadTextResult>(readTextMethod, params)
    return text ?? undefined
  }
  return () =>
    folderSettings({
      read: async uri => {
        const text = await read(uri).catch(() => undefined)
        // Of a file that is gone, nothing is wrong any more.
        if (text === undefined) show(uri, '', [])
        return text
      },
      types: async () => new Set(catalogue().types.map(({ id }) => id)),
      tell: show,
    })
}

/** Reads the files again when the client says that one has changed. */
export function followFolderFiles(
  connection: Connection,
  onReady: OnReady,
  abilities: Abilities,
  settings: Settings,
): void {
  onReady(() => {
    if (!abilities.watchesFiles) return
    // A folder that is deleted is reported; what was in it is not.
    const watchers = [`**/${settingsFile}`, '**/.inspection-reports'].map(globPattern => ({
      globPattern,
    }))
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const uris = changes
      .map(({ uri }) => uri)
      .filter(uri => /\/\.inspection-reports(?:\/|$)/.test(uri))
    if (uris.length === 0) return
    // The file itself is checked even where no report is open in its folder.
    const files = uris.filter(uri => uri.endsWith(`/${settingsFile}`))
    await settings.readAgain(files.map(uri => uri.slice(0, -settingsFile.length)))
  })
}
