/** The option `--comments` of `check`: a copy of the Word document with a comment at each problem. */

import path from 'node:path'
import { createFile } from '../host/write-file'
import { finish } from '../text/steps'
import { newFileFault } from './new-file'
import { failing, oneFile } from './one-file'
import { type CheckedFile, count } from './print'
import { type InputFile, reason } from './read-files'
import type { Terminal } from './terminal'

/** A copy that is to be written once its document has been checked. */
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
  terminal: Terminal,
): Promise<AskedCopy | 2> {
  const fail = failing(terminal)
  const [pattern = '', ...others] = patterns
  if (others.length > 0)
    return fail(out, 'Comments go into a copy of one document. Name one at a time.')
  const file = await oneFile(pattern, terminal, fail)
  if (file === 2) return file
  if (file.error !== undefined && file.other === undefined) return fail(file.path, file.error)
  const word = file.error !== undefined && file.other?.kind === 'word' ? file.other : undefined
  if (word === undefined)
    return fail(
      file.path,
      'This is not a Word document (.docx). Comments can be put only into one.',
    )
  const target = path.resolve(terminal.cwd, out)
  const shown = path.relative(terminal.cwd, target) || target
  const source = path.resolve(terminal.cwd, file.path)
  const fault = await newFileFault(target, source, { option: '--comments', isCopy: true })
  return fault === undefined ? { file, bytes: word.bytes, target, shown } : fail(shown, fault)
}

/** Writes the copy, and says so; 2 where that fails. Where there is no problem, none is written. */
export async function writeCopy(
  { file, bytes, target, shown }: AskedCopy,
  { report, findings }: CheckedFile,
  terminal: Terminal,
): Promise<0 | 2> {
  const fail = failing(terminal)
  if (report === undefined)
    return fail(
      file.path,
      'This is not a report of a known type, so no copy was written. Check that it begins with its title.',
    )
  if (findings.length === 0) {
    terminal.err('There are no problems, so no copy was written.\n')
    return 0
  }
  const { commentedCopy, ImportError } = await import('../import/import')
  try {
    const copy = finish(commentedCopy(bytes, { report, findings, at: new Date() }))
    const left =
      copy.leftOut === 0
        ? ''
        : ` ${count(copy.leftOut, 'problem')} can be seen already, as comments of the document.`
    if (copy.comments === 0) {
      terminal.err(`No copy was written.${left}\n`)
      return 0
    }
    await createFile(target, copy.bytes)
    terminal.err(`Written: ${shown}, with ${count(copy.comments, 'comment')}.${left}\n`)
    return 0
  } catch (error) {
    return error instanceof ImportError
      ? fail(file.path, error.message)
      : fail(shown, reason(error))
  }
}
