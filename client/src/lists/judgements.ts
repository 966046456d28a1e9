/** The command *Export judgements…*. */

import { type Disposable, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import {
  type ReadJudgementsParams,
  type ReadJudgementsResult,
  readJudgementsMethod,
  type WriteJudgementsParams,
  type WriteJudgementsResult,
  writeJudgementsMethod,
} from '../../../server/src/lsp/protocol'
import { activeDocument, activeUri } from '../active-report'
import { nameOf } from '../compare/earlier-versions'
import { readFile, writeFile } from '../files/files'
import { findTexts } from '../files/find-texts'
import { type FilesRead, readEach } from '../files/read-each'
import { sayWritten } from '../files/written'
import { longWork } from '../messages/long-work'
import { reasonFor } from '../messages/reasons'
import { failed, inform, registerCommand } from '../messages/saying'

type Scope = 'report' | 'folders'
type Format = WriteJudgementsParams['format']
type ReportJudgements = NonNullable<ReadJudgementsResult>

/**
 * The command; `scope`, `format` and `to` are asked for unless they are given, as they may be by a keybinding
 * or another extension.
 */
export function registerJudgements(client: LanguageClient): Disposable {
  return registerCommand(
    'inspectionReports.exportJudgements',
    async (scope?: unknown, format?: unknown, to?: unknown) => {
      const which = scope === 'report' || scope === 'folders' ? scope : await askScope()
      if (which === undefined) return
      const form = format === 'csv' || format === 'json' ? format : await askFormat()
      if (form === undefined) return
      await exportJudgements(client, which, form, to instanceof Uri ? to : undefined)
    },
  )
}

async function askScope(): Promise<Scope | undefined> {
  const hasReport = activeUri() !== undefined
  const hasFolders = (workspace.workspaceFolders ?? []).length > 0
  if (!hasFolders) return 'report'
  if (!hasReport) return 'folders'
  const choices: (QuickPickItem & { readonly scope: Scope })[] = [
    { label: l10n.t('From this report'), scope: 'report' },
    {
      label: l10n.t('From all reports in the open folders'),
      detail: l10n.t('Texts and drafts; Word documents and PDFs are left out'),
      scope: 'folders',
    },
  ]
  const title = l10n.t('Export judgements')
  return (await window.showQuickPick(choices, { title }))?.scope
}

async function askFormat(): Promise<Format | undefined> {
  const choices: (QuickPickItem & { readonly format: Format })[] = [
    { label: l10n.t('As a table for a spreadsheet'), description: 'CSV', format: 'csv' },
    { label: l10n.t('For other programs'), description: 'JSON', format: 'json' },
  ]
  const title = l10n.t('Export judgements')
  return (await window.showQuickPick(choices, { title }))?.format
}

async function exportJudgements(
  client: LanguageClient,
  scope: Scope,
  format: Format,
  given: Uri | undefined,
): Promise<void> {
  const document = await activeDocument()
  const files =
    scope === 'folders' ? await reportFiles() : document === undefined ? [] : [document.uri]
  try {
    const read = await readAll(client, files)
    if (read === undefined) return
    const reports = read.answers.filter(each => each !== null)
    if (reports.length === 0) {
      if (read.unread.length > 0) failed(inWords(read.unread))
      else void inform(l10n.t('There is no report of a known type here.'))
      return
    }
    const params: WriteJudgementsParams = { reports, format }
    const made = await client.sendRequest<WriteJudgementsResult>(writeJudgementsMethod, params)
    const target = given ?? (await askTarget(format))
    if (target === undefined) return
    await writeFile(target, new TextEncoder().encode(made.content))
    tell(reports, read, target)
  } catch (error) {
    failed(l10n.t('The judgements could not be exported.'), error)
  }
}

async function reportFiles(): Promise<readonly Uri[]> {
  const found = await findTexts()
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

type Read = FilesRead<Uri, ReadJudgementsResult>

/** Undefined where the user has stopped it. */
async function readAll(client: LanguageClient, files: readonly Uri[]): Promise<Read | undefined> {
  return longWork(l10n.t('Reading judgements…'), ({ token, tell }) =>
    readEach(files, uri => readOne(client, uri), {
      isStopped: () => token.isCancellationRequested,
      onNext: at => tell(l10n.t('{0} of {1}', at + 1, files.length), at + 1, files.length),
    }),
  )
}

/** An open document is read as it is on the screen. */
async function readOne(client: LanguageClient, uri: Uri): Promise<ReadJudgementsResult> {
  const open = workspace.textDocuments.find(each => each.uri.toString() === uri.toString())
  const content =
    open === undefined ? { bytes: base64Of(await readFile(uri)) } : { text: open.getText() }
  const params: ReadJudgementsParams = {
    uri: client.code2ProtocolConverter.asUri(uri),
    file: uri.scheme === 'untitled' ? nameOf(uri) : workspace.asRelativePath(uri),
    ...content,
  }
  return client.sendRequest<ReadJudgementsResult>(readJudgementsMethod, params)
}

async function askTarget(format: Format): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri
  const name = `judgements.${format}`
  return window.showSaveDialog({
    defaultUri: folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name),
    filters: format === 'csv' ? { CSV: ['csv'] } : { JSON: ['json'] },
    title: l10n.t('Export judgements'),
    saveLabel: l10n.t('Export'),
  })
}

function tell(reports: readonly ReportJudgements[], { answers, unread }: Read, target: Uri): void {
  const judgements = reports.reduce((sum, report) => sum + report.judgements.length, 0)
  const counts =
    reports.length === 1
      ? judgements === 1
        ? l10n.t('One judgement was saved in {0}.', nameOf(target))
        : l10n.t('{0} judgements were saved in {1}.', judgements, nameOf(target))
      : l10n.t(
          '{0} judgements of {1} reports were saved in {2}.',
          judgements,
          reports.length,
          nameOf(target),
        )
  const left = answers.length - reports.length
  const others =
    left === 1 ? l10n.t('One file is not a report.') : l10n.t('{0} files are not reports.', left)
  const message = left === 0 ? counts : `${counts} ${others}`
  sayWritten(message, target, 'text', unread.length === 0 ? [] : [inWords(unread)])
}

/** Names the files that could not be read, or some of them if there are many, with the reason for the first. */
function inWords(unread: Read['unread']): string {
  const names = unread.slice(0, 5).map(({ file }) => workspace.asRelativePath(file))
  const more = unread.length - names.length
  if (more > 0) names.push(l10n.t('{0} more', more))
  const reason = reasonFor(unread[0]?.error) ?? ''
  return `${l10n.t('Could not be read: {0}.', names.join(', '))} ${reason}`.trim()
}
