/** Keeps what is typed while the cursor is on its way to another place, where that text belongs. */

import { growth, type TextChange } from './text-change'

export interface Place {
  readonly start: number
  readonly end: number
}

/** A stretch of the text that was typed before the cursor was where it was sent. */
interface Stretch {
  start: number
  end: number
  /** The end of what was selected there, which the first letter replaces. */
  selected: number
}

/**
 * VS Code goes on typing at the cursor until it hears where the cursor is to go, which is the place as it was
 * when that was sent. What was typed until then is kept apart, as stretches of the text, and taken along.
 */
export class Leap {
  private readonly stretches: Stretch[]
  private target: Place | undefined

  /** Begins where something is selected, or the cursor is. */
  constructor({ start, end }: Place) {
    this.stretches = [{ start, end: start, selected: end }]
  }

  /** What was typed where it began. */
  get from(): Place {
    const { start = 0, end = 0 } = this.stretches[0] ?? {}
    return { start, end }
  }

  /** Was anything typed on the way? */
  get isTyped(): boolean {
    return this.stretches.some(({ start, end }) => start < end)
  }

  get to(): Place | undefined {
    return this.target
  }

  aimAt(target: Place): void {
    this.target = target
  }

  /** Was it typed on the way? Otherwise the change is somebody else's. */
  takes({ start, end }: TextChange): boolean {
    const now = this.stretches.at(-1)
    return now !== undefined && start >= now.start && end <= Math.max(now.end, now.selected)
  }

  /** The text has changed, by what is typed on the way or by something else. */
  changed(change: TextChange, isOurs: boolean): void {
    const by = growth(change)
    const now = this.stretches.at(-1)
    for (const each of this.stretches) {
      if (isOurs && each === now) {
        each.end = Math.max(each.end, change.end) + by
        each.selected = each.end
      } else if (each.start >= change.end) {
        each.start += by
        each.end += by
        each.selected += by
      }
    }
    if (this.target !== undefined && this.target.start >= change.end)
      this.target = { start: this.target.start + by, end: this.target.end + by }
  }

  /** The cursor has moved: is it where it was sent? If not, what is typed now is still typed on the way. */
  hasLanded({ start, end }: Place): boolean {
    const now = this.stretches.at(-1)
    if (this.target !== undefined && this.target.start === start && this.target.end === end)
      return true
    const isTyping =
      now !== undefined && start >= now.start && end <= Math.max(now.end, now.selected)
    if (!isTyping) this.stretches.push({ start, end: start, selected: end })
    return false
  }

  /** Was the cursor sent to a place in a text that has changed since? Then it is to be sent again. */
  get isAstray(): boolean {
    return this.stretches.length > 1
  }

  /** Everything that was typed on the way, in the order of the keys. */
  typed(text: string): string {
    return this.stretches.map(({ start, end }) => text.slice(start, end)).join('')
  }
}
