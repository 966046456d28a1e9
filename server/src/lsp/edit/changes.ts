/** The way from one text to another in small edits, so that cursors and marks elsewhere stay in place. */

import { replace, type TextEdit } from '../../text/edits'
import { lineEdits } from '../../text/line-edits'
import type { Steps } from '../../text/steps'

/** Edits that turn `before` into `after`: whole lines, minus what they have in common at both ends. */
export function* changesBetween(before: string, after: string): Steps<readonly TextEdit[]> {
  return (yield* lineEdits(before, after)).map(edit => narrowed(before, edit))
}

function narrowed(before: string, { span, newText }: TextEdit): TextEdit {
  const most = Math.min(span.end - span.start, newText.length)
  let head = 0
  while (head < most && before[span.start + head] === newText[head]) head++
  let tail = 0
  while (tail < most - head && before[span.end - 1 - tail] === newText.at(-1 - tail)) tail++
  return replace(
    { start: span.start + head, end: span.end - tail },
    newText.slice(head, newText.length - tail),
  )
}
