/**
 * Looks after what changes a report by other ways than our own keys: the mouse, VS Code’s own commands,
 * other extensions, and an Enter or Tab that was faster than what tells VS Code where the cursor is.
 */

import {
  commands,
  type Disposable,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  type TextEditorOptions,
  window,
  workspace,
} from 'vscode'
import type { OffsetEdit } from '../../server/src/lsp/protocol'
import { editAtOnce, isHalfDone, isKeeping, type Made } from './keeping'
import { isItem, nextLine } from './next-line'

export interface Following {
  /** Do the numbers of the report in the active editor follow by themselves? */
  readonly renumbers: () => boolean
  /** Is VS Code still to learn that Enter begins a paragraph where the cursor is? */
  readonly isEnterLate: () => boolean
  /** Is it still to learn that Tab nests the item that the cursor is on? */
  readonly isTabLate: () => boolean
  /** Puts the numbers in order behind a change. `added` is what it has put in. */
  readonly renumber: (editor: TextEditor, made: Made, added: readonly string[]) => void
}

export function followChanges({
  renumbers,
  isEnterLate,
  isTabLate,
  renumber,
}: Following): Disposable & {
  /** To be called where another report is active, or its status or a setting has changed. */
  look(): void
} {
  // The text before a change is not told with it.
  let known: { readonly document: TextDocument; readonly text: string } | undefined
  const look = (): void => {
    const document = window.activeTextEditor?.document
    known = document && renumbers() ? { document, text: document.getText() } : undefined
  }
  const follow = (event: TextDocumentChangeEvent): void => {
    const editor = window.activeTextEditor
    const { document, contentChanges, reason } = event
    if (editor?.document !== document || contentChanges.length === 0) return
    const before = known?.document === document ? known.text : undefined
    look()
    if (reason !== undefined) {
      if (isHalfDone(document))
        void commands.executeCommand(reason === TextDocumentChangeReason.Undo ? 'undo' : 'redo')
      return
    }
    if (isKeeping()) return
    if (isEnterLate()) enter(editor, contentChanges)
    if (isTabLate()) nest(editor, contentChanges)
    if (before === undefined || known === undefined) return
    const number = typedNumber(document, contentChanges)
    const back = backOf(before, contentChanges)
    const added = contentChanges.map(({ text }) => text)
    if (number !== undefined) renumber(editor, { back: [number], isTypedNumber: true }, added)
    else if ([...added, ...back.map(({ newText }) => newText)].some(hasNumber))
      renumber(editor, { back }, added)
  }
  const subscription = workspace.onDidChangeTextDocument(follow)
  return { look, dispose: () => subscription.dispose() }
}

const hasNumber = (text: string): boolean => /(?:^|\n)[ \t]*(?:[-*•][ \t]+)?\d{1,3}\./.test(text)

/** Takes back the number on whose line the space was just typed behind its full stop, with nothing else there. */
function typedNumber(
  document: TextDocument,
  [change, ...others]: readonly TextDocumentContentChangeEvent[],
): OffsetEdit | undefined {
  if (change?.text !== ' ' || change.rangeLength > 0 || others.length > 0) return undefined
  const { text, range } = document.lineAt(change.range.start.line)
  if (!/^\d{1,3}\. $/.test(text)) return undefined
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText: '' }
}

/** The edits that take the changes of `before` back. */
function backOf(
  before: string,
  changes: readonly TextDocumentContentChangeEvent[],
): readonly OffsetEdit[] {
  let shift = 0
  return [...changes]
    .sort((a, b) => a.rangeOffset - b.rangeOffset || a.rangeLength - b.rangeLength)
    .map(({ rangeOffset, rangeLength, text }) => {
      const start = rangeOffset + shift
      shift += text.length - rangeLength
      const newText = before.slice(rangeOffset, rangeOffset + rangeLength)
      return { start, end: start + text.length, newText }
    })
}

/** Makes of a new line what Enter would have made of it. */
function enter(
  editor: TextEditor,
  [change, ...others]: readonly TextDocumentContentChangeEvent[],
): void {
  if (change === undefined || others.length > 0 || !/^\r?\n[ \t]*$/.test(change.text)) return
  const { document } = editor
  const { line } = change.range.start
  const added = document.lineAt(line + 1)
  const text = document.lineAt(line).text
  if (added.text.trim() !== '') return
  const lines = {
    lineCount: document.lineCount - 1,
    lineAt: (at: number) => document.lineAt(at <= line ? at : at + 1),
  }
  const next = nextLine(lines, line, text.length)
  if (next === undefined) return
  const range = new Range(
    document.lineAt(line).range.start.translate(0, next.from),
    added.range.end,
  )
  void editAtOnce(editor, { range, text: next.text }, { undoStopBefore: false })
}

/** Makes of the white space that Tab has written into an item what it would have made of the item. */
function nest(
  editor: TextEditor,
  [change, ...others]: readonly TextDocumentContentChangeEvent[],
): void {
  if (change === undefined || others.length > 0 || change.rangeLength > 0) return
  // A single space is one that was typed.
  if (!/^(?:\t| {2,})$/.test(change.text)) return
  const { line, character } = change.range.start
  const { text: now, range } = editor.document.lineAt(line)
  const end = character + change.text.length
  const before = now.slice(0, character)
  if (now.slice(character, end) !== change.text || !isItem(before + now.slice(end))) return
  const text = indentedOnce(before, editor.options)
  const written = new Range(range.start, range.start.translate(0, end))
  void editAtOnce(editor, { range: written, text }, { undoStopBefore: false })
}

/** As VS Code indents: to the next column that is a multiple of the tab's size. */
function indentedOnce(text: string, { insertSpaces, tabSize }: TextEditorOptions): string {
  if (insertSpaces === false) return `\t${text}`
  const size = typeof tabSize === 'number' ? tabSize : 4
  const indent = text.length - text.trimStart().length
  return ' '.repeat(size - (indent % size)) + text
}
