/** Bringing one part of a report into line with another. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: what would change; answered with an `EditPlanResult`. */
export const updateMethod = 'inspectionReports/update'

/**
 * `numbers`: all paragraphs in order. `contents`: rebuilt from the headings. `table`: the summary table,
 * rebuilt from the sections. `sections`: their grades, taken from the summary table.
 */
export type Update = 'numbers' | 'contents' | 'table' | 'sections'

export interface UpdateParams {
  readonly textDocument: TextDocumentIdentifier
  readonly update: Update
}
