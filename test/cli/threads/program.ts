/** The built program on folders of many files, with a script that each of its threads runs first. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

export const program = path.join(root, 'dist/cli.js')

export const wrong = readFileSync(
  path.join(root, 'samples/westmarch-with-problems.inspection.md'),
  'utf8',
)

export interface Folder {
  readonly path: string
  /** Puts so many copies of a report into a folder within it. */
  readonly fill: (name: string, number: number) => void
  /** Runs the program in it, after `script`, which each thread runs too. */
  readonly run: (
    args: string,
    script?: string,
    node?: readonly string[],
  ) => { readonly stdout: string; readonly stderr: string; readonly status: number | null }
  /** The arguments for Node that do so. */
  readonly command: (args: string, script: string) => readonly string[]
  readonly remove: () => void
}

/** A folder for a test; the program is built first if it is older than its sources. */
export function newFolder(): Folder {
  spawnSync(process.execPath, [path.join(root, 'scripts/check.mjs'), '--version'])
  const folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
  const command = (args: string, script: string) => {
    const file = path.join(folder, 'first.cjs')
    writeFileSync(file, script)
    return ['-r', file, program, ...args.split(' ')]
  }
  return {
    path: folder,
    fill: (name, number) => {
      mkdirSync(path.join(folder, name))
      for (let at = 0; at < number; at++)
        writeFileSync(path.join(folder, name, `${String(at).padStart(4, '0')}.md`), wrong)
    },
    run: (args, script = '', node = []) =>
      spawnSync(process.execPath, [...node, ...command(args, script)], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1_000_000_000,
      }),
    command,
    remove: () => rmSync(folder, { recursive: true }),
  }
}
