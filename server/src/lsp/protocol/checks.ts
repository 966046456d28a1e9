/** What the checks found, as the server reports it. */

import type { Diagnostic } from 'vscode-languageserver-protocol'
import type { ReportStatus } from '../../features/lists/status'

/** Server to client: a document was checked, or is no longer a report. */
export const checkedMethod = 'inspectionReports/checked'

export interface CheckedParams {
  readonly uri: string
  readonly version: number
  /** Null where the text is not a report of a known type. */
  readonly report: CheckedReport | null
}

export interface CheckedReport extends ReportStatus {
  /** How long reading and checking took. */
  readonly milliseconds: number
  /** What the settings of the report's folder say for the client; what the user has set takes precedence. */
  readonly folder: FolderWishes
}

export interface FolderWishes {
  readonly automaticRenumbering?: 'drafts' | 'always' | 'never'
  readonly wrapLongLines?: boolean
}

/** Client to server: what the checks find in a file that is not open. */
export const checkFileMethod = 'inspectionReports/checkFile'

export interface CheckFileParams {
  readonly uri: string
  /** Of a text, in base64. */
  readonly bytes: string
}

/** Null where the text is not a report; hints and to-dos are left out, as in a list of problems. */
export type CheckFileResult = readonly Diagnostic[] | null
