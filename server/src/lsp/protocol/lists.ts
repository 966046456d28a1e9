/** Lists made of reports: their judgements, and the points for the author. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { ReportJudgements } from '../../features/lists/judgements'

/** Client to server: the judgements of one report, open or not. */
export const readJudgementsMethod = 'inspectionReports/readJudgements'

export interface ReadJudgementsParams {
  /** The address, for which a type may have been chosen. */
  readonly uri: string
  /** What it is called in the list. */
  readonly file: string
  /** The text, or otherwise the file's bytes in base64; both left out for an open document. */
  readonly text?: string
  readonly bytes?: string
  /** An authority's name: `isSame` says whether the report is on that authority. */
  readonly sameAs?: string
}

/** Null where the text is not a report of a known type. */
export type ReadJudgementsResult = (ReportJudgements & { readonly isSame?: boolean }) | null

/** Client to server: judgements of several reports as one file. */
export const writeJudgementsMethod = 'inspectionReports/writeJudgements'

export interface WriteJudgementsParams {
  readonly reports: readonly ReportJudgements[]
  readonly format: 'csv' | 'json'
}

export interface WriteJudgementsResult {
  readonly content: string
}

/** Client to server: what is wrong in a report, as a document for its author. */
export const pointsMethod = 'inspectionReports/points'

export interface PointsParams {
  readonly textDocument: TextDocumentIdentifier
  readonly format: 'md' | 'html' | 'docx'
  /** Are the notes of colleagues included? */
  readonly notes: boolean
  /** The identities of problems that are left out, since they have been dealt with. */
  readonly settled?: readonly string[]
  /** The day of the list, as an ISO date. */
  readonly day: string
}

/** The document; the bytes of a Word document in base64. */
export type PointsResult =
  | { readonly content: string; readonly error?: undefined }
  | { readonly error: string }
