/** *Mark as finished* and *Mark as draft*. */

import type { TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-protocol'

/** Client to server: what changes in a report that is to count as a draft, or as finished. */
export const changeStatusMethod = 'inspectionReports/changeStatus'

export interface ChangeStatusParams {
  readonly textDocument: TextDocumentIdentifier
  readonly status: 'draft' | 'finished'
}

/** Null where there is nothing to change, and for a document that is not a report. */
export type ChangeStatusResult = {
  /** The version of the document that the edit is made for. */
  readonly version: number
  readonly edits: readonly TextEdit[]
} | null
