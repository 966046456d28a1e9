/** Finds the files that the arguments mean, and reads them. */

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { type DecodedText, decode, NotTextError } from './decode'

/** A file that was read, or why it was not. `path` is as shown to the user; `-` is standard input. */
export type InputFile =
  | { readonly path: string; readonly decoded: DecodedText; readonly error?: undefined }
  /** `word`: the bytes of a Word document, which is no text, but which some commands can read. */
  | { readonly path: string; readonly error: string; readonly word?: Uint8Array }

export interface ReadOptions {
  readonly cwd: string
  readonly readStdin: () => Promise<Uint8Array>
}

/**
 * Reads all files that the arguments mean, in their order, each once: files, folders (their
 * `.inspection`, `.md` and `.txt` files), patterns like `reports/*.txt`, and `-`.
 *
 * What cannot be read comes as an `error`; the rest is still read.
 */
export async function* readFiles(
  patterns: readonly string[],
  options: ReadOptions,
): AsyncGenerator<InputFile> {
  const done = new Set<string>()
  for (const pattern of patterns) {
    for (const found of await findFiles(pattern, options.cwd, 'inspection,md,txt')) {
      const key = found.path === '-' ? '-' : path.resolve(options.cwd, found.path)
      if (done.has(key)) continue
      done.add(key)
      yield found.error === undefined ? await readOne(found.path, options) : found
    }
  }
}

/** Packages of programs, and Word's marks that a document is open. */
const ignored = ['**/node_modules/**', '**/~$*']

/** A file that an argument means, or why there is none. */
export type FoundFile =
  | { readonly path: string; readonly error?: undefined }
  | { readonly path: string; readonly error: string }

/**
 * The files that an argument means: a file, a folder (its files with one of the `endings`, which are
 * joined by commas), a pattern like `reports/*.txt`, or `-`.
 */
export async function findFiles(
  pattern: string,
  cwd: string,
  endings: string,
): Promise<readonly FoundFile[]> {
  if (pattern === '-') return [{ path: '-' }]
  // A name with brackets in it may be a file as well as a pattern: the file comes first.
  const there = await stat(path.resolve(cwd, pattern)).catch(() => undefined)
  if (there?.isDirectory()) return filesOfFolder(pattern, cwd, endings)
  if (there !== undefined) return [{ path: pattern }]
  const slashed = pattern.replaceAll('\\', '/')
  if (!isDynamicPattern(slashed)) {
    return [{ path: pattern, error: 'There is no such file. Check the name and the folder.' }]
  }
  const paths = await glob(slashed, {
    cwd,
    expandDirectories: false,
    ignore: ignored,
  })
  if (paths.length === 0) {
    return [
      { path: pattern, error: 'No file matches this pattern. Check the name and the folder.' },
    ]
  }
  return paths.sort().map(file => ({ path: file }))
}

async function filesOfFolder(
  folder: string,
  cwd: string,
  endings: string,
): Promise<readonly FoundFile[]> {
  const paths = await glob(`**/*.{${endings}}`, {
    cwd: path.resolve(cwd, folder),
    ignore: ignored,
  })
  if (paths.length === 0) {
    const named = endings
      .split(',')
      .map(each => `.${each}`)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')
    return [{ path: folder, error: `No ${named} file is in this folder.` }]
  }
  return paths.sort().map(file => ({ path: path.join(folder, file).replaceAll('\\', '/') }))
}

async function readOne(file: string, { cwd, readStdin }: ReadOptions): Promise<InputFile> {
  let bytes: Uint8Array | undefined
  try {
    bytes = file === '-' ? await readStdin() : await readFile(path.resolve(cwd, file))
    return { path: file, decoded: decode(bytes) }
  } catch (error) {
    const isWord = bytes?.[0] === 0x50 && bytes[1] === 0x4b
    return { path: file, error: reason(error), ...(bytes && isWord && { word: bytes }) }
  }
}

/** Why a file could not be read or written, as a sentence for the user. */
export function reason(error: unknown): string {
  if (error instanceof NotTextError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'There is no such file. Check the name and the folder.'
    case 'EACCES':
    case 'EPERM':
      return 'You may not open or write this file. Ask for the right to, or use a folder of your own.'
    case 'EISDIR':
      return 'This is a folder. Name a file in it.'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'A file of this name stands where a folder is needed. Name another place.'
    case 'EBUSY':
      return 'Another program has this file open. Close it there, and try again.'
    case 'ENAMETOOLONG':
      return 'This name is too long for the disk. Choose a shorter one.'
    case 'EROFS':
      return 'This folder cannot be written to. Copy the file to another folder.'
    case 'ENOSPC':
      return 'The disk is full. Nothing was changed.'
    default:
      return `This file could not be used: ${message}`
  }
}
