/** Keeping numbers in order while somebody types, and moving paragraphs. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { MoveTargets, MoveTo } from '../../features/edit/move-paragraph'

/**
 * An edit by its offsets, in UTF-16 code units: the client adjusts them to whatever is typed until the answer arrives.
 */
export interface OffsetEdit {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/**
 * Client to server: what puts numbers and references in order after what the user has done. Answered with null
 * for a document that is not a report, or that has since changed to another version.
 */
export const keepNumbersMethod = 'inspectionReports/keepNumbers'

export interface KeepNumbersParams {
  readonly textDocument: TextDocumentIdentifier
  readonly version: number
  /** What undoes what the user has done, as edits of the present text, in its order. */
  readonly back: readonly OffsetEdit[]
  /** Where paragraphs that were cut out come back: the `numbers` in the answer to the cut. */
  readonly cut?: readonly (readonly [number, number])[]
  /** The number that the user has typed, as the beginning of a paragraph. */
  readonly typed?: { readonly start: number; readonly end: number }
}

export type KeepNumbersResult = KeptNumbersAnswer | null

export interface KeptNumbersAnswer {
  /** Edits of the text as it is. */
  readonly edits: readonly OffsetEdit[]
  /** Old and new number of each paragraph that stays. */
  readonly numbers: readonly (readonly [number, number])[]
  /** How many references were marked because their paragraph is gone. */
  readonly waiting: number
}

/** Client to server: the edits that move the paragraphs at the cursor. */
export const moveParagraphMethod = 'inspectionReports/moveParagraph'

export interface MoveParagraphParams {
  readonly textDocument: TextDocumentIdentifier
  readonly version: number
  /** Offsets of the selection's ends, the cursor last. */
  readonly selection: readonly [number, number]
  readonly to: MoveTo
  /** Are numbers and references to be brought up to date? */
  readonly renumbers: boolean
}

export type MoveParagraphResult =
  | { readonly error: string }
  | {
      readonly error?: undefined
      /** They leave these paragraphs where they are, and instead move the text that they pass. */
      readonly edits: readonly OffsetEdit[]
    }

/** Client to server: the sections to which the paragraph at an offset can be moved. */
export const moveTargetsMethod = 'inspectionReports/moveTargets'

export interface MoveTargetsParams {
  readonly textDocument: TextDocumentIdentifier
  readonly offset: number
}

export type MoveTargetsResult = MoveTargets | null
