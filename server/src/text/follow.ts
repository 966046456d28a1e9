/** Where places in a text are after it was edited. */

import { inOrder, type TextEdit } from './edits'
import type { Span } from './span'

/**
 * What became of a stretch: where it is now; `gone` with the text around it; `cut` where an edit removed a
 * part of it, or wrote into it.
 */
export type Followed = Span | 'gone' | 'cut'

/** An edit with its place in the new text. */
interface Step {
  readonly edit: TextEdit
  /** Where the text that it puts in begins in the new text. */
  readonly start: number
  /** Where the text that it takes out is in the new text, if another edit puts it in there: it has moved. */
  home?: Home
}

interface Home {
  /** The text that is found again, in the old text: what was taken out, without the white space around it. */
  readonly from: Span
  /** Where it is now. */
  readonly to: Span
}

export interface Following {
  /** What became of a stretch of the old text. Text put in at its start comes before it. */
  readonly follow: (span: Span) => Followed
  /** Stretches of the new text that were not in the old one, in order. */
  readonly added: readonly Span[]
}

/**
 * Follows the places of `text` through `edits`, which do not overlap. A stretch that one edit takes out and
 * another puts in has moved: with "b" taken out and put in after "c", "abc" becomes "acb" and no "b" is gone.
 */
export function following(text: string, edits: readonly TextEdit[]): Following {
  let shift = 0
  const steps = inOrder(edits).map((edit): Step => {
    const start = edit.span.start + shift
    shift += edit.newText.length - (edit.span.end - edit.span.start)
    return { edit, start }
  })
  findHomes(text, steps)
  return { follow: span => follow(steps, span), added: addedBy(steps) }
}

function findHomes(text: string, steps: readonly Step[]): void {
  const taken = new Set<Step>()
  for (const step of steps) {
    const { span } = step.edit
    const removed = text.slice(span.start, span.end)
    const words = removed.trim()
    if (words === '') continue
    const there = steps.find(each => !taken.has(each) && each.edit.newText.includes(words))
    if (there === undefined) continue
    taken.add(there)
    const from = span.start + removed.indexOf(words)
    const to = there.start + there.edit.newText.indexOf(words)
    step.home = {
      from: { start: from, end: from + words.length },
      to: { start: to, end: to + words.length },
    }
  }
}

function follow(steps: readonly Step[], span: Span): Followed {
  let shift = 0
  for (const { edit, home } of steps) {
    const { start, end } = edit.span
    if (start > span.start && start >= span.end) break
    if (end <= span.start) {
      shift += edit.newText.length - (end - start)
      continue
    }
    if (span.start < start || end < span.end) return 'cut'
    if (home === undefined) return 'gone'
    const by = home.to.start - home.from.start
    // The white space around what has moved may have changed.
    const within = (at: number) => Math.min(Math.max(at, home.from.start), home.from.end) + by
    return { start: within(span.start), end: within(span.end) }
  }
  return { start: span.start + shift, end: span.end + shift }
}

function addedBy(steps: readonly Step[]): readonly Span[] {
  const homes = steps.flatMap(({ home }) => home?.to ?? [])
  return steps.flatMap(({ edit, start }) => {
    const end = start + edit.newText.length
    const moved = homes.find(each => start <= each.start && each.end <= end)
    const pieces =
      moved === undefined
        ? [{ start, end }]
        : [
            { start, end: moved.start },
            { start: moved.end, end },
          ]
    return pieces.filter(piece => piece.start < piece.end)
  })
}

/**
 * Edits of the old text that do what `first` and then `second` do. An edit of `second` lies within what one of
 * `first` puts in, or clear of them all.
 */
export function combined(
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  const all: TextEdit[] = []
  const rest = [...inOrder(second)]
  let shift = 0
  const takeBefore = (end: number): void => {
    for (let next = rest[0]; next !== undefined && next.span.end <= end; next = rest[0]) {
      rest.shift()
      const span = { start: next.span.start - shift, end: next.span.end - shift }
      all.push({ span, newText: next.newText })
    }
  }
  for (const edit of inOrder(first)) {
    const start = edit.span.start + shift
    takeBefore(start)
    let newText = ''
    let at = start
    const end = start + edit.newText.length
    for (let next = rest[0]; next !== undefined && next.span.end <= end; next = rest[0]) {
      rest.shift()
      newText += edit.newText.slice(at - start, next.span.start - start) + next.newText
      at = next.span.end
    }
    all.push({ span: edit.span, newText: newText + edit.newText.slice(at - start) })
    shift += edit.newText.length - (edit.span.end - edit.span.start)
  }
  takeBefore(Number.POSITIVE_INFINITY)
  return all
}
