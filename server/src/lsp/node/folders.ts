/** The texts of the open folders, for Node. */

import { stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ordinaryFiles } from '../../host/find-files'
import { readFile } from '../../host/read-file'
import { decodeText } from '../../text/decode'
import type { FolderTexts, TextFile } from '../tools'

/** How the names of reports may end; the same as in the export of judgements and in a terminal. */
const isText = /\.(?:inspection|md|txt)$/i

export const folderTexts: FolderTexts = {
  list: folder => (folder.startsWith('file:') ? textsIn(fileURLToPath(folder)) : none()),
  read: async ({ uri }) => decodeText(await readFile(fileURLToPath(uri))),
}

/** In bytes; no file of settings is as long. */
const largestSettings = 1_000_000

/** A file of settings; undefined where it cannot be read. */
export async function textOfFile(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined
  return readFile(fileURLToPath(uri), largestSettings).then(decodeText, () => undefined)
}

async function* none(): AsyncGenerator<TextFile> {}

/** What cannot be read is left out; links are not followed, as in VS Code's own search. */
async function* textsIn(folder: string): AsyncGenerator<TextFile> {
  for await (const { path, error } of ordinaryFiles(folder, name => isText.test(name))) {
    if (error !== undefined) continue
    const { mtimeMs, size } = (await stat(path).catch(() => undefined)) ?? {}
    if (mtimeMs !== undefined && size !== undefined)
      yield { uri: pathToFileURL(path).href, size, changed: mtimeMs }
  }
}
