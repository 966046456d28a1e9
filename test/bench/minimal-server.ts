/** The least that a language server can be: it answers every question for problems with the same 100. */

import {
  createConnection,
  type Diagnostic,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const connection = createConnection()
const documents = new TextDocuments(TextDocument)

const items: Diagnostic[] = Array.from({ length: 100 }, (_, line) => ({
  range: { start: { line, character: 0 }, end: { line, character: 5 } },
  severity: 2,
  source: 'minimal',
  code: `finding-${line}`,
  message: 'Row and section say different grades. Change the row, or change the section.',
}))

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}))
connection.languages.diagnostics.on(() => ({ kind: 'full', items }))
documents.listen(connection)
connection.listen()
