/** Users' own report types: found in the open folders and the shared folder, and sent to the server. */

import {
  Disposable,
  type FileSystemWatcher,
  l10n,
  RelativePattern,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import { type BaseLanguageClient as LanguageClient, State } from 'vscode-languageclient'
import {
  type TypeFile,
  type TypeFilesParams,
  typeFilesMethod,
} from '../../../server/src/lsp/protocol'
import { readFile } from '../files/files'
import { host } from '../host/host'
import { quietly } from '../messages/saying'
import type { StartServer } from './starting'

const ownFolder = ['.inspection-reports', 'types']
// A folder that is deleted is reported; what was in it is not.
const ownPattern = '{.inspection-reports,.inspection-reports/**}'
const sharedPattern = '*.{yaml,yml}'
/** In bytes: seventy times the longest built-in type. */
const largest = 1_000_000
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
  /** True for a folder in the workspace, if it exists. */
  readonly own?: boolean
}

/** Sends the types now, and again whenever a file, a folder or the setting changes; the first one starts the server. */
export function followTypeFiles(client: LanguageClient, start: StartServer): TypeFiles {
  const listeners = new Set<() => void>()
  let failure: string | undefined
  let watchers: readonly FileSystemWatcher[] = []
  const insides = new Map<string, Disposable>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let known: ReadonlySet<string> = new Set()
  let sent = ''
  let turn = 0

  const send = (): Promise<void> => quietly(sendChanged)
  const sendChanged = async (): Promise<void> => {
    const mine = ++turn
    const wanted = folders()
    const found = await Promise.all(wanted.map(readFolder))
    if (mine !== turn) return
    watchOwn(wanted.filter((_, at) => found[at]?.own === true))
    const files = found.flatMap(folder => folder.files)
    tell(found.find(folder => folder.failure !== undefined)?.failure)
    known = new Set(files.map(({ uri }) => uri))
    // For somebody who writes no types, the code that reads them is not loaded.
    const next = files.length === 0 ? '' : JSON.stringify(files)
    if (next === sent) return
    await start()
    if (mine !== turn) return
    sent = next
    const params: TypeFilesParams = { files }
    await client.sendNotification(typeFilesMethod, params)
  }
  const tell = (next: string | undefined): void => {
    if (next === failure) return
    failure = next
    if (next !== undefined) client.warn(l10n.t('Not all report types could be read.'))
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
    insides.get(path)?.dispose()
    insides.delete(path)
  }
  const watchOwn = (own: readonly Folder[]): void => {
    const { watchInside } = host()
    if (watchInside === undefined) return
    const paths = new Set(own.map(({ uri }) => uri.fsPath))
    for (const path of insides.keys()) {
      if (!paths.has(path)) forget(path)
    }
    for (const path of paths) {
      if (insides.has(path)) continue
      const inside = watchInside(path, soon, () => forget(path))
      if (inside !== undefined) insides.set(path, inside)
    }
  }
  const edited = ({ uri }: TextDocument): void => {
    if (known.has(client.code2ProtocolConverter.asUri(uri))) soon()
  }

  const readFolder = async (folder: Folder): Promise<ReadFolder> => {
    try {
      const entries = await workspace.fs.readDirectory(folder.uri)
      const names = entries
        // Folders too, and whatever else has such a name, so that they are reported as left out.
        .filter(([name]) => /\.ya?ml$/i.test(name))
        .map(([name]) => name)
        .sort()
      const read = await Promise.allSettled(names.map(name => readType(folder, name)))
      const files = read.flatMap(each => (each.status === 'fulfilled' ? each.value : []))
      const wrong = read.flatMap((each, at) =>
        each.status === 'rejected' ? `${names[at]} (${faultOf(each.reason)})` : [],
      )
      const own = !folder.shared
      return wrong.length === 0 ? { files, own } : { files, own, failure: leftOut(folder, wrong) }
    } catch (error) {
      // An open folder needs no types of its own.
      return folder.shared ? { files: [], failure: failureOf(folder, error) } : { files: [] }
    }
  }
  const readType = async ({ uri: folder, shared }: Folder, name: string): Promise<TypeFile> => {
    const uri = Uri.joinPath(folder, name)
    const open = workspace.textDocuments.find(each => each.uri.toString() === uri.toString())
    const text = open?.getText() ?? new TextDecoder().decode(await readFile(uri, largest))
    return { uri: client.code2ProtocolConverter.asUri(uri), text, ...(shared && { shared }) }
  }

  const subscriptions = [
    workspace.onDidChangeWorkspaceFolders(watch),
    // Once it is started again, the server knows none.
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return
      sent = ''
      soon()
    }),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(typesFolderSetting)) watch()
    }),
    // Not every network drive reports changes, and one may be connected only now.
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

/** Names what was left out of a folder, or some of it if there is much. */
function leftOut({ uri }: Folder, wrong: readonly string[]): string {
  const named = wrong.slice(0, 5)
  if (wrong.length > named.length) named.push(l10n.t('{0} more', wrong.length - named.length))
  return l10n.t(
    'Some report types in {0} could not be used: {1}. Correct these files, or remove them.',
    uri.fsPath,
    named.join(', '),
  )
}

/** Why a file among the report types cannot be read, in a few words. */
function faultOf(error: unknown): string {
  const { code } = error as { readonly code?: string }
  switch (code) {
    case 'EISDIR':
    case 'FileIsADirectory':
      return l10n.t('a folder')
    case 'EFTYPE':
      return l10n.t('a pipe or a device')
    case 'EFBIG':
      return l10n.t('larger than 1 MB')
    case 'ELOOP':
    case 'EDANGLING':
      return l10n.t('a broken link')
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return l10n.t('you are not allowed to read it')
    default:
      return l10n.t('it cannot be read')
  }
}

function failureOf({ uri }: Folder, error: unknown): string {
  const folder = uri.fsPath
  if (host().disk === undefined)
    return l10n.t(
      'The folder of shared report types, {0}, is on a computer, and VS Code in a browser cannot read it. Put the types into the folder .inspection-reports/types of the folder that is open.',
      folder,
    )
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
