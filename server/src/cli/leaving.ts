/** The command `leaving`: what reports must not carry out of the house. */

import type { LeavingTarget } from '../features/leaving/kinds'
import { type LeavingCheck, leavingSteps } from '../features/leaving/leaving-check'
import { leavingPage } from '../features/leaving/leaving-page'
import { pageAsMarkdown } from '../features/page/markdown'
import { parseReport } from '../report/parse'
import { finish } from '../text/steps'
import { readOther } from './check'
import { failing } from './one-file'
import { readFiles } from './read-files'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface LeavingOptions extends SurroundingsOptions {
  readonly to: LeavingTarget
}

/** Prints a page for each file; 1 where something in one of them has to come out. */
export async function leaving(
  patterns: readonly string[],
  options: LeavingOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const fail = failing(terminal)
  const around = surroundings(terminal.cwd, options, fail)
  let failed = 0
  let mustGo = false
  for await (const file of readFiles(patterns, terminal)) {
    const read = file.error === undefined ? { text: file.decoded.text } : await readOther(file)
    if (read.error !== undefined) {
      failed++
      fail(file.path, read.error)
      continue
    }
    const { parse, severities } = await around.of(file.path)
    const report = parseReport(read.text, parse)
    const check: LeavingCheck = finish(leavingSteps(report, { target: options.to, severities }))
    mustGo ||= check.parts.some(({ weight }) => weight === 'must-go')
    terminal.out(`${pageAsMarkdown(leavingPage(file.path, check))}\n`)
  }
  if (failed + around.failed > 0) return 2
  return mustGo ? 1 : 0
}
