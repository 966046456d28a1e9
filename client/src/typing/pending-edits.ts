/** A text as an editor has it, and what is still to be written into it, wherever that belongs now. */

import { inWanted } from './answers'
import { applied, growth, type TextChange } from './text-change'

interface Pending extends TextChange {
  /** Was it typed elsewhere, in place of what is selected here? What is typed over the selection follows it. */
  readonly isTyped?: boolean
}

/**
 * Edits wait here while their text goes on changing: an editor takes an edit only of the text that it was made
 * for, and a fast typist changes that text all the time.
 *
 * `wanted` is the text with all edits made: the text of somebody who waits after each key. So what a key calls for
 * is worked out in it: after Enter at the end of paragraph 4, `5. ` is at the cursor whether or not it is in the
 * editor yet, and a letter that is typed now comes after it.
 */
export class PendingEdits {
  /** In order and not touching one another, as edits of `text`. */
  private pending: readonly Pending[] = []
  private done: string | undefined

  constructor(private current: string) {}

  get text(): string {
    return this.current
  }

  get edits(): readonly TextChange[] {
    return this.pending
  }

  get wanted(): string {
    this.done ??= applied(this.current, this.pending)
    return this.done
  }

  /** Starts again from this text, with nothing more to be written: an edit was made, or undone. */
  reset(text: string): void {
    this.current = text
    this.pending = []
    this.done = undefined
  }

  /** Where in `wanted` a cursor at this offset of `text` is. */
  placeOf(offset: number): number {
    let shift = 0
    for (const edit of this.pending) {
      if (edit.end <= offset) shift += growth(edit)
      else if (edit.start < offset) return edit.start + shift + edit.text.length
    }
    return offset + shift
  }

  /** The same the other way round; an offset inside an edit that is still to be written gives the edit's place. */
  placeInText(offset: number): number {
    let shift = 0
    for (const edit of this.pending) {
      const start = edit.start + shift
      if (start + edit.text.length <= offset) shift += growth(edit)
      else if (start < offset) return edit.start
    }
    return offset - shift
  }

  /**
   * Records a change in `text`, and returns the same change in `wanted`. `cursor` is where the cursor was: Backspace
   * takes what is before it, which may be something that is not in `text` yet.
   */
  take(change: TextChange, cursor?: number): TextChange {
    const place = this.inWanted(change, cursor)
    const asked = { ...place, text: inWanted(change, this.current, this.wanted, place.start) }
    this.record(change, asked)
    return asked
  }

  /** The same for what is typed where it does not belong: `wanted` stays as it is. */
  takeAside(change: TextChange): void {
    const at = this.placeOf(change.start)
    this.record(change, { start: at, end: at, text: '' })
  }

  /** Asks for a change of `wanted`. */
  want(change: TextChange, isTyped = false): void {
    this.record(undefined, change, isTyped)
  }

  private inWanted(change: TextChange, cursor: number | undefined): TextChange {
    const { start, end, text } = change
    const to = this.placeOf(end)
    if (start === end) return { start: to, end: to, text }
    const isOver = (edit: Pending) => edit.isTyped && edit.start === start && edit.end === end
    if (text !== '' && this.pending.some(isOver)) return { start: to, end: to, text }
    const taken = this.current.slice(start, end)
    const isBackspace = text === '' && end === cursor && taken === lastCharacter(taken)
    if (isBackspace && this.pending.some(edit => edit.end === end))
      return { start: to - lastCharacter(this.wanted.slice(0, to)).length, end: to, text }
    return { start: this.startInWanted(start), end: to, text }
  }

  private startInWanted(offset: number): number {
    const around = this.pending.find(edit => edit.start < offset && offset < edit.end)
    return this.placeOf(around?.start ?? offset)
  }

  /** Brings `pending` up to date, so that it still leads from `text` to `wanted` once they have changed. */
  private record(made: TextChange | undefined, asked: TextChange, isTyped = false): void {
    const [text, wanted] = [this.current, this.wanted]
    const touched = this.touched(made, asked)
    const [before, between, after] = touched
    const shift = sum(before)
    const shiftAfter = shift + sum(between)
    const start = Math.min(...startsOf(between), made?.start ?? Infinity, asked.start - shift)
    const end = Math.max(...endsOf(between), made?.end ?? 0, asked.end - shiftAfter)
    this.current = made === undefined ? text : applied(text, [made])
    this.done = applied(wanted, [asked])
    const by = made === undefined ? 0 : growth(made)
    const one = {
      start,
      end: end + by,
      text: this.done.slice(start + shift, end + shiftAfter + growth(asked)),
    }
    const staysTyped = isTyped || (made === undefined && between.some(each => each.isTyped))
    const merged = staysTyped
      ? { ...one, isTyped: true }
      : trimmed(one, this.current.slice(start, one.end))
    const isEdit = merged.start < merged.end || merged.text !== ''
    this.pending = [
      ...before,
      ...(isEdit ? [merged] : []),
      ...after.map(edit => ({ ...edit, start: edit.start + by, end: edit.end + by })),
    ]
  }

  /** The edits before a change, those that it touches in either text, and those after it. */
  private touched(made: TextChange | undefined, asked: TextChange) {
    const before: Pending[] = []
    const between: Pending[] = []
    const after: Pending[] = []
    let shift = 0
    for (const edit of this.pending) {
      const start = edit.start + shift
      const end = start + edit.text.length
      shift += growth(edit)
      // What is only wanted may be at the same place of the text as an edit beside it.
      const isBefore =
        made === undefined ? end < asked.start : edit.end <= made.start && end <= asked.start
      const isAfter =
        made === undefined ? start > asked.end : edit.start >= made.end && start >= asked.end
      if (isBefore && between.length === 0) before.push(edit)
      else if (isAfter) after.push(edit)
      else between.push(edit)
    }
    return [before, between, after] as const
  }
}

/** The edit without what it would leave as it is, cut at its end first: so it comes before what is typed after it. */
function trimmed(edit: TextChange, old: string): TextChange {
  const { text } = edit
  const most = Math.min(old.length, text.length)
  let after = 0
  while (after < most && old.at(-1 - after) === text.at(-1 - after)) after++
  let before = 0
  while (before < most - after && old[before] === text[before]) before++
  return {
    start: edit.start + before,
    end: edit.end - after,
    text: text.slice(before, text.length - after),
  }
}

function lastCharacter(text: string): string {
  return text.endsWith('\r\n') ? '\r\n' : ([...text.slice(-2)].at(-1) ?? '')
}

function sum(edits: readonly TextChange[]): number {
  return edits.reduce((all, edit) => all + growth(edit), 0)
}

const startsOf = (edits: readonly TextChange[]) => edits.map(({ start }) => start)
const endsOf = (edits: readonly TextChange[]) => edits.map(({ end }) => end)
