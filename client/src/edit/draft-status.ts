/** *Ready to send* and *Mark as draft*: what is left to do is shown before a report counts as finished. */

import {
  Disposable,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  type Range,
  type TextEditor,
  TextEditorRevealType,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type ChangeStatusParams,
  type ChangeStatusResult,
  changeStatusMethod,
  type LeftToDoParams,
  type LeftToDoResult,
  leftToDoMethod,
  type PlacedLeft,
} from '../../../server/src/lsp/protocol'
import { editableEditor, goTo } from '../active-report'
import { failed, registerCommand, say } from '../messages/saying'

export const markFinishedCommand = 'inspectionReports.markFinished'
export const markDraftCommand = 'inspectionReports.markDraft'

export function registerDraftStatus(client: LanguageClient): Disposable {
  return Disposable.from(
    registerCommand(markFinishedCommand, () => markFinished(client)),
    registerCommand(markDraftCommand, () => markDraft(client)),
  )
}

async function markDraft(client: LanguageClient): Promise<void> {
  const editor = await editableEditor()
  if (editor !== undefined && (await change(client, editor, 'draft')))
    say(l10n.t('The report is a draft: what is not written yet does not count as a problem.'))
}

async function markFinished(client: LanguageClient): Promise<void> {
  const editor = await editableEditor()
  if (editor === undefined) return
  const { document } = editor
  const params: LeftToDoParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
  }
  const answer = await client.sendRequest<LeftToDoResult>(leftToDoMethod, params)
  if (answer.error !== undefined) {
    failed(answer.error)
    return
  }
  if (answer.left.length > 0) {
    const { version } = document
    const picked = await pickLeft(client, editor, answer.left)
    if (picked === undefined) return
    if (picked.place !== undefined) {
      if (document.version === version) await goTo(editor, picked.place)
      return
    }
  }
  if (await change(client, editor, 'finished'))
    say(l10n.t('The report counts as finished. Only a person signs it off, having read it.'))
}

// --- What is left -----------------------------------------------------------------------------

interface LeftItem extends QuickPickItem {
  /** Undefined for the answer "anyway". */
  readonly place?: Range
}

async function pickLeft(
  client: LanguageClient,
  editor: TextEditor,
  left: readonly PlacedLeft[],
): Promise<LeftItem | undefined> {
  const before = editor.selection
  const count =
    left.length === 1 ? l10n.t('One thing is left') : l10n.t('{0} things are left', left.length)
  // What is chosen when the list opens, and an Enter takes, is the first thing left and not the end of the work.
  const items: LeftItem[] = [
    ...left.map(each => leftItem(client, each)),
    { label: '', kind: QuickPickItemKind.Separator },
    {
      label: `$(check) ${l10n.t('Ready to send anyway')}`,
      detail: `$(blank) ${l10n.t('Whatever is left will count as a problem.')}`,
    },
  ]
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Ready to send? {0}', count),
    placeHolder: l10n.t('Pick one to go there'),
    matchOnDescription: true,
    onDidSelectItem: ({ place }: LeftItem) => place && editor.revealRange(place, reveal),
  })
  if (picked?.place === undefined) editor.revealRange(before, reveal)
  return picked
}

function leftItem(
  client: LanguageClient,
  { kind, name, author, place, target }: PlacedLeft,
): LeftItem {
  return {
    // The name is short, so that the place after it can be read in full.
    label: `$(${leftIcons[kind]}) ${author === '' ? '' : `${author}: `}${name}`,
    description: place,
    place: client.protocol2CodeConverter.asRange(target),
  }
}

const leftIcons = { problem: 'warning', note: 'note', 'to-do': 'circle-large-outline' } as const

const reveal = TextEditorRevealType.InCenterIfOutsideViewport

// --- The change -------------------------------------------------------------------------------

/** Makes the change, unless the document has changed since it was worked out; says so in that case. */
async function change(
  client: LanguageClient,
  { document }: TextEditor,
  status: ChangeStatusParams['status'],
): Promise<boolean> {
  const params: ChangeStatusParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    status,
  }
  const made = await client.sendRequest<ChangeStatusResult>(changeStatusMethod, params)
  if (made === null || made.version !== document.version) {
    say(l10n.t('The report has changed in the meantime. Please try again.'))
    return false
  }
  const edit = new WorkspaceEdit()
  for (const { range, newText } of made.edits)
    edit.replace(document.uri, client.protocol2CodeConverter.asRange(range), newText)
  if (await workspace.applyEdit(edit)) return true
  failed(l10n.t('The report could not be changed. Check that it is not read-only.'))
  return false
}
