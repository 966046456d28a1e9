/** A report beside an earlier version of it, or beside an earlier inspection. */

import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol'

/** Client to server: compare an open report with another text or file. */
export const compareMethod = 'inspectionReports/compare'

export interface CompareParams {
  readonly textDocument: TextDocumentIdentifier
  /** What the user calls the open report. */
  readonly name: string
  readonly as: 'versions' | 'inspections'
  readonly other: ComparedFile
}

export interface ComparedFile {
  /** What the user calls it: `westmarch.docx`, `the version of 3 May, 14:05`. */
  readonly name: string
  /** Its text, or otherwise the bytes of the file in base64: a text, a Word document or a PDF. */
  readonly text?: string
  readonly bytes?: string
  /** Where it can be opened, for links in the page in Markdown. */
  readonly uri?: string
}

/** `error` says, for the user, why the two cannot be compared. */
export type CompareResult =
  | {
      readonly title: string
      /**
       * The page as HTML, without its frame. Links have `data-document` (`earlier` is the other text,
       * `present` the open report) and `data-offset`, in UTF-16 units.
       */
      readonly body: string
      readonly markdown: string
      /** The text of the other file, to which the offsets refer; its lines end with `\n`. */
      readonly otherText: string
      /**
       * The same to be read beside the open report, line by line: numbers and references that have only followed
       * are as they are now. Left out where that makes no difference.
       */
      readonly textBeside?: string
      readonly error?: undefined
    }
  | { readonly error: string }
