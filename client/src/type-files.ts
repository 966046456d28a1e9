/** Users' own report types: found in the open folders and the shared folder, and sent to the server. */

import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { basename } from 'node:path'
import {
  Disposable,
  type FileSystemWatcher,
  FileType,
  l10n,
  RelativePattern,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import { type LanguageClient, State } from 'vscode-languageclient/node'
import { type TypeFile, type TypeFilesParams, typeFilesMethod } from '../../server/src/lsp/protocol'
import { quietly } from './saying'

const ownFolder = ['.inspection-reports', 'types']
// A folder that is deleted is told, what was in it is not.
const ownPattern = '{.inspection-reports,.inspection-reports/**}'
const sharedPattern = '*.{yaml,yml}'
export const typesFolderSetting = 'inspectionReports.typesFolder'

export interface TypeFiles extends Disposable {
  /** What keeps the shared folder from being read, and what to do; undefined where all is well. */
  failure(): string | undefined
  readonly onDidChange: (listener: () => void) => Disposable
}

interface Folder {
  readonly uri: Uri
  readonly shared: boolean
}

interface ReadFolder {
  readonly files: readonly TypeFile[]
  readonly failure?: string
  /** True for a folder in the workspace that is there. */
  readonly own?: boolean
}

/** Sends the types now, and again whenever a file, a folder or the setting changes. */
export function followTypeFiles(client: LanguageClient): TypeFiles {
  const listeners = new Set<() => void>()
  let failure: string | undefined
  let watchers: readonly FileSystemWatcher[] = []
  const insides = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let known: ReadonlySet<string> = new Set()
  let sent = ''
  let turn = 0

  const send = (): Promise<void> => quietly(sendChanged)
  const sendChanged = async (): Promise<void> => {
    const mine = ++turn
    const wanted = folders()
    const found = await Promise.all(wanted.map(readFolder))
    if (mine !== turn) return
    watchInside(wanted.filter((_, at) => found[at]?.own === true))
    const files = found.flatMap(folder => folder.files)
    tell(found.find(folder => folder.failure !== undefined)?.failure)
    known = new Set(files.map(({ uri }) => uri))
    // Nobody who writes no types loads what reads them.
    const next = files.length === 0 ? '' : JSON.stringify(files)
    if (next === sent) return
    sent = next
    const params: TypeFilesParams = { files }
    await client.sendNotification(typeFilesMethod, params)
  }
  const tell = (next: string | undefined): void => {
    if (next === failure) return
    failure = next
    if (next !== undefined) client.warn(next, undefined, false)
    for (const listener of listeners) listener()
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), 200)
  }
  const watch = (): void => {
    for (const watcher of watchers) watcher.dispose()
    watchers = folders().map(({ uri, shared }) => {
      const pattern = shared
        ? new RelativePattern(uri, sharedPattern)
        : new RelativePattern(Uri.joinPath(uri, '..', '..'), ownPattern)
      const watcher = workspace.createFileSystemWatcher(pattern)
      watcher.onDidChange(soon)
      watcher.onDidCreate(soon)
      watcher.onDidDelete(soon)
      return watcher
    })
    void send()
  }
  const forget = (path: string): void => {
    insides.get(path)?.close()
    insides.delete(path)
  }
  // VS Code on Linux is never told what happens in a folder that came with its parent in one go, as by a
  // checkout: the folder within it was there before the parent was watched.
  const watchInside = (own: readonly Folder[]): void => {
    if (process.platform !== 'linux') return
    const paths = new Set(own.map(({ uri }) => uri.fsPath))
    for (const path of insides.keys()) {
      if (!paths.has(path)) forget(path)
    }
    for (const path of paths) {
      if (insides.has(path)) continue
      try {
        const inside = watchFolder(path, { persistent: false }, (event, name) => {
          // It is gone itself, and another may be in its place by now.
          if (event === 'rename' && name === basename(path)) forget(path)
          soon()
        })
        inside.on('error', () => forget(path))
        insides.set(path, inside)
      } catch {
        // No more folders can be watched: VS Code's own watching is left.
      }
    }
  }
  const edited = ({ uri }: TextDocument): void => {
    if (known.has(client.code2ProtocolConverter.asUri(uri))) soon()
  }

  const readFolder = async (folder: Folder): Promise<ReadFolder> => {
    try {
      const entries = await workspace.fs.readDirectory(folder.uri)
      const names = entries
        .filter(([name, type]) => (type & FileType.File) !== 0 && /\.ya?ml$/i.test(name))
        .map(([name]) => name)
        .sort()
      const read = await Promise.allSettled(names.map(name => readFile(folder, name)))
      const files = read.flatMap(each => (each.status === 'fulfilled' ? each.value : []))
      const wrong = read.find(each => each.status === 'rejected')
      const own = !folder.shared
      return wrong === undefined
        ? { files, own }
        : { files, own, failure: failureOf(folder, wrong.reason) }
    } catch (error) {
      // An open folder needs no types of its own.
      return folder.shared ? { files: [], failure: failureOf(folder, error) } : { files: [] }
    }
  }
  const readFile = async ({ uri: folder, shared }: Folder, name: string): Promise<TypeFile> => {
    const uri = Uri.joinPath(folder, name)
    const open = workspace.textDocuments.find(each => each.uri.toString() === uri.toString())
    const text = open?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(uri))
    return { uri: client.code2ProtocolConverter.asUri(uri), text, ...(shared && { shared }) }
  }

  const subscriptions = [
    workspace.onDidChangeWorkspaceFolders(watch),
    // Started again it knows none.
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return
      sent = ''
      soon()
    }),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(typesFolderSetting)) watch()
    }),
    // Not every network drive tells of changes, and one may be connected only now.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused && sharedFolder() !== '') soon()
    }),
    workspace.onDidChangeTextDocument(({ document }) => edited(document)),
    workspace.onDidCloseTextDocument(edited),
  ]
  watch()
  return {
    failure: () => failure,
    onDidChange: listener => {
      listeners.add(listener)
      return new Disposable(() => listeners.delete(listener))
    },
    dispose: () => {
      clearTimeout(timer)
      for (const each of [...subscriptions, ...watchers]) each.dispose()
      for (const path of insides.keys()) forget(path)
    },
  }
}

function folders(): readonly Folder[] {
  const shared = sharedFolder()
  return [
    ...(shared === '' ? [] : [{ uri: Uri.file(shared), shared: true }]),
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => ({
      uri: Uri.joinPath(uri, ...ownFolder),
      shared: false,
    })),
  ]
}

function sharedFolder(): string {
  return workspace.getConfiguration().get<string>(typesFolderSetting, '').trim()
}

function failureOf({ uri, shared }: Folder, error: unknown): string {
  if (!shared)
    return l10n.t('A report type in {0} could not be read ({1}).', uri.fsPath, String(error))
  const folder = uri.fsPath
  if (!/^(?:[/\\]|[A-Za-z]:[/\\])/.test(sharedFolder()))
    return l10n.t(
      'The folder of shared report types, {0}, is not a full path. Write the full path in the setting {1}.',
      folder,
      typesFolderSetting,
    )
  if (/UNC host/i.test(String(error)))
    return l10n.t(
      'The folder of shared report types, {0}, is on a computer that VS Code does not trust yet. Add its name to the setting security.allowedUNCHosts.',
      folder,
    )
  const { code } = error as { code?: string }
  if (code === 'FileNotFound')
    return l10n.t(
      'The folder of shared report types, {0}, is not there. Connect the drive, or change the setting {1}.',
      folder,
      typesFolderSetting,
    )
  if (code === 'NoPermissions')
    return l10n.t(
      'You are not allowed to read the folder of shared report types, {0}. Ask for permission.',
      folder,
    )
  return l10n.t(
    'The folder of shared report types, {0}, could not be read ({1}). Check the setting {2}.',
    folder,
    String(error),
    typesFolderSetting,
  )
}
