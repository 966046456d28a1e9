/** The way from one text to another in edits of whole lines, so that cursors and folds stay where they are. */

import { differences } from './differences'
import { replace, type TextEdit } from './edits'
import { isLetter } from './letters'
import type { Steps } from './steps'

/**
 * Edits that turn `before` into `after`, in the order of the text. A line of which only the numbers, the
 * white space or the marks of a table have changed is an edit of its own.
 */
export function* lineEdits(before: string, after: string): Steps<readonly TextEdit[]> {
  if (before === after) return []
  const [old, now] = [linesOf(before), linesOf(after)]
  const starts = startsOf(old)
  yield
  const found = yield* differences(old, now, likeness)
  return found.map(difference =>
    replace(
      {
        start: starts[difference.before.start] as number,
        end: starts[difference.before.end] as number,
      },
      now.slice(difference.after.start, difference.after.end).join(''),
    ),
  )
}

/** The lines with their ends. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Where each line starts, and where the last one ends. */
function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length)
  return starts
}

/**
 * A number for what stays the same in a line that is renumbered, respaced or realigned: its letters, or all
 * its signs where it has none. Two lines that have the same number by chance are taken for one that has
 * changed.
 */
function likeness(line: string): number {
  let letters = 0
  let signs = 0
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (isLetter(code)) letters = Math.imul(letters ^ code, 16_777_619)
    else if (code > 32) signs = Math.imul(signs ^ code, 16_777_619)
  }
  return letters || signs
}
