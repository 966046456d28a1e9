/** The command `check`: what is wrong in the files. */

import pc from 'picocolors'
import { failing } from '../files/one-file'
import { listFiles, readFound } from '../files/read-files'
import { askedCopy } from '../files/word-copy'
import { surroundings, surroundingsOptions } from '../surroundings'
import type { CommandOptions, ExitStatus, Terminal } from '../terminal'
import { progressOf } from '../threads/progress'
import { inOrder } from '../threads/threads'
import { writeComments } from './comments'
import { earlierMisused, earlierVersion, printCompared } from './earlier'
import type { FormName } from './forms/form'
import { formOf } from './forms/forms'
import { printError } from './forms/text'
import { type CheckedOutcome, failedOutcome, outcomeOf } from './outcome'
import { add, emptyTally, exitStatus } from './tally'

export interface CheckOptions extends CommandOptions {
  readonly format: FormName
  /** How many files are checked at the same time; as many as the computer has cores if left out. */
  readonly jobs?: number
  /** The copy of a Word document to write, with a comment at each problem. */
  readonly comments?: string
  /** An earlier version of the one file, with which its problems are compared. */
  readonly earlier?: string
}

/** Checks the files and prints what was found in the form that is asked for, in the order of the files. */
export async function check(
  patterns: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { comments, text, quiet, failOn } = options
  const copy = comments && (await askedCopy(patterns, comments, '--comments', options, terminal))
  if (copy === 2) return copy
  const { colour } = terminal
  const colours = pc.createColors(colour)
  const files = copy ? [{ path: copy.file.path }] : await listFiles(patterns, options, terminal)
  const misused = options.earlier && earlierMisused(files, options)
  if (options.earlier && misused) return failing(terminal)(options.earlier, misused)
  const progress = progressOf(files.length, quiet ? {} : terminal)
  const say = {
    out: progress.clearing(terminal.out),
    error: progress.clearing((path: string, message: string) =>
      terminal.err(printError(path, message, colours)),
    ),
  }
  const around = surroundings(terminal.cwd, options, say.error)
  const earlier =
    options.earlier && (await earlierVersion(options.earlier, around, options, terminal))
  if (earlier === 2) return earlier
  const form = formOf(options.format, { colour, quiet })
  const tally = emptyTally()
  let failed = 0
  let unwritten = 0
  say.out(form.begin())
  let hasPiece = false
  const outcomes = inOrder<CheckedOutcome>(files, {
    program: terminal.program,
    jobs: options.jobs,
    options: {
      ...{ cwd: terminal.cwd, colour, text, quiet, surroundings: surroundingsOptions(options) },
      task: { name: 'check', format: options.format },
    },
    here: async found => {
      const file = copy ? copy.file : await readFound(found, terminal)
      return outcomeOf(file, around, form, { text })
    },
    failed: failedOutcome,
  })
  for await (const { path, outcome } of outcomes) {
    // Where a thread has checked it, this is where anything wrong with its types and settings is said.
    // Where that fails, it is the outcome of the file already.
    await around.of(path).catch(() => undefined)
    const { error, checked } = outcome
    if (error !== undefined) {
      failed++
      say.error(path, error)
    }
    const piece = error === undefined ? outcome.piece : form.failure(path, error)
    if (piece !== '') {
      say.out(hasPiece ? form.between + piece : piece)
      hasPiece = true
    }
    add(outcome.tally, tally)
    if (checked !== undefined) {
      if (earlier) say.out(`${printCompared(earlier, checked, { text })}\n`)
      if (copy && !(await writeComments(copy, checked, options, terminal))) unwritten++
    }
    progress.done()
  }
  say.out(form.end(tally, failed + around.failed))
  return exitStatus(tally, failed + unwritten + around.failed, failOn)
}
