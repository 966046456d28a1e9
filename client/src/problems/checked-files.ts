/** Word documents and PDFs, opened as the texts that are checked. */

import type { CancellationToken, Disposable, Memento, TextDocument, Uri } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type ProblemListParams,
  type ProblemListResult,
  problemListMethod,
} from '../../../server/src/lsp/protocol'
import { fileOf, fileTextScheme } from '../pages/page-schemes'
import { FileReader } from './file-reader'
import { type FileTexts, serveFileTexts } from './file-texts'
import { Remembered } from './remembered'

export interface CheckedFiles extends Disposable {
  readonly reader: FileReader
  readonly texts: FileTexts
  readonly remembered: Remembered
  /** The text of a file; undefined where the user stopped the reading, or where it failed and this was said. */
  open(file: Uri): Promise<TextDocument | undefined>
  /** The identities of the problems that were ticked or ignored; none in a text that is not a file's. */
  settledIn(document: TextDocument, token?: CancellationToken): Promise<readonly string[]>
}

export function checkedFiles(client: LanguageClient, storage: Memento): CheckedFiles {
  const reader = new FileReader(client)
  const texts = serveFileTexts()
  const remembered = new Remembered(storage)
  return {
    reader,
    texts,
    remembered,
    async open(file) {
      const read = await reader.read(file)
      return read && texts.open(file, read.text)
    },
    async settledIn(document, token) {
      if (document.uri.scheme !== fileTextScheme) return []
      const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
      const params: ProblemListParams = { textDocument }
      const list = await client.sendRequest<ProblemListResult>(problemListMethod, params, token)
      if (list.error !== undefined) return []
      const report = remembered.reportOf(list.subject, fileOf(document.uri).toString())
      return list.problems
        .map(({ identity }) => identity)
        .filter(identity => remembered.isSettled(report, identity))
    },
    dispose: () => texts.dispose(),
  }
}
