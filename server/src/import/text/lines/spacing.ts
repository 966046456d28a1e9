/** Closes up texts that some programs copy with a blank line after every line, or a tab before it. */

import { beginsLower, endsSentence } from '../../../text/sentences'
import type { SourceLine } from '../change'

/** A text with fewer lines does not show whether this has happened. */
const leastLines = 20

/**
 * The lines with one blank line fewer in each gap, where nearly every line is followed by a blank one and
 * sentences continue after many of them; otherwise, the lines as they are.
 */
export function withoutGaps(lines: readonly SourceLine[]): SourceLine[] {
  const isBlankAt = (at: number) => (lines[at]?.text ?? '').trim() === ''
  const written = lines.flatMap((_, at) => (isBlankAt(at) ? [] : [at]))
  if (written.length < leastLines) return [...lines]
  const apart = written.filter(at => isBlankAt(at + 1)).length
  if (apart < written.length * 0.95) return [...lines]
  const goingOn = written.filter((at, place) => {
    const next = lines[written[place + 1] ?? -1]
    return next !== undefined && beginsLower(next.text) && !endsSentence(lines[at]?.text ?? '')
  })
  if (goingOn.length < written.length / 5) return [...lines]
  return lines.filter((_, at) => !isBlankAt(at) || at === 0 || isBlankAt(at - 1))
}

/** The lines without the tab that begins nearly every one: it is a margin, not an empty cell. */
export function withoutMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const set = written.filter(({ text }) => /^\f?\t/.test(text)).length
  if (written.length < leastLines || set < written.length * 0.95) return lines
  return lines.map(({ text, line }) => ({ text: text.replace(/^(\f?)\t/, '$1'), line }))
}
