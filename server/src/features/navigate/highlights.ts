/** Highlights: the places that belong to the one under the cursor. */

import type { Report } from '../../report/model'
import type { Span } from '../../text/span'
import { occurrences } from './references'

export interface Highlight {
  readonly span: Span
  /** `write` states it (heading, paragraph number), `read` refers to it. */
  readonly kind: 'read' | 'write'
}

/** All places of the fact at `offset`, in the order of the text; empty where there is none. */
export function highlights(report: Report, offset: number): readonly Highlight[] {
  return occurrences(report, offset).map(({ span, isDeclaration }) => ({
    span,
    kind: isDeclaration ? 'write' : 'read',
  }))
}
