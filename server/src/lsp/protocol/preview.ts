/** The preview of a report. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: a report as it will be published, in HTML. */
export const previewMethod = 'inspectionReports/preview'

export interface PreviewParams {
  readonly textDocument: TextDocumentIdentifier
  /** Are problems shown beside the places they concern? */
  readonly problems: boolean
}

/** `html` is for `<body>`, with all text in it escaped; `error` says, for the user, why there is none. */
export type PreviewResult =
  | { readonly title: string; readonly html: string; readonly error?: undefined }
  | { readonly error: string }
