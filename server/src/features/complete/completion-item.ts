/** One of the things that may be written at a place. */

import type { TextEdit } from '../../text/edits'
import type { Span } from '../../text/span'
import type { Grade } from '../../types/report-type'

export interface CompletionItem {
  readonly label: string
  readonly kind: 'section' | 'grade' | 'timescale' | 'summary' | 'field' | 'paragraph' | 'report'
  /** A few words beside the label; empty if there is nothing to add. */
  readonly detail: string
  /** As much of `detail` as must be seen before the item is chosen; all of it if left out. */
  readonly note?: string
  /** What replaces `span`, as a snippet (`${1:…}`, `\$`); its lines end with `\n`. */
  readonly snippet: string
  /** It is on one line, and `offset` lies in it or at its end. */
  readonly span: Span
  /** What the text in `span` is compared with. */
  readonly filterText: string
  /** Sorts the items when compared as strings. */
  readonly sortText: string
  /** The grade that it states. */
  readonly grade?: Grade
  /** What is changed elsewhere together with it, not on its line. */
  readonly also?: readonly TextEdit[]
}
