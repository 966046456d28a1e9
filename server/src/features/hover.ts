/** What is told about the thing under the pointer. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

export interface Hover {
  readonly span: Span
  /** Markdown; what comes from the report is escaped. */
  readonly markdown: string
}

/** What there is to say about the thing at `offset`; undefined where there is nothing. */
export function hover(_report: Report, _offset: number): Hover | undefined {
  return undefined
}
