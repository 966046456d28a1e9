/** Report types: choosing one, and users' own. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { TypeOption } from '../../features/drafts/choose-type'

/** Client to server: the report types to choose from. */
export const listTypesMethod = 'inspectionReports/listTypes'

export interface ListTypesParams {
  readonly textDocument: TextDocumentIdentifier
}

export interface ListTypesResult {
  readonly types: readonly TypeOption[]
  /** The one that the user has chosen for this document; null where none has been chosen. */
  readonly chosen: string | null
}

/** Client to server: read a document as a report of a given type. */
export const chooseTypeMethod = 'inspectionReports/chooseType'

export interface ChooseTypeParams {
  readonly textDocument: TextDocumentIdentifier
  /** Null withdraws the choice: the text itself decides again what it is. */
  readonly type: string | null
  /** Is it written into the document's first lines? Otherwise it holds until the document is closed. */
  readonly write?: boolean
}

export interface ChooseTypeResult {
  /** False where the document is no longer open, or did not take the edit. */
  readonly done: boolean
}

/** Client to server: users' own report types, all of them, whenever one of them changes. */
export const typeFilesMethod = 'inspectionReports/typeFiles'

export interface TypeFilesParams {
  readonly files: readonly TypeFile[]
}

export interface TypeFile {
  readonly uri: string
  readonly text: string
  /** From the folder that several people share; those of the open folders take precedence. */
  readonly shared?: boolean
}
