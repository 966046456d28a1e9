/** Into a draft: files and pasted text. */

import type { ListedPlace } from '../../import/import'

/** Client to server: make a draft of a Word document, PDF or text. */
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
      readonly error?: undefined
    }
  | { readonly error: string }

/** Server to client: how many pages of a file are read. */
export const importProgressMethod = 'inspectionReports/importProgress'

export interface ImportProgressParams {
  readonly id: number
  readonly done: number
  readonly all: number
}

/** Client to server: put pasted text in order. */
export const tidyMethod = 'inspectionReports/tidy'

export interface TidyParams {
  readonly text: string
  /** What the clipboard has as HTML; used where it comes from Word. */
  readonly html?: string
  /** A part of a document, which is not marked as a draft. */
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
