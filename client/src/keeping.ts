/** Makes an edit of the user's, and behind it puts paragraph numbers in order: one step to undo. */

import {
  Disposable,
  EndOfLine,
  l10n,
  Range,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  workspace,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type KeepNumbersParams,
  type KeepNumbersResult,
  type KeptNumbersAnswer,
  keepNumbersMethod,
  type OffsetEdit,
} from '../../server/src/lsp/protocol'
import { say } from './saying'

export interface Change {
  readonly range: Range
  /** With `\n` for a line end. */
  readonly text: string
}

/** Numbers of paragraphs before and after, as the server told them. */
export type Numbers = KeptNumbersAnswer['numbers']

/**
 * Makes the change at once, and what the numbers need as soon as the server has told; what was typed until
 * then stays. Undefined where the text had changed before, so that nothing was done; else the numbers of
 * the paragraphs that stay, none where nothing had to change.
 */
export async function editAndRenumber(
  client: LanguageClient,
  editor: TextEditor,
  { range, text }: Change,
  cut?: Numbers,
): Promise<Numbers | undefined> {
  const { document } = editor
  const newText = document.eol === EndOfLine.CRLF ? text.replace(/\r?\n/g, '\r\n') : text
  const edit = {
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    newText,
  }
  const params: KeepNumbersParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    version: document.version,
    edits: [edit],
    ...(cut && { cut }),
  }
  // Asked before the edit: the server reads both messages in this order.
  const asked = client.sendRequest<KeepNumbersResult>(keepNumbersMethod, params).then(
    answer => answer,
    () => null,
  )
  const later = changesBehind(document, document.version + 1)
  try {
    // The step stays open for the numbers.
    const isDone = await editor.edit(builder => write(builder, range, newText), {
      undoStopBefore: true,
      undoStopAfter: false,
    })
    if (!isDone) return undefined
    editor.revealRange(editor.selection)
    const answer = await asked
    if (answer === null) return []
    if (!(await writeNumbers(editor, () => later.through(answer.edits)))) return []
    if (answer.waiting > 0)
      say(l10n.t('A reference led to a paragraph that is gone. It is marked [TBC].'))
    return answer.numbers
  } finally {
    later.dispose()
  }
}

type Builder = Parameters<Parameters<TextEditor['edit']>[0]>[0]

/** Inserting takes the cursor along; writing over a range would not. */
function write(builder: Builder, range: Range, text: string): void {
  if (!range.isEmpty) builder.delete(range)
  if (text !== '') builder.insert(range.start, text)
}

/** How often numbers are tried to be written between the keys of somebody who types fast, and how far apart. */
const attempts = 100
const pause = 20

/** Writes the numbers where they belong by now: VS Code takes an edit only of the text that it was made for. */
async function writeNumbers(
  editor: TextEditor,
  current: () => readonly OffsetEdit[] | undefined,
): Promise<boolean> {
  const { document } = editor
  for (let attempt = 0; attempt < attempts; attempt++) {
    const edits = current()
    if (edits === undefined || document.isClosed) return false
    if (edits.length === 0) return true
    const isDone = await editor.edit(
      builder => {
        for (const { start, end, newText } of edits)
          builder.replace(new Range(document.positionAt(start), document.positionAt(end)), newText)
      },
      { undoStopBefore: false, undoStopAfter: true },
    )
    if (isDone) return true
    await new Promise(resolve => setTimeout(resolve, pause))
  }
  return false
}

interface LaterChanges extends Disposable {
  /** The edits where they belong by now; undefined where what was typed meanwhile touches one. */
  through(edits: readonly OffsetEdit[]): readonly OffsetEdit[] | undefined
}

/** Collects what changes in the document behind the version. */
function changesBehind(document: TextDocument, version: number): LaterChanges {
  const changes: TextDocumentContentChangeEvent[] = []
  let isUndone = false
  const subscription = workspace.onDidChangeTextDocument(event => {
    if (event.document !== document || event.document.version <= version) return
    if (event.reason !== undefined) isUndone = true
    changes.push(...event.contentChanges)
  })
  const through = (edits: readonly OffsetEdit[]): readonly OffsetEdit[] | undefined => {
    if (isUndone) return undefined
    const placed = edits.map(edit => ({ ...edit }))
    for (const { rangeOffset, rangeLength, text } of changes)
      for (const edit of placed) {
        if (edit.end < rangeOffset) continue
        if (edit.start <= rangeOffset + rangeLength && edit.end >= rangeOffset) {
          // Words behind a number, or right before it, leave it as it is.
          if (rangeOffset + rangeLength > edit.start && rangeOffset < edit.end) return undefined
          if (rangeOffset >= edit.end) continue
        }
        edit.start += text.length - rangeLength
        edit.end += text.length - rangeLength
      }
    return placed
  }
  return Object.assign(Disposable.from(subscription), { through })
}
