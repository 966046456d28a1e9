/** Keeping numbers in order while somebody types, and moving paragraphs. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { MoveTargets, MoveTo } from '../../features/move-paragraph'

/**
 * An edit by its offsets, in UTF-16 code units: the client takes them through what is typed until the
 * answer is there.
 */
export interface OffsetEdit {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/**
 * Client to server, sent before the edits are made: what puts numbers and references in order behind them.
 * Answered with null for a document that is no report, or is another version by now.
 */
export const keepNumbersMethod = 'inspectionReports/keepNumbers'

export interface KeepNumbersParams {
  readonly textDocument: TextDocumentIdentifier
  readonly version: number
  /** What the user does, in the order of the text. */
  readonly edits: readonly OffsetEdit[]
  /** Where paragraphs come back that were cut out: the `numbers` of the answer to that. */
  readonly cut?: readonly (readonly [number, number])[]
  /** Instead of edits: those that take back what the user has done already, as edits of the text by now. */
  readonly back?: readonly OffsetEdit[]
  /** Instead of edits: the beginning of a paragraph that has just been typed and stands in the text. */
  readonly typed?: { readonly start: number; readonly end: number }
}

export type KeepNumbersResult = KeptNumbersAnswer | null

export interface KeptNumbersAnswer {
  /** Edits of the text as the user's edits leave it. */
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
  /** Are numbers and references to follow? */
  readonly renumbers: boolean
}

export type MoveParagraphResult =
  | { readonly error: string }
  | {
      readonly error?: undefined
      readonly edits: readonly OffsetEdit[]
      /** The selection's ends once the edits are made. */
      readonly selection: readonly [number, number]
    }

/** Client to server: the sections to which the paragraph at an offset can be moved. */
export const moveTargetsMethod = 'inspectionReports/moveTargets'

export interface MoveTargetsParams {
  readonly textDocument: TextDocumentIdentifier
  readonly offset: number
}

export type MoveTargetsResult = MoveTargets | null
