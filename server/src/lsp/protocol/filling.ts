/** Filling in a draft from place to place. */

import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: what is still to be filled in. */
export const placesToFillMethod = 'inspectionReports/placesToFill'

export interface PlacesToFillParams {
  readonly textDocument: TextDocumentIdentifier
}

/** Null for a document that is not a report. */
export type PlacesToFillResult = {
  /** The version of the document that has the places. */
  readonly version: number
  /** In the order in which they are filled in. */
  readonly places: readonly {
    /** Empty in an empty cell. */
    readonly range: Range
    /** The present text: `[grade]`. */
    readonly words: string
    /** What may be chosen there, the present text first. */
    readonly choices: readonly string[]
  }[]
} | null
