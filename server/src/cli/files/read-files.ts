/** Finds the files that the arguments mean, and reads them. */

import { readdir } from 'node:fs'
import { lstat, readFile as readStream, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type FileSystemAdapter, glob, isDynamicPattern } from 'tinyglobby'
import { filesBelow } from '../../host/find-files'
import { readFile } from '../../host/read-file'
import { type DecodedText, decode, NotTextError } from './decode'

/** A file that was read, or why it was not. `path` is as shown to the user; `-` is standard input without a name. */
export type InputFile = { readonly path: string; readonly isStandardInput?: boolean } & (
  | { readonly decoded: DecodedText; readonly error?: undefined }
  /** `other`: the bytes of a Word document or PDF, which is not text, but which some commands can read. */
  | { readonly error: string; readonly other?: OtherFile }
)

export interface OtherFile {
  readonly kind: 'word' | 'pdf'
  readonly bytes: Uint8Array
}

export interface ReadOptions {
  readonly cwd: string
  readonly readStdin: () => Promise<Uint8Array>
}

export interface NamingOptions {
  /** What the standard input is called instead of `-`. */
  readonly stdinFilename?: string
}

/**
 * Lists all files that the arguments mean, in their order, each once: files, folders (their `.inspection`,
 * `.md` and `.txt` files), patterns like `reports/*.txt`, and `-`.
 *
 * Anything that is not there comes as an `error`.
 */
export async function listFiles(
  patterns: readonly string[],
  { stdinFilename = '-' }: NamingOptions,
  { cwd }: { readonly cwd: string },
): Promise<readonly FoundFile[]> {
  const done = new Set<string>()
  const files: FoundFile[] = []
  for (const pattern of patterns) {
    for (const found of await findFiles(pattern, cwd, 'inspection,md,txt')) {
      const key = found.isStandardInput ? '-' : path.resolve(cwd, found.path)
      if (done.has(key)) continue
      done.add(key)
      files.push(found.isStandardInput ? { ...found, path: stdinFilename } : found)
    }
  }
  return files
}

/** Lists the files and reads them, each when it is asked for. */
export async function* readFiles(
  patterns: readonly string[],
  options: ReadOptions & NamingOptions,
): AsyncGenerator<InputFile> {
  for (const found of await listFiles(patterns, options, options))
    yield await readFound(found, options)
}

/** Folders of program packages, and the files by which Word marks a document as open. */
const ignored = ['**/node_modules/**', '**/~$*']

/** A file that an argument means, or why there is none. */
export interface FoundFile {
  readonly path: string
  readonly error?: string
  readonly isStandardInput?: boolean
}

/**
 * The files that an argument means: a file, a folder (its files with one of the `endings`, which are
 * joined by commas), a pattern like `reports/*.txt`, or `-`.
 */
export async function findFiles(
  pattern: string,
  cwd: string,
  endings: string,
): Promise<readonly FoundFile[]> {
  if (pattern === '-') return [{ path: '-', isStandardInput: true }]
  // A name with brackets in it may be a file as well as a pattern: a file takes precedence.
  const named = path.resolve(cwd, pattern)
  if ((await stat(named).catch(() => undefined))?.isDirectory())
    return filesOfFolder(pattern, cwd, endings)
  // A link that leads to no file is listed too: reading it reports that.
  if ((await lstat(named).catch(() => undefined)) !== undefined) return [{ path: pattern }]
  const slashed = pattern.replaceAll('\\', '/')
  if (!isDynamicPattern(slashed)) {
    return [{ path: pattern, error: 'There is no such file. Check the name and the folder.' }]
  }
  const unread = new Map<string, unknown>()
  const paths = await glob(slashed, {
    cwd,
    expandDirectories: false,
    ignore: ignored,
    fs: { readdir: readdirAnd((folder, error) => unread.set(folder, error)) },
  })
  if (paths.length === 0 && unread.size === 0) {
    return [
      { path: pattern, error: 'No file matches this pattern. Check the name and the folder.' },
    ]
  }
  const folders = await eachOnce([...unread.keys()], cwd)
  return [
    ...(await eachOnce(paths.sort(), cwd)).map(file => ({ path: file })),
    ...folders.map(folder => unreadFolder(folder, cwd, unread.get(folder))),
  ]
}

/** Reads folders, and reports which of them could not be read. */
function readdirAnd(
  onError: (folder: string, error: NodeJS.ErrnoException) => void,
): NonNullable<FileSystemAdapter['readdir']> {
  const read = (folder: string, options: object, done: (...answer: unknown[]) => void): void => {
    readdir(folder, { ...options, withFileTypes: true }, (error, entries) => {
      // A pattern that names a folder that is not there matches nothing.
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
        onError(folder, error)
      done(error, entries)
    })
  }
  return read as NonNullable<FileSystemAdapter['readdir']>
}

function unreadFolder(folder: string, cwd: string, error: unknown): FoundFile {
  const shown = path.relative(cwd, folder).replaceAll('\\', '/') || '.'
  return { path: shown, error: `This folder could not be read. ${reason(error)}` }
}

/** Without paths to files already found under a shorter one: links may lead back into a folder. */
async function eachOnce(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const real = new Map<string, string>()
  for (const each of paths) {
    const file = path.resolve(cwd, each)
    const own = await realpath(file).catch(() => file)
    const known = real.get(own)
    if (known === undefined || own === file || each.length < known.length) real.set(own, each)
  }
  const kept = new Set(real.values())
  return paths.filter(each => kept.has(each))
}

async function filesOfFolder(
  folder: string,
  cwd: string,
  endings: string,
): Promise<readonly FoundFile[]> {
  const known = endings.split(',')
  const isWanted = (name: string) =>
    !name.startsWith('~$') && known.includes(path.extname(name).slice(1).toLowerCase())
  const files = await filesBelow(path.resolve(cwd, folder), isWanted)
  if (files.length === 0) {
    const named = known
      .map(each => `.${each}`)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')
    return [{ path: folder, error: `No ${named} file is in this folder.` }]
  }
  const shown = (file: string) =>
    path.join(folder, path.relative(path.resolve(cwd, folder), file)).replaceAll('\\', '/')
  return files
    .map(({ path: file, error }): FoundFile => {
      if (error === undefined) return { path: shown(file) }
      return isWanted(path.basename(file))
        ? { path: shown(file), error: reason(error) }
        : unreadFolder(file, cwd, error)
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Reads a file that was found, or passes on why there is none. */
export async function readFound(
  { path: file, error, isStandardInput = false }: FoundFile,
  { cwd, readStdin }: ReadOptions,
): Promise<InputFile> {
  if (error !== undefined) return { path: file, error }
  const named = { path: file, isStandardInput }
  let bytes: Uint8Array | undefined
  try {
    bytes = isStandardInput ? await readStdin() : await readNamed(path.resolve(cwd, file))
    const fault = wordFault(file, bytes)
    if (fault !== undefined) return { ...named, error: fault }
    return { ...named, decoded: decode(bytes) }
  } catch (error) {
    const kind = bytes && kindOf(bytes)
    return { ...named, error: reason(error), ...(bytes && kind && { other: { kind, bytes } }) }
  }
}

export const emptyFile = 'This file is empty. Save it again from the program that made it.'

/** Why a file that is called a Word document is not one, as far as its name and first bytes show. */
export function wordFault(name: string, bytes: Uint8Array): string | undefined {
  if (path.basename(name).startsWith('~$'))
    return 'This is only a temporary file that Word keeps while a document is open. Name the document itself, without the ~$.'
  if (!/\.(?:doc|dot)[xm]$/i.test(name) || isWordDocument(bytes)) return undefined
  return bytes.length === 0
    ? emptyFile
    : 'This is not a Word document, whatever its name says. Save it again in Word as .docx.'
}

function kindOf(bytes: Uint8Array): OtherFile['kind'] | undefined {
  if (isWordDocument(bytes)) return 'word'
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-' ? 'pdf' : undefined
}

/** A zipped document, or one of Word 97 or with a password, of which the reader says what to do. */
function isWordDocument(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
}

/**
 * A file that was named. A pipe from another program has a path of the system's own, as in `check <(pandoc
 * report.docx)`; no other pipe is waited for.
 */
export function readNamed(file: string): Promise<Buffer> {
  const isStream = /^\/(?:dev|proc\/(?:self|\d+))\/(?:fd\/\d+|stdin)$/.test(file)
  return isStream ? readStream(file) : readFile(file)
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
      return 'You do not have permission to open or write this file. Ask for it, or use a folder of your own.'
    case 'EFTYPE':
      return 'This is not an ordinary file, but a pipe or a device. Name a file, or - for standard input.'
    case 'EDANGLING':
      return 'This is a link that no longer leads to a file. Name the file that was meant, or remove the link.'
    case 'EFBIG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'This file is too large to be read.'
    case 'ELOOP':
      return 'This is a link that leads to itself. Name the file itself.'
    case 'EISDIR':
      return 'This is a folder. Name a file in it.'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'There is a file where a folder is needed. Name another place.'
    case 'EBUSY':
      return 'Another program has this file open. Close it there, and try again.'
    case 'ENAMETOOLONG':
      return 'This name is too long for the disk. Choose a shorter one.'
    case 'EROFS':
      return 'This folder cannot be written to. Copy the file to another folder.'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full. Nothing was changed.'
    default:
      return `This file could not be used: ${message}`
  }
}
