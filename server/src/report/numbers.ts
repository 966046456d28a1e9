/** Tells the numbers of paragraphs from the other numbers that lines happen to begin with. */

import type { Span } from '../text/span'

/** A line that begins with a number. */
export interface NumberCandidate {
  /** Counted from 0. */
  readonly line: number
  readonly number: number
  readonly digits: Span
  /** Digits, full stop, and white space up to the text. */
  readonly label: Span
  /** `12.` rather than `12 Text`. */
  readonly dot: boolean
  /** A list dash stands before it: `- 12. Text`. */
  readonly mark: boolean
  /** Columns before the mark or the digits. */
  readonly indent: number
  /** `12.` alone on its line, the text follows after a blank line. */
  readonly alone: boolean
  /**
   * What stands before: a blank line, heading, table or the like; a line of text that ends a sentence;
   * one that does not.
   */
  readonly before: 'break' | 'finished' | 'unfinished'
  /**
   * A blank line or page furniture stands directly before. The last line of text may be unfinished all
   * the same (a page break); then `before` is `unfinished`.
   */
  readonly blankBefore: boolean
  /** The last line of text before ends with a colon, as the lead of a list does. */
  readonly colonBefore?: boolean
}

/** Which of the candidates, given in the order of the text, are numbers of paragraphs. */
export function acceptNumbers(candidates: readonly NumberCandidate[]): readonly boolean[] {
  return candidates.map(candidate => candidate.dot)
}
