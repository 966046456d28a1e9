/** The settings that folders have for their reports, `.inspection-reports/settings.yaml`: read for the server. */

import { Disposable, type TextDocument, Uri, workspace } from 'vscode'
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type BaseLanguageClient as LanguageClient,
} from 'vscode-languageclient'
import {
  type ReadTextParams,
  type ReadTextResult,
  readTextMethod,
} from '../../../server/src/lsp/protocol'
import { readFile } from '../files/files'
import { quietly } from '../messages/saying'
import { isLookedAt, type StartServer } from './starting'

const settingsFile = '/.inspection-reports/settings.yaml'
/** In bytes; no file of settings is as long. */
const largest = 1_000_000
/** How long, in milliseconds, nothing is typed before a file is read again. */
const rest = 300

/**
 * Reads the files for the server, and says when one is edited. The server is started by one that is opened, and by a
 * text in a folder whose file says of what type its reports are, since such a text need not look like one.
 */
export function serveFolderSettings(client: LanguageClient, start: StartServer): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (document: TextDocument): Promise<void> =>
    quietly(async () => {
      await start()
      const uri = client.code2ProtocolConverter.asUri(document.uri)
      const changes = [{ uri, type: FileChangeType.Changed }]
      await client.sendNotification(DidChangeWatchedFilesNotification.method, { changes })
    })
  let isStarted = false
  const opened = (document: TextDocument): void => {
    if (isSettings(document.uri)) void tell(document)
    else if (!isStarted && isLookedAt(document))
      void quietly(async () => {
        if (!(await hasTypes(document.uri))) return
        isStarted = true
        await start()
      })
  }
  const lookAtAll = (): void => {
    for (const document of workspace.textDocuments) opened(document)
  }
  lookAtAll()
  const watcher = workspace.createFileSystemWatcher(`**${settingsFile}`, false, false, true)
  return Disposable.from(
    watcher,
    watcher.onDidCreate(lookAtAll),
    watcher.onDidChange(lookAtAll),
    client.onRequest(readTextMethod, ({ uri }: ReadTextParams) => readText(Uri.parse(uri))),
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isSettings(document.uri)) return
      clearTimeout(timer)
      timer = setTimeout(() => void tell(document), rest)
    }),
    new Disposable(() => clearTimeout(timer)),
  )
}

async function readText(uri: Uri): Promise<ReadTextResult> {
  const wanted = uri.toString()
  const open = workspace.textDocuments.find(each => each.uri.toString() === wanted)
  if (open !== undefined) return { text: open.getText() }
  try {
    return { text: new TextDecoder().decode(await readFile(uri, largest)) }
  } catch {
    return { text: null }
  }
}

/** Does a file of settings, in the folder of the text or further up, name types of reports? */
async function hasTypes(text: Uri): Promise<boolean> {
  if (text.scheme === 'untitled') return false
  for (let folder = Uri.joinPath(text, '..'); ; folder = Uri.joinPath(folder, '..')) {
    const settings = await readText(Uri.joinPath(folder, settingsFile))
    if (settings.text?.includes('reportTypes') === true) return true
    if (folder.path === Uri.joinPath(folder, '..').path) return false
  }
}

function isSettings({ path }: Uri): boolean {
  return path.endsWith(settingsFile)
}
