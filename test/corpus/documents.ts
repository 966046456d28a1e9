/** The documents of a folder, read as what they are. */

import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { decode } from '../../server/src/cli/decode'

export interface CorpusDocument {
  /** Relative to the folder. */
  readonly name: string
  readonly text: string
}

/** Reads a file that is no text: what the importer makes of it. Undefined for what it cannot read. */
export type Reader = (name: string, bytes: Uint8Array) => Promise<string | undefined>

const texts = ['.txt', '.md', '.inspection']

/** The drafts and documents of a folder, or the one file, in the order of their names. */
export async function* documentsIn(
  folder: string,
  read: Reader,
): AsyncGenerator<CorpusDocument | { readonly name: string; readonly error: string }> {
  for (const file of filesIn(folder)) {
    const name = path.relative(folder, file) || path.basename(file)
    try {
      const bytes = readFileSync(file)
      const isText = texts.includes(path.extname(file))
      const text = isText ? decode(bytes).text : await read(file, bytes)
      yield text === undefined ? { name, error: 'cannot be read' } : { name, text }
    } catch (error) {
      yield { name, error: (error as Error).message }
    }
  }
}

function filesIn(folder: string): readonly string[] {
  if (!statSync(folder).isDirectory()) return [folder]
  return globSync('**/*.{txt,md,inspection,pdf,docx}', {
    cwd: folder,
    absolute: true,
    ignore: ['**/node_modules/**'],
  }).sort()
}
