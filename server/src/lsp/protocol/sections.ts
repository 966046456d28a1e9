/** *Insert section…*: what there is to choose from, and what is put in. */

import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { SectionChoice } from '../../features/edit/insert-section'

/** Client to server: the sections that the report's type has. */
export const listSectionsMethod = 'inspectionReports/listSections'

export interface ListSectionsParams {
  readonly textDocument: TextDocumentIdentifier
}

/** Null for a document that is not a report. */
export type ListSectionsResult = readonly PlacedSectionChoice[] | null

export interface PlacedSectionChoice extends Omit<SectionChoice, 'target'> {
  /** Its title in the document; null where it is not there. */
  readonly target: Range | null
}

/** Client to server: what changes when a section is put into its place. */
export const insertSectionMethod = 'inspectionReports/insertSection'

export interface InsertSectionParams {
  readonly textDocument: TextDocumentIdentifier
  /** The section's id in its type. */
  readonly section: string
  /** In which reports the paragraphs after it are renumbered to follow those in it; in drafts if left out. */
  readonly renumbers?: 'drafts' | 'always' | 'never'
}

/** Null where it is already there, or is not one of the type's. */
export type InsertSectionResult = SectionInsertion | null

export interface SectionInsertion {
  /** The version of the document that it is made for. */
  readonly version: number
  /** The section, with tab stops; its lines end with `\n`. */
  readonly snippet: ReplacedRange
  /** What changes elsewhere, as plain text: contents and numbers. */
  readonly others: readonly ReplacedRange[]
}

export interface ReplacedRange {
  readonly range: Range
  readonly newText: string
}
