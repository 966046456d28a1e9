/** Shows what a command would change in a document, and changes it once the user has agreed. */

import {
  l10n,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  type Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import type { EditPlan, EditPlanResult, PlannedEdit } from '../../../server/src/lsp/protocol'
import { failed, inform } from '../messages/saying'

export interface PlanOptions {
  /** Make the changes at once where nothing is left to decide and there is nothing to remark on. */
  readonly asksOnlyIfOpen?: boolean
}

/**
 * Shows the plan, and makes the changes that the user wants as one step that can be undone. If nothing can be
 * changed, says why in one sentence, for example that the document has changed in the meantime. Returns how
 * many changes were made, 0 if none were.
 */
export async function carryOut(
  client: LanguageClient,
  plan: EditPlanResult,
  { asksOnlyIfOpen = false }: PlanOptions = {},
): Promise<number> {
  if (plan.error !== undefined) return refuse(plan.error)
  if (plan.edits.length === 0) return refuse(l10n.t('There is nothing to change.'))
  const isOpen = plan.remarks.length > 0 || plan.edits.some(({ ticked }) => !ticked)
  const changes = plan.edits.map(edit => changeOf(client, edit))
  const uri = client.protocol2CodeConverter.asUri(plan.uri)
  const wanted =
    asksOnlyIfOpen && !isOpen ? changes : await choose(await editorOf(uri), plan, changes)
  if (wanted === undefined || wanted.length === 0) return 0
  return apply(uri, plan.version, wanted)
}

function refuse(reason: string): 0 {
  void inform(reason)
  return 0
}

interface Change extends PlannedEdit {
  readonly place: Range
}

function changeOf(client: LanguageClient, edit: PlannedEdit): Change {
  return { ...edit, place: client.protocol2CodeConverter.asRange(edit.range) }
}

/** Makes the changes, as one step that can be undone, but only in the version that they are meant for. */
async function apply(uri: Uri, version: number, changes: readonly Change[]): Promise<number> {
  const document = workspace.textDocuments.find(open => open.uri.toString() === uri.toString())
  if (document?.version !== version)
    return refuse(
      l10n.t('The report has changed in the meantime, so nothing was changed. Please try again.'),
    )
  const edit = new WorkspaceEdit()
  for (const { place, newText } of changes) edit.replace(uri, place, newText)
  if (await workspace.applyEdit(edit)) return changes.length
  failed(l10n.t('The report could not be changed. Check that it is not read-only.'))
  return 0
}

async function editorOf(uri: Uri): Promise<TextEditor> {
  const isShown = ({ document }: TextEditor): boolean => document.uri.toString() === uri.toString()
  const shown = [window.activeTextEditor, ...window.visibleTextEditors].find(
    editor => editor !== undefined && isShown(editor),
  )
  return shown ?? window.showTextDocument(uri)
}

/** A line of the list: a change, or one without a change of its own. */
interface Line extends QuickPickItem {
  readonly change?: Change
}

/**
 * The changes that the user agrees to; undefined where they think better of it.
 *
 * This is a list of our own and not VS Code's *Refactor Preview*, which opens only for edits that ask for
 * confirmation, uses several keys that it never names (Space ticks, Ctrl+Enter applies), and shows no remarks.
 * Here the arrow keys go through the changes, each of which is shown in the text; Enter agrees, and Escape
 * leaves everything as it is.
 */
async function choose(
  editor: TextEditor,
  plan: EditPlan,
  changes: readonly Change[],
): Promise<readonly Change[] | undefined> {
  const mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchBackground'),
    borderColor: new ThemeColor('contrastActiveBorder'),
    borderStyle: 'solid',
    borderWidth: '1px',
  })
  const [before] = editor.visibleRanges
  const picked = await pick(plan, changes, ({ place }) => {
    editor.setDecorations(mark, [place])
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport)
  })
  mark.dispose()
  if (picked === undefined && before !== undefined)
    editor.revealRange(before, TextEditorRevealType.AtTop)
  return picked
}

function pick(
  { title, remarks }: EditPlan,
  changes: readonly Change[],
  show: (change: Change) => void,
): Promise<readonly Change[] | undefined> {
  const list = window.createQuickPick<Line>()
  list.title = title
  list.matchOnDescription = true
  list.ignoreFocusOut = true
  const agreed = changes.every(({ ticked }) => ticked)
    ? askForAll(list, changes, remarks)
    : askForEach(list, changes, remarks)
  return new Promise(resolve => {
    list.onDidChangeActive(([line]) => {
      if (line?.change !== undefined) show(line.change)
    })
    list.onDidAccept(() => {
      const wanted = agreed()
      if (wanted === undefined) return
      resolve(wanted)
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    list.show()
  })
}

/** What the user has agreed to when the list is accepted; undefined where it stays open. */
type Agreed = () => readonly Change[] | undefined

/** A first line that makes all changes; the others are there to be read, and to be seen in the text. */
function askForAll(
  list: QuickPick<Line>,
  changes: readonly Change[],
  remarks: readonly string[],
): Agreed {
  const { length } = changes
  const label = length === 1 ? l10n.t('Make this change') : l10n.t('Make these {0} changes', length)
  const yes: Line = { label: `$(check) ${label}`, alwaysShow: true }
  list.placeholder = l10n.t(
    'Enter on the first line makes the changes, Escape leaves everything as it is',
  )
  list.items = [yes, ...remarks.map(remark), ...changes.map(lineOf)]
  list.activeItems = [yes]
  return () => (list.activeItems[0] === yes ? changes : undefined)
}

/** Lines that can be ticked; those that are ticked from the start come first. */
function askForEach(
  list: QuickPick<Line>,
  changes: readonly Change[],
  remarks: readonly string[],
): Agreed {
  const ticked = changes.filter(change => change.ticked).map(lineOf)
  const others = changes.filter(change => !change.ticked).map(lineOf)
  // Every line of such a list can be ticked, so a remark goes below the first change instead.
  if (ticked[0] !== undefined && remarks.length > 0)
    ticked[0] = { ...ticked[0], detail: `$(warning) ${remarks.join(' ')}` }
  list.placeholder = l10n.t('Space ticks or unticks a change, Enter makes those that are ticked')
  list.canSelectMany = true
  // A long heading would leave no room for the words of the line that it is on.
  list.items = [...ticked, heading(l10n.t('to be read first')), ...others]
  list.selectedItems = ticked
  return () => list.selectedItems.flatMap(({ change }) => change ?? [])
}

/** A change that is left to the user to decide has a second line, with the words around it. */
function lineOf(change: Change): Line {
  const { label, description, ticked } = change
  return ticked ? { label, description, change } : { label, detail: description, change }
}

function heading(label: string): Line {
  return { label, kind: QuickPickItemKind.Separator }
}

function remark(words: string): Line {
  return { label: `$(warning) ${words}`, alwaysShow: true }
}
