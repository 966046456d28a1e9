/** The texts of the open folders, for Node. */

import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { FolderTexts, TextFile } from './tools'

/** What a report may be called; the same as in the export of judgements and in a terminal. */
const isText = /\.(?:inspection|md|txt)$/i

export const folderTexts: FolderTexts = {
  list: folder => (folder.startsWith('file:') ? textsIn(fileURLToPath(folder)) : none()),
  read: async ({ uri }) => textOf(await readFile(fileURLToPath(uri))),
}

async function* none(): AsyncGenerator<TextFile> {}

/** Hidden folders and those of programs hold no reports; what cannot be read is left out. */
async function* textsIn(folder: string): AsyncGenerator<TextFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* textsIn(file)
    } else if (entry.isFile() && isText.test(entry.name)) {
      const { mtimeMs, size } = (await stat(file).catch(() => undefined)) ?? {}
      if (mtimeMs !== undefined && size !== undefined)
        yield { uri: pathToFileURL(file).href, size, changed: mtimeMs }
    }
  }
}

/** UTF-8, UTF-16 where its byte-order mark says so, and else the encoding of Windows. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
