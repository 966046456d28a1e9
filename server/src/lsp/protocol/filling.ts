/** Filling in a draft from place to place, and a table from cell to cell. */

import type {
  Position,
  Range,
  TextDocumentIdentifier,
  TextEdit,
} from 'vscode-languageserver-protocol'

/** Client to server: what is still to be filled in. */
export const placesToFillMethod = 'inspectionReports/placesToFill'

export interface PlacesToFillParams {
  readonly textDocument: TextDocumentIdentifier
}

/** Null for a document that is not a report. */
export type PlacesToFillResult = {
  /** The version of the document that has the places. */
  readonly version: number
  /** In the order in which they are filled in. */
  readonly places: readonly {
    /** Empty in an empty cell. */
    readonly range: Range
    /** The present text: `[grade]`. */
    readonly words: string
    /** What may be chosen there, the present text first. */
    readonly choices: readonly string[]
  }[]
} | null

/** Client to server: the cell of a table that a key leads to. */
export const nextCellMethod = 'inspectionReports/nextCell'

export interface NextCellParams {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
  readonly direction: 'next' | 'previous'
}

/** Null for a document that is not a report, and where no cell is to go to: Tab then does what it does elsewhere. */
export type NextCellResult = {
  readonly version: number
  /** Its words; empty for an empty cell, and for the line below the table or the end of the text. */
  readonly range: Range
  /** Does the grade of a judgement go there? */
  readonly isGrade: boolean
  /** What sets the columns straight again; it touches no words. */
  readonly padding: readonly TextEdit[]
} | null
