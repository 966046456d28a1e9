/** The way from one text to another in small edits, so that cursors and marks elsewhere stay in place. */

import { diffLines } from 'diff'
import type { TextEdit } from '../text/edits'

/** Edits that turn `before` into `after`: whole lines, less what they begin and end with in common. */
export function changesBetween(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '' || added !== '') edits.push(narrowed(at - removed.length, removed, added))
    removed = ''
    added = ''
  }
  for (const part of diffLines(before, after)) {
    if (part.removed) {
      removed += part.value
      at += part.value.length
    } else if (part.added) {
      added += part.value
    } else {
      flush()
      at += part.value.length
    }
  }
  flush()
  return edits
}

function narrowed(start: number, removed: string, added: string): TextEdit {
  const most = Math.min(removed.length, added.length)
  let head = 0
  while (head < most && removed[head] === added[head]) head++
  let tail = 0
  while (tail < most - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++
  return {
    span: { start: start + head, end: start + removed.length - tail },
    newText: added.slice(head, added.length - tail),
  }
}
