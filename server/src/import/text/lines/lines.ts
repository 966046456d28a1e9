/** What single lines of pasted or extracted text look like. */

import { isSetApart, wideGap } from '../../../report/grid/gaps'
import { stoppedNumber } from '../../../report/numbering/number-label'
import { isBullet, isListItem, lineBeginning } from '../../../text/line-beginning'

/** A line that begins with a bullet other than a dash of any length, a star or a letter. */
export function hasBullet(text: string): boolean {
  const { bullet } = lineBeginning(text)
  const code = text.charCodeAt(bullet?.start ?? 0)
  return bullet !== undefined && isBullet(code) && code > 127 && code !== 0x2013
}

/** The line with a dash for its bullet, its indent kept. */
export function withDash(text: string): string {
  const { from, bullet } = lineBeginning(text)
  const words = text.slice(bullet?.next ?? from)
  return `${text.slice(0, from)}-${words === '' ? '' : ' '}${words}`
}

/** Is nothing but a number and its full stop on the line, after a list mark or without one? */
export function isNumberAlone(text: string): boolean {
  return stoppedNumber(lineBeginning(text))?.next === text.length
}

/** Where the words begin after a list mark or number, even a number of up to three digits without a full stop. */
export function wordsStart(text: string): number {
  const { label, textStart } = lineBeginning(text)
  const isShort = label !== undefined && label.value.end - label.value.start <= 3
  return isShort ? Math.max(textStart, label.next) : textStart
}

/** Does the line begin something new, whatever comes before it? */
export function startsAgain(text: string): boolean {
  const beginning = lineBeginning(text)
  return (
    beginning.heading > 0 ||
    isListItem(beginning) ||
    stoppedNumber(beginning) !== undefined ||
    /^\s*(?:\||<!--|\[\^?\d)/.test(text) ||
    /^\s*\**Grade\s+\d\b/i.test(text) ||
    isColumns(text)
  )
}

/** Does it have cells separated by a tab or three spaces, after the first word? */
export function isColumns(text: string): boolean {
  const words = text.slice(wordsStart(text))
  return isSetApart(words, { from: 0, to: words.length }, wideGap)
}

export function firstWord(text: string): string {
  return /\S+/.exec(text)?.[0] ?? ''
}

/**
 * How long the lines of a wrapped text are; undefined for a text that is not wrapped, in
 * which each line is a paragraph.
 */
export function wrapWidth(lines: readonly string[]): number | undefined {
  const lengths = lines.map(line => line.trimEnd().length)
  const text = lengths.filter(length => length >= 45)
  const long = text.filter(length => length > 160).length
  if (text.length < 4 || long * 5 > text.length) return undefined
  // Only lines that are followed by another are evidence; a wrapped text has plenty of them.
  const followed = lengths.filter(
    (length, at) => length >= 45 && length <= 160 && (lengths[at + 1] ?? 0) > 0,
  )
  if (followed.length * 3 < text.length) return undefined
  followed.sort((a, b) => a - b)
  return followed[Math.floor(followed.length * 0.9)]
}

/** Is the line so long that the first word of the next would not have fitted on it? */
export function isFull(line: string, next: string, width: number): boolean {
  return line.trimEnd().length + 1 + firstWord(next).length > width * 0.87
}
