/** The command `judgements`: the judgements of reports as a table or as JSON. */

import pc from 'picocolors'
import {
  judgementsAsCsv,
  judgementsAsJson,
  listJudgements,
  type ReportJudgements,
} from '../features/lists/judgements'
import { parseReport } from '../report/parse'
import { readOther } from './check/checked'
import { printError } from './check/forms/text'
import { readFiles } from './files/read-files'
import { type OutOptions, writeText } from './files/write-text'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface JudgementsOptions extends SurroundingsOptions, OutOptions {
  readonly format: 'csv' | 'json'
}

/**
 * Lists the judgements of all reports among the files, on standard output or in a file. Texts that are not
 * reports are named and left out; a file that cannot be read makes the status 2.
 */
export async function judgements(
  patterns: readonly string[],
  options: JudgementsOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const colours = pc.createColors(terminal.colour)
  const fail = (name: string, message: string): 2 => {
    terminal.err(printError(name, message, colours))
    return 2
  }
  const around = surroundings(terminal.cwd, options, fail)
  const reports: ReportJudgements[] = []
  const sources: string[] = []
  let failed = 0
  for await (const file of readFiles(patterns, terminal)) {
    sources.push(file.path)
    const read = file.error === undefined ? { text: file.decoded.text } : await readOther(file)
    if (read.error !== undefined) {
      failed++
      fail(file.path, read.error)
      continue
    }
    const report = parseReport(read.text, (await around.of(file.path)).parse)
    if (report === undefined)
      terminal.err(colours.dim(`${file.path}: no report of a known type, left out\n`))
    else reports.push(listJudgements(report, file.path))
  }
  const text = options.format === 'csv' ? judgementsAsCsv(reports) : judgementsAsJson(reports)
  const written = await writeText(text, sources, options, terminal, fail)
  return failed + around.failed > 0 ? 2 : written
}
