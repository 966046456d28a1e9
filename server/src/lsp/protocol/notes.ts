/** Notes among colleagues, and what is still to be written. */

import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { OpenMark } from '../../features/lists/notes'

/** Client to server: the notes and placeholders of a report. */
export const listNotesMethod = 'inspectionReports/listNotes'

export interface ListNotesParams {
  readonly textDocument: TextDocumentIdentifier
}

/** In the order of the text; null for a document that is not a report. */
export type ListNotesResult = readonly PlacedMark[] | null

export interface PlacedMark extends Omit<OpenMark, 'span'> {
  readonly range: Range
}

/** Client to server: what changes when notes are taken out. Answered with an `EditPlanResult`. */
export const resolveNotesMethod = 'inspectionReports/resolveNotes'

export interface ResolveNotesParams {
  readonly textDocument: TextDocumentIdentifier
  /** Only the note there; all of them if left out. */
  readonly at?: Range
}
