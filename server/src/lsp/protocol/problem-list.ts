/** Checking files that are not texts, and the list of their problems. */

import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { ListedProblem } from '../../features/lists/problem-list'

export type { ListedProblem }

/** Client to server: the text of a Word document or PDF, to be opened as a text and checked. */
export const readToCheckMethod = 'inspectionReports/readToCheck'

export interface ReadToCheckParams {
  /** The file's bytes in base64. */
  readonly bytes: string
  /** Sent back with each `importProgressMethod`. */
  readonly id: number
}

/** `remarks` says, in sentences, what was read otherwise than it looks; `error` is for the user. */
export type ReadToCheckResult =
  | { readonly text: string; readonly remarks: readonly string[]; readonly error?: undefined }
  | { readonly error: string }

/** Client to server: the problems of a report, for somebody who does not read its text. */
export const problemListMethod = 'inspectionReports/problemList'

export interface ProblemListParams {
  readonly textDocument: TextDocumentIdentifier
  /** The text of an earlier version. */
  readonly earlier?: string
}

export type PlacedProblem = Omit<ListedProblem, 'span'> & {
  readonly target: Range
  /** Was it in the earlier version already? Null where none was given. */
  readonly isKnown: boolean | null
}

export type ProblemListResult =
  | {
      /** How many there are, in a sentence. */
      readonly sum: string
      /** What the report was read as. */
      readonly type: string
      /** What the report is about, in whatever file it is; null where its cover does not say so. */
      readonly subject: string | null
      readonly problems: readonly PlacedProblem[]
      /** Problems of the earlier version that are no longer there. */
      readonly putRight: readonly Omit<ListedProblem, 'span'>[]
      readonly error?: undefined
    }
  | { readonly error: string }
