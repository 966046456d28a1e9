/** What has become of a text since its paragraph numbers were last in order. */

import { isBare, isNumber, lineBeginning } from '../../../server/src/text/line-beginning'
import type { TextChange } from './text-change'

/** A stretch of the text as it is now, with what was in its place. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly old: string
}

/**
 * Collects changes that may add, remove or move paragraph numbers into one: somebody who adds three paragraphs
 * before the later numbers could follow has, in the end, changed the text once.
 */
export class UnsettledNumbers {
  private stretches: readonly Stretch[] = []
  private typedNumber: Stretch | undefined
  private count = 0

  /** A different one after each change that may concern numbers. */
  get state(): number {
    return this.count
  }

  get isEmpty(): boolean {
    return this.stretches.length === 0
  }

  /** The edits that take everything back, as edits of the text as it is now, in its order. */
  get back(): readonly TextChange[] {
    return this.stretches.map(({ start, end, old }) => ({ start, end, text: old }))
  }

  /** The number that was typed by hand, such as `6. `. It counts only if it is the one due. */
  get typed(): { readonly start: number; readonly end: number } | undefined {
    const typed = this.stretches.find(each => each === this.typedNumber)
    return typed && { start: typed.start, end: typed.end }
  }

  /** What was taken out, where nothing else has happened. */
  get taken(): string | undefined {
    const [only, ...others] = this.stretches
    return only !== undefined && others.length === 0 && only.start === only.end
      ? only.old
      : undefined
  }

  /** Numbers are in order, or not ours to put in order. */
  settle(): void {
    this.stretches = []
    this.typedNumber = undefined
    this.count++
  }

  /** Notes a change of `before`. */
  note(before: string, change: TextChange): void {
    const removed = before.slice(change.start, change.end)
    const isTouched = this.stretches.some(each => touches(each, change))
    if (isTouched || hasNumber(change.text) || hasNumber(removed)) this.add(before, change)
    else this.stretches = this.shifted(change)
    if (change.text === ' ' && removed === '')
      this.noteTyped(`${before.slice(0, change.start)} `, before.slice(change.end))
  }

  private noteTyped(before: string, after: string): void {
    const start = before.lastIndexOf('\n') + 1
    const end = before.length
    const { label } = lineBeginning(before, start, end)
    const isTyped =
      label !== undefined &&
      label.start === start &&
      isNumber(label) &&
      label.next === label.end + 1
    if (!isTyped || label.depth > 1 || isBare(label) || !/^(?:\r?\n|$)/.test(after)) return
    if (this.stretches.some(each => each.start <= end && each.end >= start)) return
    this.typedNumber = { start, end, old: '' }
    this.stretches = inOrder([...this.stretches, this.typedNumber])
    this.count++
  }

  private add(before: string, change: TextChange): void {
    const touched = this.stretches.filter(each => touches(each, change))
    const start = Math.min(change.start, ...touched.map(each => each.start))
    const end = Math.max(change.end, ...touched.map(each => each.end))
    let old = ''
    let at = start
    for (const each of touched) {
      old += before.slice(at, each.start) + each.old
      at = each.end
    }
    old += before.slice(at, end)
    const by = change.text.length - (change.end - change.start)
    const now = before.slice(start, change.start) + change.text + before.slice(change.end, end)
    const others = this.shifted(change).filter(
      (_, index) => !touched.includes(this.stretches[index] as Stretch),
    )
    const added = now === old ? [] : [{ start, end: end + by, old }]
    this.stretches = inOrder([...others, ...added])
    this.count++
  }

  private shifted(change: TextChange): readonly Stretch[] {
    const by = change.text.length - (change.end - change.start)
    return this.stretches.map(each => {
      if (change.start >= each.end) return each
      const moved = { ...each, start: each.start + by, end: each.end + by }
      if (each === this.typedNumber) this.typedNumber = moved
      return moved
    })
  }
}

function touches({ start, end }: Stretch, change: TextChange): boolean {
  if (start === end)
    return change.start < change.end && change.start <= start && start <= change.end
  return start < change.end && change.start < end
}

function inOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  return [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Does one of the lines begin with what may be the number of a paragraph, and white space or a full stop? */
function hasNumber(text: string): boolean {
  return text.split('\n').some(line => {
    const { label } = lineBeginning(line)
    return label !== undefined && isNumber(label) && label.value.end < label.next
  })
}
