/** The command `fix`: applies the safe fixes to the files, or shows what they would change. */

import { stat } from 'node:fs/promises'
import path from 'node:path'
import pc from 'picocolors'
import { count, printError, printSummary } from '../check/forms/text'
import { add, emptyTally, exitStatus } from '../check/tally'
import { type FoundFile, listFiles, readFound } from '../files/read-files'
import { surroundings, surroundingsOptions } from '../surroundings'
import type { CommandOptions, ExitStatus, Terminal } from '../terminal'
import { progressOf } from '../threads/progress'
import { inOrder } from '../threads/threads'
import { fixFile, unfixed } from './fix-file'
import { suggest } from './suggest'

export interface FixOptions extends CommandOptions {
  /** Show the difference, but change nothing. */
  readonly dryRun: boolean
  /** How many files are fixed at the same time; as many as the computer has cores if left out. */
  readonly jobs?: number
  /** The copy of a Word document to write, with the fixes as tracked changes. */
  readonly tracked?: string
  /** The only rules whose fixes are to be applied; those of all if left out. */
  readonly only?: readonly string[]
}

/**
 * Fixes the files and says how much is left in them. Standard input is written, fixed, to standard output, and what
 * there is to say about it to the error output.
 */
export async function fix(
  patterns: readonly string[],
  options: FixOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (options.tracked !== undefined)
    return suggest(patterns, { ...options, tracked: options.tracked }, terminal)
  const { dryRun, quiet, text, jobs, only, failOn } = options
  const { cwd, colour, program } = terminal
  const colours = pc.createColors(colour)
  const files = await listFiles(patterns, options, terminal)
  const progress = progressOf(files.length, quiet ? {} : terminal)
  const toStandardOutput = patterns.includes('-') && !dryRun ? terminal.err : terminal.out
  const say = quiet ? () => {} : progress.clearing(toStandardOutput)
  const out = progress.clearing(terminal.out)
  const complain = progress.clearing((file: string, message: string) =>
    terminal.err(printError(file, message, colours)),
  )
  const around = surroundings(cwd, options, complain)
  const tally = emptyTally()
  let fixes = 0
  let failed = 0
  // Two names of one file: one thread would read what the other is writing.
  const inTurn = await isNamedTwice(files, cwd)
  const own = { cwd, colour, text, dryRun, ...(only && { only }) }
  const outcomes = inOrder(files, {
    program,
    jobs: inTurn ? 1 : jobs,
    options: {
      ...{ cwd, colour, text, quiet, surroundings: surroundingsOptions(options) },
      task: { name: 'fix', dryRun, ...(only && { only }) },
    },
    here: async found => fixFile(await readFound(found, terminal), around, own),
    failed: unfixed,
  })
  for await (const { path: file, outcome } of outcomes) {
    await around.of(file).catch(() => undefined)
    if (outcome.error !== undefined) {
      failed++
      complain(file, outcome.error)
    }
    if (outcome.output !== '') out(outcome.output)
    if (outcome.said !== '') say(outcome.said)
    add(outcome.tally, tally)
    fixes += outcome.fixes
    progress.done()
  }
  const number = fixes === 0 ? 'Nothing' : count(fixes, 'problem')
  say(`${number} ${dryRun ? 'would be fixed' : 'fixed'}. Left in `)
  say(printSummary(tally, failed + around.failed, colours))
  return exitStatus(tally, failed + around.failed, failOn)
}

/** Is a file among them under two names, as links give it? */
async function isNamedTwice(files: readonly FoundFile[], cwd: string): Promise<boolean> {
  const seen = new Set<string>()
  for (const { path: file, isStandardInput } of files) {
    const found =
      !isStandardInput &&
      (await stat(path.resolve(cwd, file), { bigint: true }).catch(() => undefined))
    if (!found) continue
    const identity = `${found.dev} ${found.ino}`
    if (seen.has(identity)) return true
    seen.add(identity)
  }
  return false
}
