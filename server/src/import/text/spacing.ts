/** Closes up texts that some programs copy with a blank line behind every line, or a tab before it. */

import type { SourceLine } from './change'
import { beginsLower, endsSentence } from './lines'

/** Of a text with fewer lines nobody can tell. */
const leastLines = 20

/**
 * The lines without one blank line of each gap, where a blank line stands behind nearly every line and
 * sentences go on behind many of them; else the lines as they are.
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

/** The lines without the tab that stands before nearly every one: a margin, and no empty cell. */
export function withoutMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const set = written.filter(({ text }) => /^\f?\t/.test(text)).length
  if (written.length < leastLines || set < written.length * 0.95) return lines
  return lines.map(({ text, line }) => ({ text: text.replace(/^(\f?)\t/, '$1'), line }))
}
