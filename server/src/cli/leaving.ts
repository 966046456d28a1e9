/** The command `leaving`: what reports must not carry out of the house. */

import type { FileContents } from '../features/leaving/file-traces'
import type { LeavingTarget } from '../features/leaving/kinds'
import { leavingSteps } from '../features/leaving/leaving-check'
import { leavingPage } from '../features/leaving/leaving-page'
import { pageAsMarkdown } from '../features/page/markdown'
import { parseReport } from '../report/parse'
import { finish } from '../text/steps'
import { failing } from './one-file'
import { type InputFile, readFiles } from './read-files'
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
    const { parse, severities } = await around.of(file.path)
    const read = await textAndContents(file)
    if (read.error !== undefined) {
      failed++
      fail(file.path, read.error)
      continue
    }
    const report = parseReport(read.text, parse)
    const { contents } = read
    const check = finish(
      leavingSteps(report, { target: options.to, severities, ...(contents && { file: contents }) }),
    )
    mustGo ||= check.parts.some(({ weight }) => weight === 'must-go')
    terminal.out(`${pageAsMarkdown(leavingPage(file.path, check))}\n`)
  }
  if (failed + around.failed > 0) return 2
  return mustGo ? 1 : 0
}

type Read =
  | { readonly text: string; readonly contents?: FileContents; readonly error?: undefined }
  | { readonly error: string }

async function textAndContents(file: InputFile): Promise<Read> {
  if (file.error === undefined) return { text: file.decoded.text }
  if (file.other === undefined) return { error: file.error }
  const { ImportError, readToLeave } = await import('../import/import')
  try {
    return await readToLeave(file.other.bytes)
  } catch (failure) {
    if (failure instanceof ImportError) return { error: failure.message }
    throw failure
  }
}
