/** Links in the text: contents entries lead to their sections, paragraph references to the paragraphs. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

export interface Link {
  /** The words that are the link, on one line. */
  readonly span: Span
  /** Where it leads: an offset of the same text. */
  readonly target: number
  /** Said when the pointer rests on it. */
  readonly tooltip: string
}

/** All links, in the order of the text. */
export function links(_report: Report): readonly Link[] {
  return []
}
