/** One file of `fix`, from its text to what is written and said: what each thread does. */

import path from 'node:path'
import pc from 'picocolors'
import { fixAll } from '../../features/edit/fix-all'
import { replaceFile } from '../../host/write-file'
import { checkText, uncheckedFile } from '../check/checked'
import { printFixes, printOther } from '../check/forms/text'
import { emptyTally, type Tally, tallyOf } from '../check/tally'
import { encode } from '../files/decode'
import { type InputFile, reason } from '../files/read-files'
import type { Surroundings } from '../surroundings'
import { difference } from './difference'
import { shownFixes } from './wordless'

export interface FixFileOptions {
  readonly cwd: string
  readonly colour: boolean
  readonly text: boolean
  /** Show the difference, but change nothing. */
  readonly dryRun: boolean
  /** The only rules whose fixes are to be applied; those of all if left out. */
  readonly only?: readonly string[]
}

export interface FixOutcome {
  /** For the standard output, whatever else is wanted: the difference, or the fixed text of the standard input. */
  readonly output: string
  /** What there is to say about the file. */
  readonly said: string
  /** What is left in it. */
  readonly tally: Tally
  readonly fixes: number
  /** Why the file could not be read, fixed or written. */
  readonly error?: string
}

/** The outcome of a file in which nothing was fixed. */
export function unfixed(error: string): FixOutcome {
  return { output: '', said: '', tally: emptyTally(), fixes: 0, error }
}

/** Fixes a file; where the program fails at it, that is its error, and the other files are still fixed. */
export async function fixFile(
  file: InputFile,
  around: Pick<Surroundings, 'of'>,
  options: FixFileOptions,
): Promise<FixOutcome> {
  if (file.error !== undefined) return unfixed(file.error)
  const { text } = file.decoded
  let outcome: FixOutcome & { readonly fixed: string }
  try {
    outcome = await fixText(file.path, text, around, options)
  } catch (error) {
    return unfixed(uncheckedFile(error))
  }
  const { fixed, ...done } = outcome
  if (options.dryRun) return done
  if (file.isStandardInput) return { ...done, output: fixed }
  try {
    const bytes = fixed === text ? undefined : encode(fixed, file.decoded)
    if (bytes !== undefined) await replaceFile(path.resolve(options.cwd, file.path), bytes)
    return done
  } catch (error) {
    return unfixed(reason(error))
  }
}

async function fixText(
  file: string,
  text: string,
  around: Pick<Surroundings, 'of'>,
  options: FixFileOptions,
): Promise<FixOutcome & { readonly fixed: string }> {
  const { dryRun, only, colour } = options
  const colours = pc.createColors(colour)
  const reading = await around.of(file)
  const { parse, severities } = reading
  const rules = only && { rules: new Set(only) }
  const fixed = fixAll(text, { ...parse, severities, ...rules })
  const left = checkText(file, fixed.text, reading)
  const isShown = dryRun && options.text
  const applied = shownFixes(fixed.applied, options)
  const said = [
    isShown ? '' : printFixes(file, applied, colours, dryRun ? 'would fix' : 'fixed'),
    left.report === undefined ? printOther(file, colours) : '',
  ]
  return {
    fixed: fixed.text,
    output: isShown && fixed.text !== text ? difference(file, text, fixed.text, colours) : '',
    said: said.join(''),
    tally: tallyOf(left),
    fixes: fixed.applied.length,
  }
}
