/** Word documents and PDFs, opened as the texts that are checked. */

import type { CancellationToken, Disposable, Memento, TextDocument, Uri } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type ProblemListParams,
  type ProblemListResult,
  problemListMethod,
} from '../../../server/src/lsp/protocol'
import { fileOf, fileTextScheme } from '../pages/page-schemes'
import { askingAgain } from './asking-again'
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
  /** What stands for the report in a file; undefined where the file is gone or cannot be read. */
  reportIn(file: Uri): Promise<string | undefined>
}

export function checkedFiles(client: LanguageClient, storage: Memento): CheckedFiles {
  const reader = new FileReader(client)
  const texts = serveFileTexts()
  const remembered = new Remembered(storage)
  const listOf = (
    document: TextDocument,
    token?: CancellationToken,
  ): Promise<ProblemListResult> => {
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
    const params: ProblemListParams = { textDocument }
    return askingAgain(() =>
      client.sendRequest<ProblemListResult>(problemListMethod, params, token),
    )
  }
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
      const list = await listOf(document, token)
      if (list.error !== undefined) return []
      const report = remembered.reportOf(list.subject, fileOf(document.uri).toString())
      return list.problems
        .map(({ identity }) => identity)
        .filter(identity => remembered.isSettled(report, identity))
    },
    async reportIn(file) {
      const read = await reader.readQuietly(file)
      if (read === undefined || read.error !== undefined) return undefined
      const list = await listOf(await texts.open(file, read.text))
      return remembered.reportOf(list.error === undefined ? list.subject : null, file.toString())
    },
    dispose: () => texts.dispose(),
  }
}
