/** Gathers the numbered paragraphs and finds what is wrong with their numbers. */

import type { LineIndex } from '../text/lines'
import type { Span } from '../text/span'
import type { Block, Numbering } from './model'
import type { NumberCandidate } from './numbers'

/**
 * The numbered paragraphs of a text, the faults of their numbers, and paragraphs that are split.
 *
 * `candidates` are the accepted ones, in the order of the text. Blocks of kind `paragraph`, and of kind
 * `item` that begin with an accepted number, hold the texts. What lies in a misplaced section is not
 * found out of order.
 */
export function readNumbering(
  _text: string,
  _lines: LineIndex,
  _blocks: readonly Block[],
  _candidates: readonly NumberCandidate[],
  _misplacedSections: readonly Span[],
): Numbering {
  return { paragraphs: [], faults: [], splits: [] }
}
