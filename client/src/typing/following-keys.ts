/**
 * Follows what is typed into a report, and writes what it calls for: the next number, the next list mark, and the
 * numbers and references that follow. By then the keys have changed the text, in VS Code's own process; what is
 * written after them is carried to where it belongs.
 */

import {
  commands,
  Range,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  window,
} from 'vscode'
import { quietly } from '../messages/saying'
import { afterBackspace, afterEnter } from './answers'
import { type AskNumbers, KeptNumbers } from './keeping-numbers'
import { Leap, type Place } from './leap'
import { PendingEdits } from './pending-edits'
import { applied, type TextChange } from './text-change'

/** An edit that VS Code has been asked for. */
interface Asked {
  readonly version: number
  readonly edits: readonly TextChange[]
  /** The text once it is made. */
  readonly text: string
  readonly hasNumbers: boolean
}

/** How many texts are remembered that nobody wants to come back to. */
const mostHalves = 20

/** The longest wait, in milliseconds, for a server that has much to do. */
const longest = 1_000

export class FollowedKeys {
  private readonly pending: PendingEdits
  private readonly numbers: KeptNumbers
  private asked: Asked | undefined
  private halves: readonly string[] = []
  /** Is what is to be written an undo step of its own, and not part of what the last key did? */
  private isStep = false
  private isClosed = false
  private leap: Leap | undefined
  private waiting: (() => void)[] = []

  /** `renumbers` says whether the numbers of this report follow by themselves. */
  constructor(
    private readonly document: TextDocument,
    ask: AskNumbers,
    private readonly renumbers: () => boolean,
  ) {
    this.pending = new PendingEdits(document.getText())
    this.numbers = new KeptNumbers(document, ask)
  }

  /** The text as it is once all is written. */
  get wanted(): string {
    return this.pending.wanted
  }

  get isIdle(): boolean {
    const isWriting = this.asked !== undefined || this.pending.edits.length > 0
    return this.isClosed || (!isWriting && this.leap === undefined && this.numbers.areSettled)
  }

  /** Nobody types here any more. */
  close(): void {
    this.isClosed = true
    this.release()
  }

  /**
   * Waits until everything that earlier keys called for is written, since that would move, or close, whatever is to be
   * shown or chosen somewhere. Stops waiting once somebody types on.
   */
  async settled(): Promise<void> {
    const isBusy = this.pending.edits.length > 0 || this.asked !== undefined
    if (this.isClosed || (!isBusy && this.numbers.areSettled)) return
    let end: () => void = () => {}
    const released = new Promise<void>(resolve => {
      end = resolve
      this.waiting.push(resolve)
    })
    const timer = setTimeout(end, longest)
    await released
    clearTimeout(timer)
  }

  /** Where the selection of the editor is in `wanted`. */
  selected({ selection }: TextEditor): Place {
    return { start: this.placeOf(selection.start), end: this.placeOf(selection.end) }
  }

  /** Where a place of the document is in `wanted`. */
  inWanted({ start, end }: Place): Place {
    return { start: this.pending.placeOf(start), end: this.pending.placeOf(end) }
  }

  changed(event: TextDocumentChangeEvent): void {
    const text = this.document.getText()
    if (this.isOwn(event, text)) this.written(event, text)
    else if (event.reason !== undefined) this.forget(event.reason, text)
    else this.typed(event.contentChanges)
    this.goOn()
  }

  /**
   * The document has other line ends, of which VS Code says only that something has changed; it may also have refused
   * an edit because of it.
   */
  refreshed(): void {
    const text = this.document.getText()
    if (this.isIdle && text !== this.pending.text) this.pending.reset(text)
    this.goOn()
  }

  /** Asks for changes of `wanted` as one undo step; each applies to the text as those before it leave it. */
  want(changes: readonly TextChange[]): void {
    if (changes.length === 0) return
    this.isStep = this.pending.edits.length === 0 && this.asked === undefined
    for (const change of changes) this.ask(change)
    this.goOn()
  }

  // --- What is typed ------------------------------------------------------------------------------

  private typed(contentChanges: readonly TextDocumentContentChangeEvent[]): void {
    const keys = contentChanges.filter(each => contentChanges.length === 1 || !isTrim(each))
    // The last in the text comes first, so that the places of the others stay right.
    for (const each of [...contentChanges].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
      const change = changeOf(each)
      this.numbers.changed(change)
      const isOnTheWay = this.leap?.takes(change) === true
      this.leap?.changed(change, isOnTheWay)
      if (isOnTheWay) {
        this.pending.takeAside(change)
        this.release()
      } else
        this.take(change, keys.length === 1 && keys[0] === each ? this.cursor(each) : undefined)
    }
  }

  /** Follows one change; `cursor` is where the cursor was, for a change that a key makes there. */
  private take(change: TextChange, cursor: number | undefined): void {
    const { wanted } = this
    const asked = this.pending.take(change, cursor)
    if (this.renumbers()) this.numbers.note(wanted, asked)
    if (cursor === undefined) return
    if (change.text !== '') this.answer(afterEnter(wanted, asked))
    else if (cursor === change.end && this.renumbers()) this.answer(afterBackspace(wanted, asked))
  }

  private answer(changes: readonly TextChange[]): void {
    if (changes.length > 0) this.isStep = false
    for (const change of changes) this.ask(change)
  }

  private ask(change: TextChange, isTyped = false): void {
    if (this.renumbers()) this.numbers.note(this.wanted, change)
    this.pending.want(change, isTyped)
  }

  /** The offset of the cursor before the change, where it is one that a key makes there. */
  private cursor({ range, rangeOffset, rangeLength }: TextDocumentContentChangeEvent) {
    const editor = this.editor()
    if (editor === undefined || editor.selections.length > 1) return undefined
    const { active, isEmpty } = editor.selection
    if (!isEmpty) return undefined
    if (active.isEqual(range.end)) return rangeOffset + rangeLength
    return active.isEqual(range.start) ? rangeOffset : undefined
  }

  private editor(): TextEditor | undefined {
    const editors = [window.activeTextEditor, ...window.visibleTextEditors]
    return editors.find(each => each?.document === this.document)
  }

  private forget(reason: TextDocumentChangeReason, text: string): void {
    this.pending.reset(text)
    this.numbers.forget()
    this.leap = undefined
    // Nobody who undoes or redoes a key wants to stop between it and what it called for.
    if (this.halves.includes(text))
      void commands.executeCommand(reason === TextDocumentChangeReason.Undo ? 'undo' : 'redo')
  }

  // --- Going elsewhere --------------------------------------------------------------------------

  /**
   * Sends the cursor to the place in `wanted` that `find` returns, and takes along what is typed in the meantime.
   * `find` may take its time; if it finds nothing, everything stays where it is. Returns whether the cursor is there
   * and nothing has been typed.
   */
  async leapTo(editor: TextEditor, find: () => Promise<Place | undefined>): Promise<boolean> {
    const { start, end } = editor.selection
    const leap = new Leap({
      start: this.document.offsetAt(start),
      end: this.document.offsetAt(end),
    })
    this.land(undefined)
    this.leap = leap
    let place: Place | undefined
    try {
      place = await find()
    } finally {
      if (place === undefined && this.leap === leap) this.land(undefined)
    }
    if (place === undefined || this.leap !== leap) return false
    leap.aimAt({
      start: this.pending.placeInText(place.start),
      end: this.pending.placeInText(place.end),
    })
    const landed = new Promise<boolean>(resolve => {
      this.onLanding = resolve
    })
    this.send(editor, leap)
    return landed
  }

  /** Lets a command of VS Code's move the cursor, and takes along what is typed in the meantime. */
  async leapBy(editor: TextEditor, command: () => Thenable<unknown>): Promise<void> {
    const { selection } = editor
    await this.leapTo(editor, async () => {
      await command()
      return editor.selection.isEqual(selection) ? undefined : this.selected(editor)
    })
  }

  private onLanding: (isStill: boolean) => void = () => {}

  private send(editor: TextEditor, { to }: Leap): void {
    if (to === undefined) return
    const range = this.rangeOf(to)
    // What is sent arrives late, and would select again what was typed there by then.
    if (editor.selection.isEqual(range)) this.land(to)
    else editor.selection = new Selection(range.start, range.end)
  }

  /** The cursor has been moved, by a key or by us. */
  moved(editor: TextEditor): void {
    const { leap } = this
    if (leap === undefined || editor !== this.editor()) return
    const { start, end } = editor.selection
    const place = { start: this.document.offsetAt(start), end: this.document.offsetAt(end) }
    if (leap.hasLanded(place)) this.land(place)
    else if (leap.isAstray) this.send(editor, leap)
  }

  /** Puts what was typed on the way where it belongs: at the place, or where it was typed if there is no place. */
  private land(place: Place | undefined): void {
    const { leap } = this
    if (leap === undefined) return
    const [words = '', ...lines] = leap.typed(this.pending.text).split(/(?=\r?\n)/)
    const isTyped = leap.isTyped
    const at = place ?? leap.from
    this.leap = undefined
    let cursor = this.pending.placeOf(at.end)
    if (isTyped) {
      const start = place === undefined ? cursor : this.pending.placeOf(place.start)
      this.ask({ start, end: cursor, text: words }, place !== undefined)
      cursor = start + words.length
    }
    for (const text of lines) {
      const { wanted } = this
      const change = { start: cursor, end: cursor, text }
      this.ask(change)
      cursor += text.length
      for (const each of afterEnter(wanted, change)) {
        this.ask(each)
        if (each.end <= cursor) cursor += each.text.length - (each.end - each.start)
      }
    }
    this.onLanding(!isTyped && place !== undefined)
    this.goOn()
  }

  // --- Writing ----------------------------------------------------------------------------------

  /** Writes what is still to be written, if the document can be seen. */
  goOn(): void {
    void quietly(() => this.write())
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  /** Asks VS Code to write what is to be written; if the text has changed, it refuses, and is asked again. */
  private async write(): Promise<void> {
    const editor = this.editor()
    const isOnTheWay = this.leap?.isTyped === true
    if (this.isClosed || this.asked !== undefined || editor === undefined || isOnTheWay) return
    const edits = this.edits()
    if (edits.length === 0) {
      const isAsked = await this.numbers.putInOrder(() => this.pending.edits.length === 0)
      if (isAsked) this.goOn()
      else if (this.numbers.areSettled) this.release()
      return
    }
    const { version } = this.document
    const { text } = this.pending
    const isDone = await this.makeEdit(editor, {
      version,
      edits,
      text: applied(text, edits),
      hasNumbers: this.numbers.edits.length > 0,
    })
    if (isDone) this.halves = [...this.halves, text].slice(-mostHalves)
    // If it was refused because of a change that we have yet to hear of, that change brings the next attempt.
    if (isDone || this.document.version !== version) this.goOn()
  }

  private async makeEdit(editor: TextEditor, asked: Asked): Promise<boolean> {
    const { numbers, isStep } = this
    this.asked = asked
    const undo = { undoStopBefore: isStep, undoStopAfter: isStep }
    try {
      return await editor.edit(builder => {
        for (const edit of asked.edits) {
          const range = this.rangeOf(edit)
          // Inserting takes the cursor along; writing over a range does not.
          if (numbers.edits.includes(edit)) builder.replace(range, edit.text)
          else {
            if (!range.isEmpty) builder.delete(range)
            if (edit.text !== '') builder.insert(range.start, edit.text)
          }
        }
      }, undo)
    } finally {
      this.asked = undefined
    }
  }

  private edits(): readonly TextChange[] {
    const { edits } = this.pending
    const all = [...edits, ...this.numbers.edits].sort((a, b) => a.start - b.start || a.end - b.end)
    if (all.every((each, at) => (all[at - 1]?.end ?? -1) < each.start)) return all
    this.numbers.drop()
    return edits
  }

  private isOwn({ contentChanges }: TextDocumentChangeEvent, text: string): boolean {
    if (this.asked === undefined || this.document.version !== this.asked.version + 1) return false
    if (text === this.asked.text) return true
    // VS Code may take out white space of its own at the same time.
    return this.asked.edits.every(edit =>
      contentChanges.some(each => each.rangeOffset === edit.start && each.text === edit.text),
    )
  }

  private written({ contentChanges }: TextDocumentChangeEvent, text: string): void {
    for (const each of contentChanges) this.leap?.changed(changeOf(each), false)
    const isAtCursor = this.pending.edits.length > 0
    this.pending.reset(text)
    this.numbers.written(this.asked?.hasNumbers === true)
    this.isStep = false
    const editor = this.editor()
    if (isAtCursor) editor?.revealRange(editor.selection)
  }

  private placeOf(position: Range['start']): number {
    return this.pending.placeOf(this.document.offsetAt(position))
  }

  private rangeOf({ start, end }: Place): Range {
    return new Range(this.document.positionAt(start), this.document.positionAt(end))
  }
}

function changeOf({ rangeOffset, rangeLength, text }: TextDocumentContentChangeEvent): TextChange {
  return { start: rangeOffset, end: rangeOffset + rangeLength, text }
}

/** Is VS Code taking out white space of its own with which a line was left? */
function isTrim({ text, rangeLength, range }: TextDocumentContentChangeEvent): boolean {
  return text === '' && rangeLength > 0 && range.isSingleLine && range.start.character === 0
}
