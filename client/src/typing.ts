/** What keys do in a report: Enter starts the next paragraph, and numbers follow what comes and goes. */

import {
  commands,
  Disposable,
  Position,
  Range,
  type Selection,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { followChanges } from './following-changes'
import { editAndRenumber, editAtOnce, type Numbers, renumberBehind } from './keeping'
import { registerMoves } from './move-paragraph'
import { digitsOf, isEmptyItem, isItem, nextLine } from './next-line'
import type { Reports } from './reports'
import { quietly, registerCommand } from './saying'

/** The paragraphs that were cut last: their references find them again where they are pasted. */
interface Cut {
  readonly document: TextDocument
  readonly text: string
  readonly numbers: Numbers
}

export function registerTyping(client: LanguageClient, reports: Reports): Disposable {
  const renumbers = (): boolean => isRenumbered(reports)
  let cut: Cut | undefined

  const isCut = (text: string): boolean => cut !== undefined && sameText(cut.text, text)

  /** Makes the change of an editor; numbers follow where they do in this report. */
  const change = async (
    editor: TextEditor,
    range: Range,
    text: string,
  ): Promise<Numbers | undefined> => {
    cut = undefined
    return editAndRenumber(client, editor, { range, text })
  }
  const enter = async (): Promise<void> => {
    const editor = window.activeTextEditor
    const next = editor && nextLineAt(editor)
    const isDone = next && editor && (await write(editor, next, renumbers(), change))
    if (isDone !== true) await commands.executeCommand('type', { text: '\n' })
  }
  /** Takes out what is selected where that takes paragraph numbers along, else does what VS Code does. */
  const remove = async (plain: 'deleteLeft' | 'deleteRight'): Promise<void> => {
    const editor = window.activeTextEditor
    const empty = editor && plain === 'deleteLeft' ? emptyNumberAt(editor) : undefined
    const taken = empty ?? editor?.selection
    if (editor === undefined || taken === undefined || !takesNumbers(editor.document, taken))
      await commands.executeCommand(plain)
    // Where this comes too late, a letter was typed over what was selected.
    else await change(editor, taken, '')
  }
  const removeLines = async (): Promise<void> => {
    const editor = window.activeTextEditor
    const lines = editor && linesOf(editor.document, editor.selection)
    if (editor === undefined || lines === undefined || !takesNumbers(editor.document, lines))
      await commands.executeCommand('editor.action.deleteLines')
    else await change(editor, lines, '')
  }
  const cutOut = async (): Promise<void> => {
    const editor = window.activeTextEditor
    const taken = editor && takenFrom(editor)
    if (editor === undefined || taken === undefined || !takesNumbers(editor.document, taken)) {
      await commands.executeCommand('editor.action.clipboardCutAction')
      return
    }
    // VS Code's own copying knows more than words, such as that it was a whole line.
    await commands.executeCommand('editor.action.clipboardCopyAction')
    const { document } = editor
    const text = document.getText(taken)
    const numbers = await change(editor, taken, '')
    if (numbers !== undefined && numbers.length > 0) cut = { document, text, numbers }
  }
  const cursor = followCursor(reports, renumbers)
  const changes = followChanges({
    renumbers,
    isEnterLate: () => cursor.isOnTheWay('startsNext'),
    isTabLate: () => cursor.isOnTheWay('onListItem'),
    renumber: (editor, made, added) => {
      const isBack = editor.document === cut?.document && added.some(each => isCut(each))
      const numbers = isBack ? cut?.numbers : undefined
      cut = undefined
      void quietly(() => renumberBehind(client, editor, made, numbers))
    },
  })
  return Disposable.from(
    registerCommand('inspectionReports.enter', enter),
    registerCommand('inspectionReports.deleteLeft', () => remove('deleteLeft')),
    registerCommand('inspectionReports.deleteRight', () => remove('deleteRight')),
    registerCommand('inspectionReports.deleteLines', removeLines),
    registerCommand('inspectionReports.cutParagraphs', cutOut),
    registerMoves(client, () => {
      cut = undefined
      return renumbers()
    }),
    workspace.onDidChangeTextDocument(event => {
      // What was cut may be back, with the numbers that it had.
      if (event.reason !== undefined && event.document === cut?.document) cut = undefined
    }),
    cursor,
    changes,
    reports.onDidChangeActive(changes.look),
    workspace.onDidChangeConfiguration(changes.look),
  )
}

/** Do the numbers of the report in the active editor follow by themselves? */
function isRenumbered(reports: Reports): boolean {
  const report = reports.active()
  const document = window.activeTextEditor?.document
  if (report === undefined || document === undefined) return false
  const when = workspace
    .getConfiguration('inspectionReports', document)
    .get<string>('automaticRenumbering', 'drafts')
  return when === 'always' || (when === 'drafts' && report.status === 'draft')
}

/**
 * Tells the key bindings what stands at the cursor, so that keys are VS Code's own wherever they do nothing
 * else here.
 */
function followCursor(
  reports: Reports,
  renumbers: () => boolean,
): Disposable & {
  /** Is what was told of this key still on the way to VS Code? */
  isOnTheWay(key: string): boolean
} {
  const told = new Map<string, boolean>()
  const onTheWay = new Set<string>()
  const tell = (key: string, is: boolean): void => {
    if (told.get(key) === is) return
    told.set(key, is)
    onTheWay.add(key)
    const isThere = (): unknown => told.get(key) === is && onTheWay.delete(key)
    commands.executeCommand('setContext', `inspectionReports.${key}`, is).then(isThere, isThere)
  }
  const update = (): void => {
    const editor = window.activeTextEditor
    const isReport = editor !== undefined && reports.active() !== undefined
    const line = isReport ? editor.document.lineAt(editor.selection.active.line).text : ''
    tell('startsNext', isReport && nextLineAt(editor) !== undefined)
    tell('onListItem', isItem(line))
    tell('onEmptyItem', isEmptyItem(line))
    const isRenumbered = isReport && renumbers()
    tell('onEmptyNumber', isRenumbered && emptyNumberAt(editor) !== undefined)
    tell('takesNumbers', isRenumbered && takesNumbers(editor.document, takenFrom(editor)))
  }
  update()
  const subscriptions = Disposable.from(
    reports.onDidChangeActive(update),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) update()
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update()
    }),
    workspace.onDidChangeConfiguration(update),
  )
  return {
    isOnTheWay: key => onTheWay.has(key),
    dispose: () => subscriptions.dispose(),
  }
}

function nextLineAt({ document, selection, selections }: TextEditor) {
  if (selections.length > 1 || !selection.isEmpty) return undefined
  return nextLine(document, selection.active.line, selection.active.character)
}

/** The line of the cursor, where it stands behind a number that has no text and the white space after that. */
function emptyNumberAt(editor: TextEditor): Range | undefined {
  const { line, character } = editor.selection.active
  const { text, range } = editor.document.lineAt(line)
  const next = nextLineAt(editor)
  const isEmpty = next?.isNumbered === true && next.text === ''
  return isEmpty && /\s$/.test(text.slice(0, character)) ? range : undefined
}

type Change = (editor: TextEditor, range: Range, text: string) => Promise<Numbers | undefined>

/** Writes what Enter gives; false where the text has changed under it. */
async function write(
  editor: TextEditor,
  { from, text, isNumbered }: NonNullable<ReturnType<typeof nextLine>>,
  renumbers: boolean,
  change: Change,
): Promise<boolean> {
  const { line } = editor.selection.active
  const range = new Range(new Position(line, from), editor.document.lineAt(line).range.end)
  if (isNumbered && renumbers) return (await change(editor, range, text)) !== undefined
  return editAtOnce(editor, { range, text })
}

/** Does the range take the number of a paragraph along? */
function takesNumbers(document: TextDocument, range: Range): boolean {
  for (let line = range.start.line; line <= range.end.line; line++) {
    const digits = digitsOf(document.lineAt(line).text)
    if (digits === undefined) continue
    const [start, end] = [new Position(line, digits.start), new Position(line, digits.end)]
    if (range.start.isBeforeOrEqual(start) && range.end.isAfterOrEqual(end)) return true
  }
  return false
}

/** What cutting takes: what is selected, else the line. */
function takenFrom({ document, selection }: TextEditor): Range {
  return selection.isEmpty ? linesOf(document, selection) : selection
}

/** The whole lines of a selection, line end included. */
function linesOf(document: TextDocument, { start, end }: Selection): Range {
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line
  const whole = document.lineAt(last).rangeIncludingLineBreak
  const isLast = last === document.lineCount - 1
  // Without a line end behind it goes the one before.
  const from =
    isLast && start.line > 0
      ? document.lineAt(start.line - 1).range.end
      : new Position(start.line, 0)
  return new Range(from, whole.end)
}

function sameText(a: string, b: string): boolean {
  return a.replace(/\r/g, '') === b.replace(/\r/g, '')
}
