/** What a report must not carry out of the house, a clean copy of it, and a record of the check. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { LeavingTarget } from '../../features/leaving/kinds'
import type { IgnoredProblem } from '../../features/leaving/record-page'

export type { IgnoredProblem, LeavingTarget }

/** What is to leave: an open text, or a Word document or PDF as its bytes in base64. */
export type Leaving =
  | { readonly textDocument: TextDocumentIdentifier; readonly bytes?: undefined }
  | {
      readonly bytes: string
      /** Sent back with each `importProgressMethod`. */
      readonly id: number
      readonly textDocument?: undefined
    }

/** Client to server: the page of what it must not carry. */
export const leavingMethod = 'inspectionReports/leaving'

export interface LeavingParams {
  readonly leaving: Leaving
  /** What the user calls it. */
  readonly name: string
  readonly to: LeavingTarget
}

/** `body` is HTML in which every text is escaped; `text` is what was read in a file, to which its links lead. */
export type LeavingResult =
  | {
      readonly title: string
      readonly body: string
      readonly markdown: string
      /** Null for an open text. */
      readonly text: string | null
      readonly error?: undefined
    }
  | { readonly error: string }

/** Client to server: a copy without what is for colleagues only. */
export const cleanCopyMethod = 'inspectionReports/cleanCopy'

export interface CleanCopyParams {
  readonly leaving: Leaving
}

/** The copy as bytes in base64, or as text; null where there is nothing to take out. */
export type CleanCopyResult =
  | {
      readonly copy: { readonly bytes: string } | { readonly text: string } | null
      /** What was taken out, and what was left and why, in sentences. */
      readonly done: readonly string[]
      readonly left: readonly string[]
      readonly error?: undefined
    }
  | { readonly error: string }

/** Client to server: the record of a check, one page for the file. */
export const leavingRecordMethod = 'inspectionReports/leavingRecord'

export interface LeavingRecordParams extends LeavingParams {
  readonly format: 'md' | 'html' | 'docx'
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly fingerprint: string
  /** An ISO date, and the time on the clock: `14:05`. */
  readonly day: string
  readonly time: string
  readonly version: string
  readonly ignored: readonly IgnoredProblem[]
}

/** The content as text; of a Word document in base64. */
export type LeavingRecordResult =
  | { readonly content: string; readonly error?: undefined }
  | { readonly error: string }
