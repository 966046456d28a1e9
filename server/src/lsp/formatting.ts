/** Tidies a report, or a part of it, when the user formats it. */

import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver'
import { formatting } from '../features/formatting'
import { parseReport } from '../report/parse'
import type { Span } from '../text/span'
import type { Context } from './context'
import { editOf, spanOf } from './convert'
import { reportOf } from './documents'

/** Reports are Markdown files or plain text for those who want; their formatters are others' business. */
const documentSelector = [{ language: 'inspection-report' }]

export function serveFormatting({ connection, texts, types, abilities, onReady }: Context): void {
  if (abilities.registersFormatting)
    onReady(() => {
      void connection.client.register(DocumentFormattingRequest.type, { documentSelector })
      void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector })
    })
  const format = (
    { uri }: TextDocumentIdentifier,
    rangeIn: (lines: Parameters<typeof spanOf>[0]) => Span | undefined,
  ): TextEdit[] | null => {
    const document = texts.get(uri)
    const report = document && reportOf(document)
    // Null, so that what else formats this language is asked.
    if (report === undefined) return null
    const options = { types: types.catalogue(), choice: types.choiceFor(uri) }
    const readAgain = (text: string) => parseReport(text, options)
    const edits = formatting(report, readAgain, rangeIn(report.lines))
    return edits.map(edit => editOf(report.lines, edit))
  }
  connection.onDocumentFormatting(({ textDocument }) => format(textDocument, () => undefined))
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    format(textDocument, lines => spanOf(lines, range)),
  )
}
