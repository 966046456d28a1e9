/** What can be folded. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

export interface Fold {
  /** From the line that stays to the last character of the last line that is hidden. */
  readonly span: Span
  readonly kind: 'region' | 'comment'
}

/** Folds of at least two lines, in the order of the text; they nest and never cross. */
export function folding(_report: Report): readonly Fold[] {
  return []
}
