/** Notes among colleagues: adding one, the list of them, and taking all of them out. */

import {
  ConfigurationTarget,
  type Disposable,
  l10n,
  type Position,
  type QuickPickItem,
  type Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  window,
  workspace,
} from 'vscode'
import type {
  BaseLanguageClient as LanguageClient,
  Range as ProtocolRange,
} from 'vscode-languageclient'
import {
  type EditPlanResult,
  type ListNotesParams,
  type ListNotesResult,
  listNotesMethod,
  type PlacedMark,
  type ResolveNotesParams,
  resolveNotesMethod,
} from '../../../server/src/lsp/protocol'
import { lineBeginning } from '../../../server/src/text/line-beginning'
import { activeEditor, editableEditor, focused, goTo } from '../active-report'
import { carryOut } from '../edit/edit-plan'
import { registerCommand, say } from '../messages/saying'

export function registerNotes(client: LanguageClient): Disposable[] {
  return [
    registerCommand('inspectionReports.addNote', addNote),
    registerCommand('inspectionReports.showNotes', () => showNotes(client)),
    registerCommand('inspectionReports.resolveNotes', async () => {
      const editor = await editableEditor()
      if (editor !== undefined) await resolveNotes(client, editor.document.uri)
    }),
    registerCommand('inspectionReports.resolveNote', (uri: Uri, at: ProtocolRange) =>
      resolveNotes(client, uri, at),
    ),
  ]
}

/** Puts `[Note AB: ]` after the selected words or the word at the cursor, with the cursor in it. */
async function addNote(): Promise<void> {
  const editor = await editableEditor()
  if (editor === undefined) return
  const initials = await initialsOf()
  if (initials === undefined) return
  const at = placeForNote(editor)
  const { text } = editor.document.lineAt(at)
  const before = text.charAt(at.character - 1)
  const after = text.charAt(at.character)
  const snippet = new SnippetString()
  snippet.appendText(`${before === '' || /\s/.test(before) ? '' : ' '}[Note ${initials}: `)
  snippet.appendTabstop(1)
  snippet.appendText(/[\p{L}\p{N}]/u.test(after) ? '] ' : ']')
  snippet.appendTabstop(0)
  await (await focused(editor)).insertSnippet(snippet, at)
}

/** After the selection, but before white space at its end; a note is never within a word. */
function placeForNote({ document, selection }: TextEditor): Position {
  if (selection.isEmpty) {
    const place = afterMark(document, selection.active)
    if (place !== undefined) return place
    const word = document.getWordRangeAtPosition(selection.active)
    return word?.start.isBefore(selection.active) ? word.end : selection.active
  }
  const selected = document.getText(selection).trimEnd()
  return document.positionAt(document.offsetAt(selection.start) + selected.length)
}

/**
 * Where a note belongs when the cursor is before or in the mark of its line, which would no longer be a mark
 * with the note before it: after a whole heading, otherwise after the first word. Undefined elsewhere.
 */
function afterMark(document: TextDocument, cursor: Position): Position | undefined {
  const { text } = document.lineAt(cursor)
  const { from, heading, label, textStart } = lineBeginning(text)
  const bar = text.charAt(from) === '|' ? from + 1 : 0
  const start = Math.max(textStart, label?.next ?? 0, bar + spaceAt(text, bar))
  if (start === from || cursor.character >= start) return undefined
  if (heading > 0) return cursor.with({ character: text.trimEnd().length })
  const first = cursor.with({ character: start })
  return document.getWordRangeAtPosition(first)?.end ?? first
}

function spaceAt(text: string, start: number): number {
  const rest = text.slice(start)
  return rest.length - rest.trimStart().length
}

const initialsSetting = 'inspectionReports.initials'

/** The user's initials: asked for once, and kept in the user's own settings. */
async function initialsOf(): Promise<string | undefined> {
  const settings = workspace.getConfiguration()
  const known = settings.get<string>(initialsSetting, '').trim()
  if (known !== '') return known
  const entered = await window.showInputBox({
    title: l10n.t('Your initials'),
    prompt: l10n.t('They appear in your notes: [Note AB: …]. You can change them in the settings.'),
    placeHolder: 'AB',
    validateInput: value =>
      /[:[\]]/.test(value) || value.trim().length > 40
        ? l10n.t('Initials cannot contain a colon or a bracket.')
        : undefined,
  })
  const initials = entered?.trim()
  if (initials === undefined || initials === '') return undefined
  await settings.update(initialsSetting, initials, ConfigurationTarget.Global)
  return initials
}

interface MarkItem extends QuickPickItem {
  readonly range: Range
}

/** Lists the notes and placeholders of the active report; picking one goes there. */
async function showNotes(client: LanguageClient): Promise<void> {
  const editor = await activeEditor()
  if (editor === undefined) return
  const { document } = editor
  const params: ListNotesParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
  }
  const marks = await client.sendRequest<ListNotesResult>(listNotesMethod, params)
  if (marks === null) return
  if (marks.length === 0) {
    say(l10n.t('There are no notes and nothing to fill in.'))
    return
  }
  const version = document.version
  const items = marks.map(mark => itemOf(client, document, mark))
  const before = editor.selection
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Notes, and what is to be filled in'),
    placeHolder: l10n.t('Pick one to go there'),
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item: MarkItem) => editor.revealRange(item.range, reveal),
  })
  if (picked === undefined) editor.revealRange(before, reveal)
  else if (document.version === version) await goTo(editor, picked.range)
}

function itemOf(client: LanguageClient, document: TextDocument, mark: PlacedMark): MarkItem {
  const { kind, author, words, place } = mark
  const range = client.protocol2CodeConverter.asRange(mark.range)
  const isNote = kind === 'note'
  const name = isNote ? `${author === '' ? '' : `${author}: `}${words}` : document.getText(range)
  return {
    label: `$(${isNote ? 'note' : 'circle-large-outline'}) ${name}`,
    description: place,
    ...(!isNote && { detail: words }),
    range,
  }
}

const reveal = TextEditorRevealType.InCenterIfOutsideViewport

/** Removes one note at once, and all of them once they have been shown. */
async function resolveNotes(client: LanguageClient, uri: Uri, at?: ProtocolRange): Promise<void> {
  const params: ResolveNotesParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    ...(at && { at }),
  }
  const plan = await client.sendRequest<EditPlanResult>(resolveNotesMethod, params)
  const changed = await carryOut(client, plan, { asksOnlyIfOpen: at !== undefined })
  if (changed > 0 && at !== undefined)
    say(l10n.t('The note has been removed. Undo in the report puts it back.'))
}
