/** *Check all reports of the open folders*: their problems in VS Code's list, without a document being opened. */

import {
  commands,
  type Diagnostic,
  type DiagnosticCollection,
  Disposable,
  l10n,
  languages,
  type Uri,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import {
  type CheckFileParams,
  type CheckFileResult,
  checkFileMethod,
} from '../../../server/src/lsp/protocol'
import { readFile } from '../files/files'
import { readEach } from '../files/read-each'
import { longWork } from '../messages/long-work'
import { failed, inform, registerCommand } from '../messages/saying'

const texts = '**/*.{inspection,md,txt}'

/**
 * What was found in a file is shown until the file changes or is opened: from then on, what is wrong in it is found as
 * in any other open document.
 */
export function registerFolderProblems(client: LanguageClient): Disposable {
  const found = languages.createDiagnosticCollection('inspectionReports.folders')
  const watcher = workspace.createFileSystemWatcher(texts, true)
  const forget = (uri: Uri): void => found.delete(uri)
  return Disposable.from(
    found,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    workspace.onDidOpenTextDocument(({ uri }) => forget(uri)),
    registerCommand('inspectionReports.checkFolders', () => checkFolders(client, found)),
  )
}

async function checkFolders(client: LanguageClient, found: DiagnosticCollection): Promise<void> {
  const files = await workspace.findFiles(texts, '**/node_modules/**')
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  found.clear()
  const read = await longWork(l10n.t('Checking all reports…'), ({ token, tell }) =>
    readEach(inOrder, uri => check(client, found, uri), {
      isStopped: () => token.isCancellationRequested,
      onNext: at => tell(l10n.t('{0} of {1}', at + 1, inOrder.length), at + 1, inOrder.length),
    }),
  )
  // What was found until it was stopped stays in the list.
  if (read === undefined) return
  const counts = read.answers.filter(count => count !== undefined)
  const problems = counts.reduce((sum, count) => sum + count, 0)
  if (read.unread.length > 0)
    failed(
      read.unread.length === 1
        ? l10n.t('1 file could not be read.')
        : l10n.t('{0} files could not be read.', read.unread.length),
      read.unread[0]?.error,
    )
  if (counts.length === 0) void inform(l10n.t('There is no report of a known type here.'))
  else if (problems === 0)
    void inform(
      counts.length === 1
        ? l10n.t('No problem was found in the only report.')
        : l10n.t('No problem was found in {0} reports.', counts.length),
    )
  else await commands.executeCommand('workbench.actions.view.problems')
}

/** How many problems the list shows of the file; undefined for a file that is not a report. */
async function check(
  client: LanguageClient,
  found: DiagnosticCollection,
  uri: Uri,
): Promise<number | undefined> {
  const isOpen = workspace.textDocuments.some(each => each.uri.toString() === uri.toString())
  if (isOpen) return undefined
  const params: CheckFileParams = {
    uri: client.code2ProtocolConverter.asUri(uri),
    bytes: base64Of(await readFile(uri)),
  }
  const answer = await client.sendRequest<CheckFileResult>(checkFileMethod, params)
  if (answer === null) return undefined
  const problems: Diagnostic[] = await client.protocol2CodeConverter.asDiagnostics([...answer])
  found.set(uri, problems)
  return problems.length
}
