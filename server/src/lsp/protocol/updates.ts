/** Bringing one part of a report in line with another. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: what would change; answered with an `EditPlanResult`. */
export const updateMethod = 'inspectionReports/update'

/**
 * `numbers`: all paragraphs in order. `contents`: made again from the headings. `table`: the summary table
 * from the sections. `sections`: their grades from the summary table.
 */
export type Update = 'numbers' | 'contents' | 'table' | 'sections'

export interface UpdateParams {
  readonly textDocument: TextDocumentIdentifier
  readonly update: Update
}
