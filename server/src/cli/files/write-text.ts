/** Writes what a command has made: to the terminal, or into a file that `--out` names. */

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { createFile, replaceFile } from '../../host/write-file'
import type { ExitStatus, Terminal } from '../terminal'
import { reason } from './read-files'

export interface OutOptions {
  /** The file to write; standard output if left out. */
  readonly out?: string
  /** Replace the file if it already exists. */
  readonly force: boolean
}

/**
 * Returns 1, and writes nothing, where the file already exists. `sources` are the files that were read: none of
 * them is ever replaced.
 */
export async function writeText(
  made: string | Uint8Array,
  sources: readonly string[],
  { out, force }: OutOptions,
  { cwd, ...terminal }: Terminal,
  fail: (name: string, message: string) => 2,
): Promise<ExitStatus> {
  if (out === undefined) {
    terminal.out(String(made))
    return 0
  }
  const target = path.resolve(cwd, out)
  const shown = path.relative(cwd, target) || target
  if (sources.some(source => path.resolve(cwd, source) === target))
    return fail(shown, 'This is the report itself. Name another file with --out.')
  const there = await stat(target).catch(() => undefined)
  if (there?.isDirectory() === true)
    return fail(shown, 'This is a folder. Name the file to write with --out.')
  if (there !== undefined && !force) {
    terminal.err(
      `${shown} already exists. Nothing was written. Name another file with --out, or replace it with --force.\n`,
    )
    return 1
  }
  try {
    const bytes = typeof made === 'string' ? Buffer.from(made, 'utf8') : made
    await (there === undefined ? createFile(target, bytes) : replaceFile(target, bytes))
  } catch (error) {
    return fail(shown, reason(error))
  }
  terminal.err(`Written: ${shown}\n`)
  return 0
}
