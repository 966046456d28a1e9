/** To Word: the document. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: make a Word document of a report. */
export const exportMethod = 'inspectionReports/export'

export interface ExportParams {
  readonly textDocument: TextDocumentIdentifier
  /** The template's bytes in base64. */
  readonly template?: string
  /** Do the notes of the draft become comments? They are left out otherwise. */
  readonly comments?: boolean
}

/** The document's bytes in base64, and what differs from the draft, in sentences for the user. */
export type ExportResult =
  | {
      readonly document: string
      readonly remarks: readonly string[]
      readonly error?: undefined
    }
  | { readonly error: string }
