/** The settings for each document: the user's own, which the client is asked for, and under them those of its folder. */

import * as l10n from '@vscode/l10n'
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver'
import { traceOf } from '../../host/failure-trace'
import { type FolderSettings, noSettings, over } from '../../rules/folder-settings'
import { reportTypesOf, severitiesOf } from '../../rules/user-settings'
import type { Abilities } from '../abilities'
import { type SettingsSection, settingsSection } from '../protocol'
import { placeOf } from './place'

export interface Settings {
  /** Those for a document; the same object until one of them changes. */
  of(uri: string): Promise<FolderSettings>
  /** The same, as far as they are known yet. */
  now(uri: string): FolderSettings
  /** Asks for everything again, since a file has changed; also for these documents, though nobody has asked yet. */
  readAgain(uris?: readonly string[]): Promise<void>
}

/** Calls `action` once the client is ready: before that it must not be asked for anything. */
export type OnReady = (action: () => void) => void

export interface SettingsOptions {
  readonly abilities: Abilities
  /** What a client says at the start that cannot be asked. */
  readonly initial: SettingsSection | undefined
  /** The scheme of the folders that are open, under which drafts are saved; undefined where none is. */
  readonly scheme: string | undefined
  /** Begins to read the files of folders anew; returns what a folder has. */
  readonly readFolders: () => (folder: string) => Promise<FolderSettings>
  /** Called only where a change makes a difference. */
  readonly onChange: () => void
}

/** Documents of one folder have the same settings; each folder's are fetched when somebody asks for them. */
export function followSettings(
  connection: Connection,
  onReady: OnReady,
  { abilities, initial, scheme, readFolders, onChange }: SettingsOptions,
): Settings {
  let common = settingsIn(initial)
  let ofFolder = readFolders()
  const known = new Map<string, Known>()
  const same = new Map<string, FolderSettings>()
  const isReady = new Promise<void>(resolve => {
    onReady(() => {
      resolve()
      if (!abilities.registersSettings) return
      const section = settingsSection
      void connection.client.register(DidChangeConfigurationNotification.type, { section })
    })
  })

  const ask = async (scopeUri: string): Promise<FolderSettings> => {
    if (!abilities.hasSettings) return common
    await isReady
    try {
      const section = settingsSection
      return settingsIn(await connection.workspace.getConfiguration({ scopeUri, section }))
    } catch (error) {
      connection.console.warn(
        l10n.t(
          'The settings could not be read, so the previous ones still apply ({0}).',
          traceOf(error),
        ),
      )
      return known.get(folderOf(scopeUri))?.editors ?? common
    }
  }
  const fetchFor = async (uri: string): Promise<Known> => {
    const [editors, own] = await Promise.all([ask(uri), inFiles(uri)])
    const settings = over(editors, own)
    const text = JSON.stringify(settings)
    const one = same.get(text) ?? settings
    same.set(text, one)
    return { uri, editors, settings: one }
  }
  const inFiles = (uri: string): Promise<FolderSettings> | FolderSettings =>
    uri.includes('://') ? ofFolder(folderOf(uri)) : noSettings
  const waiting = new Map<string, Promise<Known>>()
  const find = (uri: string): Promise<Known> => {
    const folder = folderOf(uri)
    const found = waiting.get(folder) ?? fetchFor(uri)
    waiting.set(folder, found)
    void found.then(each => {
      if (waiting.get(folder) === found) known.set(folder, each)
    })
    return found
  }
  const findAgain = async (uris: readonly string[] = []): Promise<void> => {
    const before = new Map(known)
    const all = new Map([...before.values()].map(each => [folderOf(each.uri), each.uri]))
    for (const uri of uris) all.set(folderOf(uri), uri)
    waiting.clear()
    same.clear()
    for (const { settings } of before.values()) same.set(JSON.stringify(settings), settings)
    const found = await Promise.all([...all.values()].map(find))
    if (found.some(({ uri, settings }) => before.get(folderOf(uri))?.settings !== settings))
      onChange()
  }
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (!abilities.hasSettings)
      common = settingsIn(
        (settings as Record<string, unknown> | null | undefined)?.[settingsSection],
      )
    await findAgain()
  })

  return {
    of: async uri => {
      const place = placeOf(uri, scheme)
      for (;;) {
        const found = find(place)
        const { settings } = await found
        // If everything was asked for again in the meantime, this answer is not what is known.
        if (waiting.get(folderOf(place)) === found) return settings
      }
    },
    now: uri => known.get(folderOf(placeOf(uri, scheme)))?.settings ?? common,
    readAgain: uris => {
      ofFolder = readFolders()
      return findAgain(uris)
    },
  }
}

interface Known {
  /** Where a document of the folder is. */
  readonly uri: string
  /** What the user has set in the editor. */
  readonly editors: FolderSettings
  readonly settings: FolderSettings
}

/** The address without its last part; a document that has no folder is by itself. */
function folderOf(uri: string): string {
  return uri.includes('/') ? uri.slice(0, uri.lastIndexOf('/')) : uri
}

function settingsIn(section: unknown): FolderSettings {
  const { codeLens } = (section ?? {}) as SettingsSection
  return {
    severities: severitiesOf(section),
    reportTypes: [reportTypesOf(section)],
    ...(typeof codeLens === 'boolean' && { codeLens }),
  }
}
