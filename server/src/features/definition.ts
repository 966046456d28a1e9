/** Go to definition: from each place of a fact to the place that it is to be compared with. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

export interface Definition {
  /** The words that the answer is about, to be underlined. */
  readonly origin: Span
  readonly targets: readonly Target[]
}

export interface Target {
  /** All that a preview should show: the heading's line, the row, the paragraph. */
  readonly span: Span
  /** The words to select; they lie in `span`. */
  readonly selection: Span
}

/** Where the thing at `offset` is defined; undefined where there is nothing to follow. */
export function definition(_report: Report, _offset: number): Definition | undefined {
  return undefined
}
