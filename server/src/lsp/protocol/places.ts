/** The other place of a judgement. */

import type { Location, Position, TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** A command of the client, for lenses: goes to a place. Arguments: its URI and its `Range`. */
export const goToCommand = 'inspectionReports.goTo'

/** Client to server: where else the judgement at the cursor is stated. */
export const otherPlaceMethod = 'inspectionReports/otherPlace'

export interface OtherPlaceParams {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
}

/** A message says why a judgement has no other place; null where there is no judgement, or no report. */
export type OtherPlaceResult = Location | { readonly message: string } | null
