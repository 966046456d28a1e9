/** The command `fix`: applies the safe fixes to the files, or shows what they would change. */

import path from 'node:path'
import pc from 'picocolors'
import { type AppliedFix, fixAll } from '../../features/edit/fix-all'
import { replaceFile } from '../../host/write-file'
import { append } from '../../text/lists'
import { checkText } from '../check/check'
import {
  type CheckedFile,
  count,
  printError,
  printFile,
  printFixes,
  printSummary,
} from '../check/print'
import { encode } from '../files/decode'
import { type InputFile, readFiles, reason } from '../files/read-files'
import { surroundings } from '../surroundings'
import { type CommandOptions, type ExitStatus, exitStatus, type Terminal } from '../terminal'
import { difference } from './difference'
import { suggest } from './suggest'

export interface FixOptions extends CommandOptions {
  /** Show the difference, but change nothing. */
  readonly dryRun: boolean
  /** The copy of a Word document to write, with the fixes as tracked changes. */
  readonly tracked?: string
  /** The only rules whose fixes are to be applied; those of all if left out. */
  readonly rule?: readonly string[]
}

/**
 * Fixes the files and says what is left in them. Standard input is written, fixed, to standard output, and what
 * there is to say about it to the error output.
 */
export async function fix(
  patterns: readonly string[],
  options: FixOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (options.tracked !== undefined)
    return suggest(patterns, { ...options, tracked: options.tracked }, terminal)
  const say = patterns.includes('-') && !options.dryRun ? terminal.err : terminal.out
  const colours = pc.createColors(terminal.colour)
  const checked: CheckedFile[] = []
  const applied: AppliedFix[] = []
  const around = surroundings(terminal.cwd, options, (path, message) =>
    terminal.err(printError(path, message, colours)),
  )
  let failed = 0
  for await (const file of readFiles(patterns, terminal)) {
    try {
      if (file.error !== undefined) throw new Error(file.error)
      const reading = await around.of(file.path)
      const { severities } = reading
      const rules = options.rule && { rules: new Set(options.rule) }
      const fixed = fixAll(file.decoded.text, { ...reading.parse, severities, ...rules })
      if (options.dryRun) {
        if (fixed.text !== file.decoded.text) {
          terminal.out(difference(file.path, file.decoded.text, fixed.text, colours))
        }
      } else {
        await write(file, fixed.text, terminal)
        say(printFixes(file.path, fixed.applied, colours))
      }
      const left = checkText(file.path, fixed.text, reading)
      if (left.report === undefined) say(printFile(left, colours))
      checked.push(left)
      append(applied, fixed.applied)
    } catch (error) {
      failed++
      terminal.err(printError(file.path, file.error ?? reason(error), colours))
    }
  }
  const number = applied.length === 0 ? 'Nothing' : count(applied.length, 'problem')
  say(`${number} ${options.dryRun ? 'would be fixed' : 'fixed'}. Left in `)
  say(printSummary(checked, failed + around.failed, colours))
  return exitStatus(checked, failed + around.failed, options.failOn)
}

async function write(file: InputFile, text: string, terminal: Terminal): Promise<void> {
  if (file.error !== undefined) return
  if (file.path === '-') terminal.out(text)
  else if (text !== file.decoded.text) {
    await replaceFile(path.resolve(terminal.cwd, file.path), encode(text, file.decoded))
  }
}
