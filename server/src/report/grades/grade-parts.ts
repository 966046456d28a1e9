/** The parts of a grade line and the marks between them, each character looked at once. */

import { isWhiteSpace, runEnd, withoutRunAtEnd } from '../../text/runs'

/** What follows the word Grade: ` 2 (good)`. */
export interface GradeParts {
  /** Is there a colon or a dash directly after the word Grade? */
  readonly isNameMarked: boolean
  /** `2`, or the place for a number: `[number]`. */
  readonly digits: string | undefined
  /** The mark before the word; empty where there is none. */
  readonly opener: string
  /** The word, or whatever is in its place. */
  readonly rest: string
  /** The bracket after it; empty where there is none. */
  readonly closer: string
}

/** A number that is not a percentage, or the place for one before a word in brackets. */
const numberOrPlace = /\d{1,2}(?!\d|[.,]\d|\s*%)|\[[^\]]*\](?=\s*\()/y

/** Reads what follows the word Grade, up to the end of the line. */
export function partsAfterName(line: string): GradeParts {
  let at = runEnd(line, isWhiteSpace)
  const isNameMarked = /[:–—-]/.test(line.charAt(at))
  if (isNameMarked) at = runEnd(line, isWhiteSpace, at + 1)
  numberOrPlace.lastIndex = at
  const digits = numberOrPlace.exec(line)?.[0]
  if (digits !== undefined) at = runEnd(line, isWhiteSpace, at + digits.length)
  const opener = /[:(,–—-]/.exec(line.charAt(at))?.[0] ?? ''
  if (opener !== '') at = runEnd(line, isWhiteSpace, at + 1)
  const { word, isClosed } = withoutClosing(line.slice(at))
  return { isNameMarked, digits, opener, rest: word, closer: isClosed ? ')' : '' }
}

/** The words without a closing bracket and full stop, or the white space around those. */
export function withoutClosing(words: string): {
  readonly word: string
  readonly isClosed: boolean
} {
  const bare = withoutRunAtEnd(words.endsWith('.') ? words.slice(0, -1) : words, isWhiteSpace)
  const isClosed = bare.endsWith(')')
  return { word: isClosed ? withoutRunAtEnd(bare.slice(0, -1), isWhiteSpace) : bare, isClosed }
}

/** The word in what is before a number in brackets or after a mark: `Good (`, `Good – `. */
export function withoutOpening(lead: string): string {
  const bare = withoutRunAtEnd(lead.replace(/[([]$/, ''), isWhiteSpace)
  return /[-–—:,]$/.test(bare) ? withoutRunAtEnd(bare.slice(0, -1), isWhiteSpace) : bare
}
