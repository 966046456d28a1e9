/**
 * The report that commands act on: the one in the active editor or, while the preview has the focus, the one
 * that the preview shows. VS Code has no active editor then.
 */

import {
  EventEmitter,
  l10n,
  type Range,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { say } from './messages/saying'

const changed = new EventEmitter<void>()
let previewed: Uri | undefined

/** The preview got or lost the focus, or shows another report. */
export const onDidChangePreviewed = changed.event

/** Set by the preview: the report that it shows while it has the focus. */
export function setPreviewed(uri: Uri | undefined): void {
  if (uri?.toString() === previewed?.toString()) return
  previewed = uri
  changed.fire()
}

/** Undefined where neither a text nor a preview is active. */
export function activeUri(): Uri | undefined {
  return window.activeTextEditor?.document.uri ?? previewed
}

export async function activeDocument(): Promise<TextDocument | undefined> {
  const editor = window.activeTextEditor
  if (editor !== undefined) return editor.document
  return previewed && workspace.openTextDocument(previewed)
}

/** The editor of the active report; if the preview has the focus, the text is given it first. */
export async function activeEditor(): Promise<TextEditor | undefined> {
  if (window.activeTextEditor !== undefined) return window.activeTextEditor
  return previewed && showText(previewed)
}

/** Shows a text where it is open already, otherwise in the first column, and gives it the focus. */
export function showText(uri: Uri): Thenable<TextEditor> {
  const wanted = uri.toString()
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted)
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === wanted),
  )
  const viewColumn = shown?.viewColumn ?? group?.viewColumn ?? ViewColumn.One
  return window.showTextDocument(uri, { viewColumn })
}

/** Gives the focus to an editor that may have lost it to a list; one side of a comparison stays what it is. */
export async function focused(editor: TextEditor): Promise<TextEditor> {
  return window.activeTextEditor === editor
    ? editor
    : window.showTextDocument(editor.document, editor.viewColumn)
}

/** Selects a place in an editor and brings it into view. */
export async function goTo(editor: TextEditor, range: Range): Promise<void> {
  const shown = await focused(editor)
  shown.selection = new Selection(range.start, range.end)
  shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
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
