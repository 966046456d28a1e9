/** Makes an edit of the user's, and behind it puts paragraph numbers in order: one step to undo. */

import {
  type Disposable,
  EndOfLine,
  l10n,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
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
export function editAndRenumber(
  ...given: Parameters<typeof changeAndRenumber>
): Promise<Numbers | undefined> {
  return onTheWay(changeAndRenumber(...given))
}

async function changeAndRenumber(
  client: LanguageClient,
  editor: TextEditor,
  change: Change,
): Promise<Numbers | undefined> {
  const { document } = editor
  const { range } = change
  const edit = offsetsOf(document, change)
  const params: KeepNumbersParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    version: document.version,
    edits: [edit],
  }
  // Asked before the edit: the server reads both messages in this order.
  const asked = client.sendRequest<KeepNumbersResult>(keepNumbersMethod, params).then(
    answer => answer,
    () => null,
  )
  const later = changesAround(document, edit)
  try {
    // The step stays open for the numbers.
    const undo = { undoStopBefore: true, undoStopAfter: false }
    if (!(await makeEdit(editor, range, later, undo, ownEdit))) return undefined
    const answer = await asked
    if (answer === null) return []
    if (!(await writeNumbers(editor, () => later.through(answer.edits)))) return []
    sayWaiting(answer)
    return answer.numbers
  } finally {
    later.dispose()
  }
}

/** What somebody has done to a document. */
export interface Made {
  /** The edits that take it back, as edits of the document as it is now, in its order. */
  readonly back: readonly OffsetEdit[]
  /** Was it the beginning of a paragraph, such as `6. `? That counts where it is the number due there. */
  readonly isTypedNumber?: boolean
}

/** Puts the numbers in order behind a change that is made already; nothing where they are. */
export function renumberBehind(...given: Parameters<typeof putInOrder>): Promise<void> {
  return onTheWay(putInOrder(...given))
}

async function putInOrder(
  client: LanguageClient,
  editor: TextEditor,
  { back, isTypedNumber = false }: Made,
  cut?: Numbers,
): Promise<void> {
  const { document } = editor
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const later = changesOf(document)
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      // The server is told of the change first.
      await new Promise(resolve => setTimeout(resolve))
      const edits = later.through(back, 0)
      // What is read anew from a file that has changed is nobody’s typing.
      if (edits === undefined || document.isClosed || !document.isDirty) return
      const { version } = document
      const since = later.count()
      const [typed] = edits
      const params: KeepNumbersParams = {
        textDocument,
        version,
        edits: [],
        ...(isTypedNumber && typed ? { typed } : { back: edits }),
        ...(cut && { cut }),
      }
      const answer = await client.sendRequest<KeepNumbersResult>(keepNumbersMethod, params)
      // Something was typed before the server had read the question.
      if (answer === null && document.version !== version) continue
      if (answer === null || answer.edits.length === 0) return
      if (await writeNumbers(editor, () => later.through(answer.edits, since))) sayWaiting(answer)
      return
    }
  } finally {
    later.dispose()
  }
}

const edits = new Set<Promise<unknown>>()

function onTheWay<Answer>(edit: Promise<Answer>): Promise<Answer> {
  const end = (): unknown => edits.delete(edit)
  edits.add(edit)
  edit.then(end, end)
  return edit
}

/** Nobody waits longer, in milliseconds, for a server that has much to do. */
const longest = 1_000

/**
 * Waits for the edits that keys before have asked for, which are made once typing rests: what is to be shown or
 * chosen somewhere would be moved by them, or closed.
 */
export async function editsMade(): Promise<void> {
  if (edits.size === 0) return
  const patience = new Promise(resolve => setTimeout(resolve, longest))
  await Promise.race([Promise.allSettled(edits), patience])
}

/** Is an edit of ours on its way, so that what changes is looked after already? */
export function isKeeping(): boolean {
  return ownEdits > 0
}

/**
 * Is this the text between a change and the numbers behind it, where VS Code has made two steps of them?
 * Nobody who takes back or repeats the one wants to stop there.
 */
export function isHalfDone(document: TextDocument): boolean {
  return halves.get(document)?.includes(document.getText()) === true
}

let ownEdits = 0
const halves = new WeakMap<TextDocument, string[]>()
/** How many steps back are remembered. */
const mostHalves = 20

async function ownEdit(...[editor, build, options]: OwnEdit): Promise<boolean> {
  ownEdits++
  try {
    return await editor.edit(build, options)
  } finally {
    ownEdits--
  }
}

type OwnEdit = [TextEditor, ...Parameters<TextEditor['edit']>]

function sayWaiting({ waiting }: KeptNumbersAnswer): void {
  if (waiting > 0) say(l10n.t('A reference led to a paragraph that is gone. It is marked [TBC].'))
}

/** Makes the change and nothing else; false where the text had changed before. */
export function editAtOnce(...given: Parameters<typeof changeAtOnce>): Promise<boolean> {
  return onTheWay(changeAtOnce(...given))
}

async function changeAtOnce(
  editor: TextEditor,
  change: Change,
  undo: UndoStops = {},
): Promise<boolean> {
  const later = changesAround(editor.document, offsetsOf(editor.document, change))
  try {
    return await makeEdit(editor, change.range, later, undo)
  } finally {
    later.dispose()
  }
}

function offsetsOf(document: TextDocument, { range, text }: Change): OffsetEdit {
  return {
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    newText: document.eol === EndOfLine.CRLF ? text.replace(/\r?\n/g, '\r\n') : text,
  }
}

/**
 * Makes the edit. Letters that were typed behind its place before VS Code took it do not hinder it: they came
 * after the key that asked for it, so they belong behind it.
 */
async function makeEdit(
  editor: TextEditor,
  range: Range,
  later: ChangesAround,
  undo: UndoStops,
  edit: (...all: OwnEdit) => Thenable<boolean> = (at, ...rest) => at.edit(...rest),
): Promise<boolean> {
  const { newText } = later.own
  for (let attempt = 0; attempt < attempts; attempt++) {
    const isDone = await edit(
      editor,
      builder => {
        // Inserting takes the cursor along; writing over a range would not.
        if (!range.isEmpty) builder.delete(range)
        if (newText !== '') builder.insert(range.start, newText)
      },
      { undoStopBefore: true, undoStopAfter: true, ...undo },
    )
    if (isDone) {
      editor.revealRange(editor.selection)
      return true
    }
    if (newText === '' || !later.areBehind()) return false
    await new Promise(resolve => setTimeout(resolve, pause))
    if (!later.areBehind()) return false
  }
  return false
}

interface UndoStops {
  readonly undoStopBefore?: boolean
  readonly undoStopAfter?: boolean
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
    const half = document.getText()
    const isDone = await ownEdit(
      editor,
      builder => {
        for (const { start, end, newText } of edits)
          builder.replace(new Range(document.positionAt(start), document.positionAt(end)), newText)
      },
      { undoStopBefore: false, undoStopAfter: true },
    )
    if (isDone) {
      halves.set(document, [...(halves.get(document) ?? []), half].slice(-mostHalves))
      return true
    }
    await new Promise(resolve => setTimeout(resolve, pause))
  }
  return false
}

interface ChangesAround extends Disposable {
  readonly own: OffsetEdit
  /** Has nothing changed but behind the place of the edit, which is not made yet? */
  areBehind(): boolean
  /**
   * Edits of the text as the own edit alone would leave it, where they belong by now; undefined where what
   * was typed meanwhile touches one.
   */
  through(edits: readonly OffsetEdit[]): readonly OffsetEdit[] | undefined
}

/** Collects what changes in the document from now on, around an edit that is made meanwhile. */
function changesAround(document: TextDocument, own: OffsetEdit): ChangesAround {
  const later = changesOf(document)
  const { events } = later
  const isOwn = ({ contentChanges }: TextDocumentChangeEvent): boolean =>
    contentChanges.some(
      ({ rangeOffset, text }) => rangeOffset === own.start && text === own.newText,
    )
  return {
    own,
    areBehind: () =>
      events.every(({ contentChanges }) =>
        contentChanges.every(({ rangeOffset }) => rangeOffset >= own.end),
      ),
    through: edits => {
      const at = events.findIndex(isOwn)
      if (at < 0 || events.some(({ reason }) => reason !== undefined)) return undefined
      const by = own.newText.length - (own.end - own.start)
      // What came before the own edit stands behind it.
      const before = events.slice(0, at).flatMap(event => event.contentChanges)
      const after = events.slice(at + 1).flatMap(event => event.contentChanges)
      return moved(edits, [
        ...before.map(each => ({ ...each, rangeOffset: each.rangeOffset + by })),
        ...after,
      ])
    },
    dispose: () => later.dispose(),
  }
}

interface Changes extends Disposable {
  readonly events: readonly TextDocumentChangeEvent[]
  count(): number
  /**
   * Edits of the text as it was after so many changes, where they belong by now; undefined where what was
   * typed meanwhile touches one, or was taken back.
   */
  through(edits: readonly OffsetEdit[], since: number): readonly OffsetEdit[] | undefined
}

/** Collects what changes in the document from now on. */
function changesOf(document: TextDocument): Changes {
  const events: TextDocumentChangeEvent[] = []
  const subscription = workspace.onDidChangeTextDocument(event => {
    if (event.document === document && event.contentChanges.length > 0) events.push(event)
  })
  return {
    events,
    count: () => events.length,
    through: (edits, since) => {
      const later = events.slice(since)
      if (later.some(({ reason }) => reason !== undefined)) return undefined
      return moved(
        edits,
        later.flatMap(event => event.contentChanges),
      )
    },
    dispose: () => subscription.dispose(),
  }
}

type Typed = Pick<TextDocumentContentChangeEvent, 'rangeOffset' | 'rangeLength' | 'text'>

function moved(
  edits: readonly OffsetEdit[],
  changes: readonly Typed[],
): readonly OffsetEdit[] | undefined {
  const placed = edits.map(edit => ({ ...edit }))
  for (const { rangeOffset, rangeLength, text } of changes)
    for (const edit of placed) {
      // Words behind a number, or right before it, leave it as it is.
      if (rangeOffset >= edit.end) continue
      if (rangeOffset + rangeLength > edit.start) return undefined
      edit.start += text.length - rangeLength
      edit.end += text.length - rangeLength
    }
  return placed
}
