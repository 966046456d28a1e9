/** What client and server say to each other beyond the Language Server Protocol. */

import type { Location, Position, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { OpenPlace } from '../export/export'
import type { TypeOption } from '../features/choose-type'
import type { ReportStatus } from '../features/status'

/** What a client may tell the server at the start; all of it may be left out. */
export interface InitializationOptions {
  /** The folder of the documentation, so that a problem can link to the page of its rule. */
  readonly docsUri?: string
  /** Does the client want to be told what every check found (`checkedMethod`)? */
  readonly tellsChecks?: boolean
  /** The settings, for clients that cannot be asked for them. */
  readonly settings?: SettingsSection
}

/** The settings below `inspectionReports`, as the user wrote them. */
export interface SettingsSection {
  /** By rule id: `off`, `hint`, `information`, `warning`, `error` or `default`. */
  readonly rules?: Readonly<Record<string, unknown>>
  /** Type ids by file pattern: `{ "**\/drafts/*.md": "ofsted-slac" }`. */
  readonly reportTypes?: Readonly<Record<string, unknown>>
}

export const settingsSection = 'inspectionReports'

/** Server to client: a document was checked, or is no longer a report. */
export const checkedMethod = 'inspectionReports/checked'

export interface CheckedParams {
  readonly uri: string
  readonly version: number
  /** Null where the text is no report of a known type. */
  readonly report: CheckedReport | null
}

export interface CheckedReport extends ReportStatus {
  /** How long reading and checking took. */
  readonly milliseconds: number
}

/** Client to server: where the judgement at the cursor is stated as well. */
export const otherPlaceMethod = 'inspectionReports/otherPlace'

export interface OtherPlaceParams {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
}

/** A message tells why a judgement has no other place; null where there is no judgement, or no report. */
export type OtherPlaceResult = Location | { readonly message: string } | null

/** Client to server: the report types to choose from. */
export const listTypesMethod = 'inspectionReports/listTypes'

export interface ListTypesParams {
  readonly textDocument: TextDocumentIdentifier
}

export interface ListTypesResult {
  readonly types: readonly TypeOption[]
  /** The one that the user has chosen for this document; null where none was. */
  readonly chosen: string | null
}

/** Client to server: read a document as a type. */
export const chooseTypeMethod = 'inspectionReports/chooseType'

export interface ChooseTypeParams {
  readonly textDocument: TextDocumentIdentifier
  /** Null takes the choice back: the text itself says again what it is. */
  readonly type: string | null
  /** Write it into the document's first lines; else it holds until the document is closed. */
  readonly write?: boolean
}

export interface ChooseTypeResult {
  /** False where the document is not open any more, or did not take the edit. */
  readonly done: boolean
}

/** Client to server: what is still open in a report, before it is exported. */
export const openPlacesMethod = 'inspectionReports/openPlaces'

export interface OpenPlacesParams {
  readonly textDocument: TextDocumentIdentifier
}

/** `error` says, for the user, why the document cannot be exported. */
export type OpenPlacesResult =
  | { readonly places: readonly OpenPlace[]; readonly error?: undefined }
  | { readonly error: string }

/** Client to server: make a Word document of a report. */
export const exportMethod = 'inspectionReports/export'

export interface ExportParams {
  readonly textDocument: TextDocumentIdentifier
  /** The template's bytes in base64. */
  readonly template?: string
}

/** The document's bytes in base64, and what differs from the draft, in sentences for the user. */
export type ExportResult =
  | {
      readonly document: string
      readonly remarks: readonly string[]
      readonly error?: undefined
    }
  | { readonly error: string }

/** Client to server: users' own report types, all that there are, whenever one of them changes. */
export const typeFilesMethod = 'inspectionReports/typeFiles'

export interface TypeFilesParams {
  readonly files: readonly TypeFile[]
}

export interface TypeFile {
  readonly uri: string
  readonly text: string
  /** From the folder that several people share; those of the open folders go before them. */
  readonly shared?: boolean
}

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
  | { readonly text: string; readonly changes: string; readonly error?: undefined }
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

/** Client to server: what is wrong in a Word document, which is only read. */
export const checkWordMethod = 'inspectionReports/checkWord'

export interface CheckWordParams {
  readonly name: string
  /** The file's bytes in base64. */
  readonly bytes: string
}

/** How many problems there are, and a page in Markdown that lists them; `error` is for the user. */
export type CheckWordResult =
  | { readonly problems: number; readonly page: string; readonly error?: undefined }
  | { readonly error: string }
