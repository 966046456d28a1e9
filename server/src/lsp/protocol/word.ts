/** To Word: the document. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: make a Word document of a report. */
export const exportMethod = 'inspectionReports/export'

export interface ExportParams {
  readonly textDocument: TextDocumentIdentifier
  /** The template's bytes in base64. */
  readonly template?: string
}

/** The document's bytes in base64, and what differs from the draft, in sentences for the user. */
export type ExportResult =
  | {
      readonly document: string
      readonly remarks: readonly string[]
      readonly error?: undefined
    }
  | { readonly error: string }

/** Client to server: what is wrong in a Word document, which is read but not changed. */
export const checkWordMethod = 'inspectionReports/checkWord'

export interface CheckWordParams {
  readonly name: string
  /** The file's bytes in base64. */
  readonly bytes: string
}

/** How many problems there are, and a page in Markdown that lists them; `error` is for the user. */
export type CheckWordResult =
  | { readonly problems: number; readonly page: string; readonly error?: undefined }
  | { readonly error: string }
