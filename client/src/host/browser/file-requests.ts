/** What a server in a worker asks for: the texts of the open folders. */

import { Disposable, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../../server/src/host/base64'
import {
  type FolderTextsParams,
  type FolderTextsResult,
  folderTextsMethod,
  type ReadFileParams,
  readFileMethod,
} from '../../../../server/src/lsp/protocol'
import { readFile } from '../../files/files'
import { findTexts } from '../../files/find-texts'

export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(folderTextsMethod, ({ folder }: FolderTextsParams) =>
      textsOf(client, Uri.parse(folder)),
    ),
    client.onRequest(readFileMethod, async ({ uri }: ReadFileParams) =>
      base64Of(await readFile(Uri.parse(uri))),
    ),
  )
}

/** What cannot be read is left out. */
async function textsOf(client: BaseLanguageClient, folder: Uri): Promise<FolderTextsResult> {
  const found = await findTexts({ folder })
  const texts = await Promise.all(
    found.map(async uri => {
      try {
        const { size, mtime } = await workspace.fs.stat(uri)
        return [{ uri: client.code2ProtocolConverter.asUri(uri), size, changed: mtime }]
      } catch {
        return []
      }
    }),
  )
  return texts.flat().toSorted((a, b) => (a.uri < b.uri ? -1 : 1))
}
