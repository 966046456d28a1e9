/** Suggested changes into a copy of a Word document. */

import type { CopyParams } from './commented-copy'

/** Client to server: the changes that can be suggested in a copy of a Word document; asked with `CopyParams`. */
export const suggestionsMethod = 'inspectionReports/suggestions'

/** `error` is for the user. */
export type SuggestionsResult =
  | {
      /** In the order of the text. */
      readonly offered: readonly OfferedChange[]
      /** What can be put right safely, but has no tracked change in Word: each in a line. */
      readonly byHand: readonly string[]
      readonly error?: undefined
    }
  | { readonly error: string }

export interface OfferedChange {
  /** By which it is chosen. */
  readonly id: string
  /** `Write "Overall effectiveness"`. */
  readonly title: string
  /** `Cover`, `Ambition, paragraph 12`. */
  readonly place: string
  /** The words before and after, one line for each place that changes; not every one of very many. */
  readonly changes: readonly string[]
  /** It cannot change what the report says. */
  readonly isSafe: boolean
}

/** Client to server: a copy of the document with the changes that were chosen as tracked changes. */
export const suggestedCopyMethod = 'inspectionReports/suggestedCopy'

export interface SuggestedCopyParams extends CopyParams {
  /** Their ids. */
  readonly chosen: readonly string[]
}

/** `error` is for the user. */
export type SuggestedCopyResult =
  | {
      /** The bytes in base64; null where nothing is suggested. */
      readonly copy: string | null
      /** How many are suggested. */
      readonly suggested: number
      /** How many of those that were chosen are not: they need one that was not. */
      readonly missed: number
      readonly error?: undefined
    }
  | { readonly error: string }
