/**
 * The report that commands act on: the one in the active editor or, while a page has the focus (the preview, or
 * the problems of a file), the one that the page is about. VS Code has no active editor then.
 */

import {
  EventEmitter,
  l10n,
  type Range,
  Selection,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { say } from './messages/saying'
import { fileTextScheme } from './pages/page-schemes'

const changed = new EventEmitter<void>()
let shown: { readonly page: object; readonly uri: Uri } | undefined

/** A page got or lost the focus, or is about another report. */
export const onDidChangePreviewed = changed.event

/**
 * Set by a page: the report that it is about while it has the focus. One that loses the focus may say so after
 * the next has it.
 */
export function setPreviewed(page: object, uri: Uri | undefined): void {
  if (uri === undefined && shown?.page !== page) return
  const before = shown?.uri.toString()
  shown = uri && { page, uri }
  if (uri?.toString() !== before) changed.fire()
}

/** Undefined where neither a text nor a page about one is active. */
export function activeUri(): Uri | undefined {
  return window.activeTextEditor?.document.uri ?? shown?.uri
}

export async function activeDocument(): Promise<TextDocument | undefined> {
  const editor = window.activeTextEditor
  if (editor !== undefined) return editor.document
  return shown && workspace.openTextDocument(shown.uri)
}

/** The editor of the active report; if a page has the focus, the text is given it first. */
export async function activeEditor(): Promise<TextEditor | undefined> {
  if (window.activeTextEditor !== undefined) return window.activeTextEditor
  return shown && showText(shown.uri)
}

/**
 * Shows a text where it is open already, otherwise in the first column, and gives it the focus. The text of a
 * file comes beside the page of the file's problems.
 */
export function showText(uri: Uri): Thenable<TextEditor> {
  const wanted = uri.toString()
  const visible = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === wanted,
  )
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === wanted),
  )
  const viewColumn = visible?.viewColumn ?? group?.viewColumn ?? firstColumn(uri)
  return window.showTextDocument(uri, { viewColumn })
}

const firstColumn = ({ scheme }: Uri): ViewColumn =>
  scheme === fileTextScheme ? ViewColumn.Beside : ViewColumn.One

/** Gives the focus to an editor that may have lost it to a list; one side of a comparison stays what it is. */
export async function focused(editor: TextEditor): Promise<TextEditor> {
  return window.activeTextEditor === editor
    ? editor
    : window.showTextDocument(editor.document, editor.viewColumn)
}

/** Selects a place in an editor and brings it into view. */
export async function goTo(editor: TextEditor, range: Range): Promise<void> {
  const given = await focused(editor)
  given.selection = new Selection(range.start, range.end)
  given.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}

/**
 * The editor of the active report, if its text can be changed; says so if it cannot, as in an older version
 * that is shown beside a newer one.
 */
export async function editableEditor(): Promise<TextEditor | undefined> {
  const editor = await activeEditor()
  return editor !== undefined && isEditable(editor.document) ? editor : undefined
}

/** May the text be changed? If not, the status bar says so. */
export function isEditable({ uri }: TextDocument): boolean {
  const isWritable =
    uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true
  if (!isWritable) say(l10n.t('This text is read-only. To change it, open the report itself.'))
  return isWritable
}

/** Is the text in a tab, alone or as the changed side of a comparison? Then VS Code lists its problems. */
export function isInTab(uri: Uri): boolean {
  const wanted = uri.toString()
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof TabInputText) return input.uri.toString() === wanted
      return input instanceof TabInputTextDiff && input.modified.toString() === wanted
    }),
  )
}
