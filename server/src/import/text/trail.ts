/** Follows the lines of a text through its tidying, back to where each character was. */

import { plainPlaces } from '../../text/characters'
import type { Steps } from '../../text/steps'
import type { SourceLine } from './change'
import { type Origins, originsOf, through } from './origins'

/**
 * What each line comes from, found out after each step of the tidying from the lines before and after it. Only
 * those who ask where a draft comes from have one: the steps know nothing of it.
 */
export class Trail {
  private readonly known = new WeakMap<SourceLine, Origins>()

  /**
   * Begins with the lines of `plain`, which is the text without what is invisible in it. `origins` is where the text
   * itself comes from, if it was made too.
   */
  begin(text: string, plain: string, lines: readonly SourceLine[], origins?: Origins): void {
    const own = plainPlaces(text)
    const places = origins === undefined ? own : through(origins, own)
    let at = 0
    for (const line of lines) {
      this.known.set(line, places.slice(at, at + line.text.length))
      at += line.text.length
      at += plain.startsWith('\r\n', at) ? 2 : 1
    }
  }

  /** Notes what the lines after a step come from. Lines that a step has left as they are cost nothing. */
  *step(before: readonly SourceLine[], after: readonly SourceLine[]): Steps<void> {
    const kept = new Set(after)
    const old = before.filter(line => !kept.has(line))
    const made = after.filter(line => !this.known.has(line))
    if (made.length === 0) return
    const source = old.map(({ text }) => text).join('\n')
    const origins = yield* originsOf(source, made.map(({ text }) => text).join('\n'))
    const places = this.placesOf(old)
    yield
    let at = 0
    for (const line of made) {
      const own = origins.slice(at, at + line.text.length)
      this.known.set(
        line,
        own.map(place => (place < 0 ? -1 : (places[place] ?? -1))),
      )
      at += line.text.length + 1
    }
  }

  /** The places of the lines, each with its line end, which has none. */
  placesOf(lines: readonly SourceLine[]): Origins {
    const places = new Int32Array(lines.reduce((sum, { text }) => sum + text.length + 1, 0)).fill(
      -1,
    )
    let at = 0
    for (const line of lines) {
      places.set(this.known.get(line) ?? [], at)
      at += line.text.length + 1
    }
    return places
  }
}
