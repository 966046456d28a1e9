/** The command `fix`: applies the safe fixes to the files, or shows what they would change. */

import path from 'node:path'
import pc from 'picocolors'
import { fixAll } from '../../features/edit/fix-all'
import { replaceFile } from '../../host/write-file'
import { type CheckedFile, checkText, uncheckedFile } from '../check/checked'
import { count, printError, printFixes, printOther, printSummary } from '../check/forms/text'
import { add, emptyTally, exitStatus, tallyOf } from '../check/tally'
import { encode } from '../files/decode'
import { type InputFile, listFiles, readFound, reason } from '../files/read-files'
import { surroundings } from '../surroundings'
import type { CommandOptions, ExitStatus, Terminal } from '../terminal'
import { difference } from './difference'
import { suggest } from './suggest'
import { shownFixes } from './wordless'

export interface FixOptions extends CommandOptions {
  /** Show the difference, but change nothing. */
  readonly dryRun: boolean
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
  const { dryRun, quiet, text } = options
  const toStandardOutput = patterns.includes('-') && !dryRun ? terminal.err : terminal.out
  const say = quiet ? () => {} : toStandardOutput
  const colours = pc.createColors(terminal.colour)
  const tally = emptyTally()
  let fixes = 0
  const around = surroundings(terminal.cwd, options, (path, message) =>
    terminal.err(printError(path, message, colours)),
  )
  let failed = 0
  const leaveOut = (path: string, error: string): void => {
    failed++
    terminal.err(printError(path, error, colours))
  }
  for (const found of await listFiles(patterns, options, terminal)) {
    const file = await readFound(found, terminal)
    if (file.error !== undefined) {
      leaveOut(file.path, file.error)
      continue
    }
    let fixed: ReturnType<typeof fixAll>
    let left: CheckedFile
    try {
      const reading = await around.of(file.path)
      const rules = options.only && { rules: new Set(options.only) }
      const { parse, severities } = reading
      fixed = fixAll(file.decoded.text, { ...parse, severities, ...rules })
      left = checkText(file.path, fixed.text, reading)
    } catch (error) {
      leaveOut(file.path, uncheckedFile(error))
      continue
    }
    try {
      if (!dryRun) await write(file, fixed.text, terminal)
    } catch (error) {
      leaveOut(file.path, reason(error))
      continue
    }
    if (dryRun && text) {
      if (fixed.text !== file.decoded.text)
        terminal.out(difference(file.path, file.decoded.text, fixed.text, colours))
    } else {
      const applied = shownFixes(fixed.applied, options)
      say(printFixes(file.path, applied, colours, dryRun ? 'would fix' : 'fixed'))
    }
    if (left.report === undefined) say(printOther(file.path, colours))
    add(tallyOf(left), tally)
    fixes += fixed.applied.length
  }
  const number = fixes === 0 ? 'Nothing' : count(fixes, 'problem')
  say(`${number} ${dryRun ? 'would be fixed' : 'fixed'}. Left in `)
  say(printSummary(tally, failed + around.failed, colours))
  return exitStatus(tally, failed + around.failed, options.failOn)
}

async function write(file: InputFile, text: string, terminal: Terminal): Promise<void> {
  if (file.error !== undefined) return
  if (file.isStandardInput) terminal.out(text)
  else if (text !== file.decoded.text) {
    await replaceFile(path.resolve(terminal.cwd, file.path), encode(text, file.decoded))
  }
}
