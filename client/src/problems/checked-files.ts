/** Word documents and PDFs, opened as the texts that are checked. */

import type { Disposable, TextDocument, Uri } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { FileReader } from './file-reader'
import { type FileTexts, serveFileTexts } from './file-texts'

export interface CheckedFiles extends Disposable {
  readonly reader: FileReader
  readonly texts: FileTexts
  /** The text of a file; undefined where the user stopped the reading, or where it failed and this was said. */
  open(file: Uri): Promise<TextDocument | undefined>
}

export function checkedFiles(client: LanguageClient): CheckedFiles {
  const reader = new FileReader(client)
  const texts = serveFileTexts()
  return {
    reader,
    texts,
    async open(file) {
      const read = await reader.read(file)
      return read && texts.open(file, read.text)
    },
    dispose: () => texts.dispose(),
  }
}
