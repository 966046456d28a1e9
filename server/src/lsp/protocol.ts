/** What client and server say to each other beyond the Language Server Protocol. */

import type { Location, Position, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { ReportStatus } from '../features/status'

/** What a client may tell the server at the start; all of it may be left out. */
export interface InitializationOptions {
  /** The folder of the documentation, so that a problem can link to the page of its rule. */
  readonly docsUri?: string
  /** Does the client want to be told what every check found (`checkedMethod`)? */
  readonly tellsChecks?: boolean
  /** The settings, for clients that cannot be asked for them. */
  readonly settings?: SettingsSection
}

/** The settings below `inspectionReports`, as the user wrote them. */
export interface SettingsSection {
  /** By rule id: `off`, `hint`, `information`, `warning`, `error` or `default`. */
  readonly rules?: Readonly<Record<string, unknown>>
}

export const settingsSection = 'inspectionReports'

/** Server to client: a document was checked, or is no longer a report. */
export const checkedMethod = 'inspectionReports/checked'

export interface CheckedParams {
  readonly uri: string
  readonly version: number
  /** Null where the text is no report of a known type. */
  readonly report: CheckedReport | null
}

export interface CheckedReport extends ReportStatus {
  /** How long reading and checking took. */
  readonly milliseconds: number
}

/** Client to server: where the judgement at the cursor is stated as well. */
export const otherPlaceMethod = 'inspectionReports/otherPlace'

export interface OtherPlaceParams {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
}

/** A message tells why a judgement has no other place; null where there is no judgement, or no report. */
export type OtherPlaceResult = Location | { readonly message: string } | null
