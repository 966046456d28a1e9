/** Turning files and pasted text into a draft. */

import type { ListedPlace } from '../../import/import'

/** Client to server: make a draft from a Word document, PDF or text. */
export const importMethod = 'inspectionReports/import'

export interface ImportParams {
  readonly name: string
  /** The file's bytes in base64. */
  readonly bytes: string
  /** Sent back with each `importProgressMethod`. */
  readonly id: number
}

/** The draft, and a document that lists what was changed; `error` says, for the user, what went wrong. */
export type ImportResult =
  | {
      readonly text: string
      readonly changes: string
      /** Where `changes` names places of the draft. */
      readonly places: readonly ListedPlace[]
      /** Was it recognised as a report? The text of another is as it was read. */
      readonly isReport: boolean
      readonly error?: undefined
    }
  | { readonly error: string }

/** Server to client: how many pages of a file have been read. */
export const importProgressMethod = 'inspectionReports/importProgress'

export interface ImportProgressParams {
  readonly id: number
  readonly done: number
  readonly all: number
}

/** Client to server: tidy pasted text. */
export const tidyMethod = 'inspectionReports/tidy'

export interface TidyParams {
  readonly text: string
  /** What the clipboard has as HTML; used where it comes from Word or holds structure that plain text would lose. */
  readonly html?: string
  /** Is it part of a document, which is not marked as a draft? */
  readonly isPart: boolean
}

export type TidyResult =
  | {
      readonly text: string
      readonly changed: number
      readonly open: number
      readonly error?: undefined
    }
  | { readonly error: string }
