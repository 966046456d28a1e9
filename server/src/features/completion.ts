/** Completion: what may be written at a place. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'
import type { ReportType } from '../types/report-type'

export interface CompletionItem {
  readonly label: string
  readonly kind: 'section' | 'grade' | 'timescale' | 'summary' | 'field' | 'paragraph' | 'report'
  /** A few words beside the label; empty if there is nothing to add. */
  readonly detail: string
  /** What is written over `span`, as a snippet (`${1:…}`, `\$`); its lines end with `\n`. */
  readonly snippet: string
  /** On one line, and `offset` lies in it or at its end. */
  readonly span: Span
  /** What the text in `span` is compared with. */
  readonly filterText: string
  /** Sorts the items when compared as strings. */
  readonly sortText: string
}

/**
 * What may be written at `offset`; empty in running text. The answer depends on what is typed already, so
 * that the editor has to ask again at the next key (`isIncomplete`).
 */
export function completion(_report: Report, _offset: number): readonly CompletionItem[] {
  return []
}

/** A whole new report of each type, in a document that is empty or holds no more than one begun line. */
export function completionInNonReport(
  _text: string,
  _offset: number,
  _types: readonly ReportType[],
): readonly CompletionItem[] {
  return []
}
