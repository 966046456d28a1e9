/** The outline of a report. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

export interface ReportSymbol {
  readonly name: string
  /** The grade, for what has one; else empty. */
  readonly detail: string
  readonly kind:
    | 'cover'
    | 'contents'
    | 'part'
    | 'section'
    | 'judgement'
    | 'summary'
    | 'group'
    | 'row'
  /** All of it, what stands in it included. */
  readonly span: Span
  /** The words to select; they lie in `span`. */
  readonly selection: Span
  readonly children: readonly ReportSymbol[]
}

/** The outermost symbols, in the order of the text. */
export function symbols(_report: Report): readonly ReportSymbol[] {
  return []
}
