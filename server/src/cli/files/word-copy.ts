/** Copies of Word documents: what `check --comments` and `fix --tracked` have in common. */

import path from 'node:path'
import { createFile } from '../../host/write-file'
import { unreadDocument } from '../check/checked'
import type { Terminal } from '../terminal'
import { newFileFault } from './new-file'
import { failing, oneFile } from './one-file'
import { type InputFile, type NamingOptions, reason } from './read-files'

/** The option that names the copy. */
export type CopyOption = '--comments' | '--tracked'

/** A copy that is to be written once its document has been read. */
export interface AskedCopy {
  readonly file: InputFile
  readonly bytes: Uint8Array
  readonly target: string
  /** The target as shown to the user. */
  readonly shown: string
}

/** What is to be copied, and where to. Where that is not possible, this is reported, and the result is 2. */
export async function askedCopy(
  patterns: readonly string[],
  out: string,
  option: CopyOption,
  naming: NamingOptions,
  terminal: Terminal,
): Promise<AskedCopy | 2> {
  const fail = failing(terminal)
  const [pattern = '', ...others] = patterns
  if (others.length > 0)
    return fail(out, `With ${option} a copy of one document is written. Name one at a time.`)
  const file = await oneFile(pattern, terminal, fail, naming)
  if (file === 2) return file
  if (file.error !== undefined && file.other === undefined) return fail(file.path, file.error)
  const word = file.error !== undefined && file.other?.kind === 'word' ? file.other : undefined
  if (word === undefined)
    return fail(
      file.path,
      `This is not a Word document (.docx). Only one can be copied with ${option}.`,
    )
  const target = path.resolve(terminal.cwd, out)
  const shown = path.relative(terminal.cwd, target) || target
  // The standard input has no ending.
  const ending = path.extname(file.path) === '' ? '.docx' : ''
  const source = path.resolve(terminal.cwd, `${file.path}${ending}`)
  const fault = await newFileFault(target, source, { option, isCopy: true })
  return fault === undefined ? { file, bytes: word.bytes, target, shown } : fail(shown, fault)
}

/** Makes the copy, and writes it if there are bytes; undefined where that failed, which is reported. */
export async function writeCopy<Made extends { readonly bytes: Uint8Array | undefined }>(
  { file, target, shown }: AskedCopy,
  make: () => Promise<Made>,
  { text }: { readonly text: boolean },
  terminal: Terminal,
): Promise<Made | undefined> {
  const fail = failing(terminal)
  let made: Made
  try {
    made = await make()
  } catch (error) {
    const { name, message } = error as Error
    if (name !== 'ImportError') throw error
    fail(file.path, text ? message : unreadDocument)
    return undefined
  }
  try {
    if (made.bytes !== undefined) await createFile(target, made.bytes)
    return made
  } catch (error) {
    fail(shown, reason(error))
    return undefined
  }
}
