/** *Check all reports of the open folders*: their problems in VS Code's list, without a document being opened. */

import {
  type CancellationToken,
  commands,
  type Diagnostic,
  type DiagnosticCollection,
  Disposable,
  l10n,
  languages,
  TabInputText,
  TabInputTextDiff,
  type Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import {
  type CheckFileParams,
  type CheckFileResult,
  checkFileMethod,
} from '../../../server/src/lsp/protocol'
import { isInTab } from '../active-report'
import { readFile } from '../files/files'
import { findTexts } from '../files/find-texts'
import { readEach } from '../files/read-each'
import { longWork } from '../messages/long-work'
import { failed, inform, registerCommand, warn } from '../messages/saying'

const texts = '**/*.{inspection,md,txt}'
/** How large, in bytes, a file may be that nobody has opened: a report is some hundred thousand at most. */
const largestFile = 4_000_000

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
    // A text may have been open before, for another extension, without a tab.
    window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const { input } of opened) {
        if (input instanceof TabInputText) forget(input.uri)
        else if (input instanceof TabInputTextDiff) forget(input.modified)
      }
    }),
    registerCommand('inspectionReports.checkFolders', () => checkFolders(client, found)),
  )
}

/** What a file turned out to be; `problems` says how many were found in a report. */
type Checked = { readonly problems: number } | 'too large' | 'no report'

async function checkFolders(client: LanguageClient, found: DiagnosticCollection): Promise<void> {
  found.clear()
  let begun = 0
  let all = 0
  const read = await longWork(l10n.t('Checking all reports…'), async ({ token, tell }) => {
    const files = await findTexts({ token })
    const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
    all = inOrder.length
    return readEach(inOrder, uri => check(client, found, uri, token), {
      isStopped: () => token.isCancellationRequested,
      onNext: at => {
        begun = at + 1
        tell(l10n.t('{0} of {1}', begun, all), begun, all)
      },
    })
  })
  if (read === undefined) {
    // What was found until it was stopped stays in the list, which must not pass for the whole.
    if (begun === 0) return
    void warn(
      l10n.t(
        'The check was stopped at file {0} of {1}. The list of problems has only what was found until then.',
        begun,
        all,
      ),
    )
    return
  }
  const counts = read.answers.flatMap(each => (typeof each === 'string' ? [] : [each.problems]))
  const problems = counts.reduce((sum, count) => sum + count, 0)
  const tooLarge = read.answers.filter(each => each === 'too large').length
  if (read.unread.length > 0)
    failed(
      read.unread.length === 1
        ? l10n.t('1 file could not be read.')
        : l10n.t('{0} files could not be read.', read.unread.length),
      read.unread[0]?.error,
    )
  if (tooLarge > 0)
    void warn(
      tooLarge === 1
        ? l10n.t('1 file of more than 4 MB was not checked. Open it to check it.')
        : l10n.t('{0} files of more than 4 MB were not checked. Open one to check it.', tooLarge),
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

/** Checks a file as it is in its editor, where it is open, and otherwise as it is kept. */
async function check(
  client: LanguageClient,
  found: DiagnosticCollection,
  uri: Uri,
  token: CancellationToken,
): Promise<Checked> {
  const bytes = openText(uri) ?? (await bytesOf(uri))
  if (bytes === undefined) return 'too large'
  const params: CheckFileParams = {
    uri: client.code2ProtocolConverter.asUri(uri),
    bytes: base64Of(bytes),
  }
  const answer = await client.sendRequest<CheckFileResult>(checkFileMethod, params, token)
  if (answer === null) return 'no report'
  const problems: Diagnostic[] = await client.protocol2CodeConverter.asDiagnostics([...answer])
  // VS Code lists those of a report in a tab already, also of one that was opened in the meantime.
  if (!token.isCancellationRequested && !isInTab(uri)) found.set(uri, problems)
  return { problems: problems.length }
}

function openText(uri: Uri): Uint8Array | undefined {
  const wanted = uri.toString()
  const open = workspace.textDocuments.find(each => each.uri.toString() === wanted)
  return open && new TextEncoder().encode(open.getText())
}

/** Undefined where the file is too large. */
async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  if ((await workspace.fs.stat(uri)).size > largestFile) return undefined
  return readFile(uri, largestFile)
}
