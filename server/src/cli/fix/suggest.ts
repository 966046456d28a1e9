/** The option `--tracked` of `fix`: the fixes as tracked changes, in a copy of a Word document. */

import pc from 'picocolors'
import { finish } from '../../text/steps'
import { checkText, noReport } from '../check/checked'
import { count, printFixes, printSummary } from '../check/forms/text'
import { exitStatus, tallyOf } from '../check/tally'
import { failing } from '../files/one-file'
import { askedCopy, writeCopy } from '../files/word-copy'
import { surroundings } from '../surroundings'
import type { CommandOptions, ExitStatus, Terminal } from '../terminal'
import { shownFixes } from './wordless'

export interface SuggestOptions extends CommandOptions {
  /** The copy to write. */
  readonly tracked: string
  /** The only rules whose fixes are to be suggested; those of all if left out. */
  readonly only?: readonly string[]
}

/** Writes the copy, and says what it suggests and what would be left. */
export async function suggest(
  patterns: readonly string[],
  options: SuggestOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const fail = failing(terminal)
  const copy = await askedCopy(patterns, options.tracked, '--tracked', options, terminal)
  if (copy === 2) return copy
  const { file, bytes, shown } = copy
  const around = surroundings(terminal.cwd, options, fail)
  const reading = await around.of(file.path)
  const made = await writeCopy(
    copy,
    async () => {
      const { suggestedCopy } = await import('../../import/import')
      const { parse, severities } = reading
      const rules = options.only && { rules: new Set(options.only) }
      const suggested = finish(suggestedCopy(bytes, { ...parse, severities, ...rules }, new Date()))
      return { ...suggested, bytes: suggested.applied.length === 0 ? undefined : suggested.bytes }
    },
    options,
    terminal,
  )
  if (made === undefined) return 2
  const left = checkText(file.path, made.text, reading)
  if (left.report === undefined) return fail(file.path, `${noReport} No copy was written.`)
  const colours = pc.createColors(terminal.colour)
  const say = options.quiet ? () => {} : terminal.out
  say(printFixes(file.path, shownFixes(made.applied, options), colours, 'suggested'))
  say(printFixes(file.path, shownFixes(made.refused, options), colours, 'by hand'))
  const number = made.applied.length === 0 ? 'Nothing' : count(made.applied.length, 'change')
  say(`${number} suggested. Left in `)
  say(printSummary(tallyOf(left), around.failed, colours))
  terminal.err(
    made.applied.length === 0
      ? 'There is nothing to suggest, so no copy was written.\n'
      : `Written: ${shown}, with tracked changes.\n`,
  )
  return exitStatus(tallyOf(left), around.failed, options.failOn)
}
