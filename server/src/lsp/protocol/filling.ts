/** Filling in a draft from place to place. */

import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: the next place that is still to be filled in. */
export const nextPlaceMethod = 'inspectionReports/nextPlace'

export interface NextPlaceParams {
  readonly textDocument: TextDocumentIdentifier
  /** What is selected. */
  readonly range: Range
  readonly direction: 'next' | 'previous'
}

/** Null where nothing is left, and for a document that is no report. */
export type NextPlaceResult = {
  /** The version of the document that has the place. */
  readonly version: number
  readonly range: Range
  /** What may be chosen there, first of all what stands there. */
  readonly choices: readonly string[]
} | null
