/** The commands *Import a report…* and *Tidy pasted text*. */

import {
  type Disposable,
  l10n,
  Range,
  TabInputCustom,
  TabInputText,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import {
  type ImportParams,
  type ImportProgressParams,
  type ImportResult,
  importMethod,
  importProgressMethod,
  type TidyParams,
  type TidyResult,
  tidyMethod,
} from '../../../server/src/lsp/protocol'
import { editableEditor } from '../active-report'
import { longWork } from '../messages/long-work'
import { attempt, failed, inform, registerCommand, say } from '../messages/saying'
import { registerPaste } from '../typing/paste'
import { openDraftFile, schemeOfSaved } from './draft-file'
import { readFile } from './files'
import { type ImportChanges, serveImportChanges } from './import-changes'

export function registerImport(client: LanguageClient): Disposable[] {
  const lists = serveImportChanges()
  return [
    lists,
    registerCommand('inspectionReports.import', (file?: unknown, files?: unknown) =>
      importReports(client, lists, filesFrom(file, files)),
    ),
    registerCommand('inspectionReports.tidy', () => tidyText(client)),
    ...registerPaste(client),
  ]
}

/** A menu gives the file that it belongs to and all that are selected; the palette gives nothing. */
function filesFrom(file: unknown, files: unknown): readonly Uri[] | undefined {
  const all = Array.isArray(files) && files.length > 0 ? files : [file]
  const uris = all.filter(each => each instanceof Uri)
  return uris.length === 0 ? undefined : uris
}

async function importReports(
  client: LanguageClient,
  lists: ImportChanges,
  given: readonly Uri[] | undefined,
): Promise<void> {
  // A user who stops one of several wants none of the rest.
  for (const file of given ?? (await ask()))
    if ((await importReport(client, lists, file)) === 'stopped') return
}

async function ask(): Promise<readonly Uri[]> {
  const begin = beginning()
  const files = await window.showOpenDialog({
    canSelectMany: true,
    filters: {
      [l10n.t('Word, PDF and text')]: ['docx', 'docm', 'dotx', 'dotm', 'pdf', 'txt'],
      [l10n.t('All files')]: ['*'],
    },
    title: l10n.t('Import a report'),
    openLabel: l10n.t('Import'),
    ...(begin && { defaultUri: begin }),
  })
  return files ?? []
}

/** Where the dialog begins: at the open file if it can be imported, otherwise in its folder. */
function beginning(): Uri | undefined {
  const open = openFile()
  if (open === undefined) return workspace.workspaceFolders?.[0]?.uri
  return isImportable(open) ? open : Uri.joinPath(open, '..')
}

/** The file of the active tab, which for a Word document or a PDF is not text; undefined where it has none. */
function openFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input
  const shown = input instanceof TabInputText || input instanceof TabInputCustom
  const uri = shown ? input.uri : window.activeTextEditor?.document.uri
  return uri !== undefined && workspace.fs.isWritableFileSystem(uri.scheme) === true
    ? uri
    : undefined
}

function isImportable({ path }: Uri): boolean {
  return /\.(?:(?:doc|dot)[xm]|pdf|txt)$/i.test(path) && !/\.inspection\.txt$/i.test(path)
}

let requests = 0

/** Opens the draft, unsaved, and beside it the list of what was changed. The file itself is only read. */
async function importReport(
  client: LanguageClient,
  lists: ImportChanges,
  file: Uri,
): Promise<'done' | 'stopped'> {
  const name = nameOf(file)
  try {
    const made = await longWork(l10n.t('Importing {0}…', name), async ({ token, tell }) => {
      const id = ++requests
      const following = client.onNotification(
        importProgressMethod,
        ({ done, all, ...each }: ImportProgressParams) => {
          if (each.id === id) tell(l10n.t('page {0} of {1}', done, all), done, all)
        },
      )
      try {
        const bytes = base64Of(await readFile(file))
        const params: ImportParams = { name, bytes, id }
        return await client.sendRequest<ImportResult>(importMethod, params, token)
      } finally {
        following.dispose()
      }
    })
    if (made === undefined) return 'stopped'
    if (made.error !== undefined) failed(`${name}: ${made.error}`)
    else await show(client, lists, file, made)
  } catch (error) {
    failed(l10n.t('{0} could not be imported.', name), error)
  }
  return 'done'
}

const nameOf = ({ path }: Uri) => path.slice(path.lastIndexOf('/') + 1)

async function show(
  client: LanguageClient,
  lists: ImportChanges,
  file: Uri,
  imported: Extract<ImportResult, { readonly error?: undefined }>,
): Promise<void> {
  const draft = await openDraft(file, imported.text)
  // Two columns are enough, however many imports there have been: beside the last list would be a third.
  const place = { preview: false, viewColumn: ViewColumn.One }
  await window.showTextDocument(draft, place)
  await lists.show(draft, imported)
  if (!imported.isReport) void attempt(() => offerTidying(client, nameOf(file), draft, place))
}

/** A text that is not a report is put in order only if that is wanted. */
async function offerTidying(
  client: LanguageClient,
  name: string,
  draft: TextDocument,
  place: TextDocumentShowOptions,
): Promise<void> {
  const tidyIt = l10n.t('Tidy it')
  const answer = await inform(
    l10n.t('No report was recognised in {0}, so it was only read.', name),
    tidyIt,
  )
  if (answer !== tidyIt || draft.isClosed) return
  await window.showTextDocument(draft, place)
  await tidyText(client)
}

/** An unsaved document that will be saved beside the file, under a name that is not taken. */
async function openDraft(file: Uri, text: string) {
  if (file.scheme !== schemeOfSaved())
    return workspace.openTextDocument({ language: 'inspection-report', content: text })
  const base = file.path.replace(
    /(?:\.inspection)?(?:\.(?:md|txt|inspection|(?:doc|dot)[xm]|pdf))?$/i,
    '',
  )
  const document = await openDraftFile(file.with({ path: base }))
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text)
  await workspace.applyEdit(edit)
  return document
}

/** Puts the selected lines in order, or the whole document, in one step that can be undone. */
async function tidyText(client: LanguageClient): Promise<void> {
  const editor = await editableEditor()
  if (editor === undefined) return
  const { document } = editor
  const { version } = document
  const range = tidiedRange(editor)
  const isPart = !editor.selection.isEmpty
  const params: TidyParams = { text: document.getText(range), isPart }
  const tidied = await client.sendRequest<TidyResult>(tidyMethod, params)
  if (tidied.error !== undefined) {
    failed(tidied.error)
    return
  }
  if (document.version !== version) return
  const text = isPart ? tidied.text.trimEnd() : tidied.text
  if (text === params.text) {
    say(l10n.t('The text is tidy already.'))
    return
  }
  await editor.edit(edit => edit.replace(range, text))
  const changes =
    tidied.changed === 1
      ? l10n.t('One change was made.')
      : l10n.t('{0} changes were made.', tidied.changed)
  say(tidied.open === 0 ? changes : `${changes} ${l10n.t('{0} for you to decide.', tidied.open)}`)
}

/** The whole lines of the selection; without one the whole document. */
function tidiedRange({ document, selection }: TextEditor): Range {
  if (selection.isEmpty) return document.validateRange(new Range(0, 0, document.lineCount, 0))
  const { start, end } = selection
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line
  return new Range(start.line, 0, last, document.lineAt(last).text.length)
}
