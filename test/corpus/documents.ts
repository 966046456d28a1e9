/** The documents of a folder, each read as the kind of file that it is. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { decode } from '../../server/src/cli/files/decode'

export interface CorpusDocument {
  /** Relative to the folder. */
  readonly name: string
  readonly text: string
}

/** Reads a file that is not text, as the importer does. Throws for what it cannot read. */
export type Reader = (bytes: Uint8Array) => Promise<string>

const texts = ['.txt', '.md', '.inspection']

/** The drafts and documents of a folder, or the one file, in the order of their names. */
export async function* documentsIn(
  folder: string,
  read: Reader,
): AsyncGenerator<CorpusDocument | { readonly name: string; readonly error: string }> {
  if (!existsSync(folder)) {
    yield { name: folder, error: 'there is no such file or folder' }
    return
  }
  for (const file of filesIn(folder)) {
    const name = path.relative(folder, file) || path.basename(file)
    try {
      const bytes = new Uint8Array(readFileSync(file))
      const isText = texts.includes(path.extname(file))
      yield { name, text: isText ? decode(bytes).text : await read(bytes) }
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
