/** *Ready to send* and *Mark as draft*. */

import type { TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-protocol'
import type { PlacedLeft } from './overview'

/**
 * Client to server: what is left to do in a report before it is exported or marked as finished, even where it counts
 * as finished: what is to be put right, its notes, and what is still to be written.
 */
export const leftToDoMethod = 'inspectionReports/leftToDo'

export interface LeftToDoParams {
  readonly textDocument: TextDocumentIdentifier
}

/** By addresses. */
export interface NamedTemplate {
  readonly file: string
  /** The folder whose settings name it: the client decides whether that is trusted. */
  readonly folder: string
}

/** `error` says, for the user, why nothing can be listed. */
export type LeftToDoResult =
  | {
      readonly left: readonly PlacedLeft[]
      /** The Word document that the settings of the report's folder, or of one above, name as a template for exports. */
      readonly exportTemplate?: NamedTemplate
      readonly error?: undefined
    }
  | { readonly error: string }

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
