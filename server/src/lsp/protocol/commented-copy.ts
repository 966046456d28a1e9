/** Comments into a copy of a Word document. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: a copy of a Word document with a comment at each problem that is left. */
export const commentedCopyMethod = 'inspectionReports/commentedCopy'

/** What a copy of a document is made from. */
export interface CopyParams {
  /** The text that was read from the document. */
  readonly textDocument: TextDocumentIdentifier
  /** The document's bytes in base64. */
  readonly bytes: string
  /** The identities of problems that the user has dealt with. */
  readonly settled: readonly string[]
}

/** `error` is for the user. */
export type CommentedCopyResult =
  | {
      /** The bytes in base64; null where there is nothing to comment on. */
      readonly copy: string | null
      readonly comments: number
      /** How many problems are comments of the document itself, which get none. */
      readonly leftOut: number
      /** How many have no place in the document for one. */
      readonly unplaced: number
      readonly error?: undefined
    }
  | { readonly error: string }
