/** The command `export`: a report as a Word document. */

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import pc from 'picocolors'
import type { OpenPlace } from '../export/export'
import { parseReport } from '../report/parse'
import { count, printError } from './print'
import { readFiles, reason } from './read-files'
import { reportTypes } from './report-types'
import type { ExitStatus, Terminal } from './terminal'
import { createFile, replaceFile } from './write-file'

export interface ExportOptions {
  readonly template?: string
  readonly out?: string
  /** A folder of report types. */
  readonly types?: string
  /** Export although something is still open. */
  readonly anyway: boolean
  /** Replace the document where there is one. */
  readonly force: boolean
}

/**
 * Writes the report as a Word document beside it, or where `--out` says.
 *
 * Answers with 1, and writes nothing, where something is still open or the document is there already.
 */
export async function exportFile(
  file: string,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const colours = pc.createColors(terminal.colour)
  const fail = (name: string, message: string): 2 => {
    terminal.err(printError(name, message, colours))
    return 2
  }
  for await (const input of readFiles([file], terminal)) {
    if (input.error !== undefined) return fail(input.path, input.error)
    const types = reportTypes({ cwd: terminal.cwd, types: options.types, complain: fail })
    const report = parseReport(input.decoded.text, { types: await types.of(input.path) })
    if (types.failed > 0) return 2
    if (report === undefined) return fail(input.path, noReport)
    const { openIn, exportReport, TemplateError } = await import('../export/export')
    const open = openIn(report)
    if (open.length > 0) {
      terminal.err(printOpen(open))
      if (!options.anyway) {
        terminal.err('Nothing was written. Write or settle these, or export with --anyway.\n')
        return 1
      }
    }
    const out = path.resolve(terminal.cwd, options.out ?? wordName(input.path))
    const shown = path.relative(terminal.cwd, out) || out
    const isThere = (await stat(out).catch(() => undefined)) !== undefined
    if (isThere && !options.force) {
      terminal.err(
        `${shown} is there already. Nothing was written. Name another file with --out, or replace it with --force.\n`,
      )
      return 1
    }
    try {
      const template = await readTemplate(options.template, terminal.cwd)
      const { bytes, remarks } = await exportReport(report, { template })
      await (isThere ? replaceFile(out, bytes) : createFile(out, bytes))
      for (const remark of remarks) terminal.err(`${remark}\n`)
      terminal.out(`Written: ${shown}\n`)
    } catch (error) {
      const isTemplate = error instanceof TemplateError || error instanceof UnreadTemplate
      const name = isTemplate ? (options.template ?? shown) : shown
      return fail(name, isTemplate ? error.message : reason(error))
    }
    return 0
  }
  return fail(file, 'There is no such file. Check the name and the folder.')
}

const noReport =
  'No report of a known type. Check that the title of the report stands at its beginning.'

class UnreadTemplate extends Error {}

async function readTemplate(
  template: string | undefined,
  cwd: string,
): Promise<Uint8Array | undefined> {
  if (template === undefined) return undefined
  try {
    return await readFile(path.resolve(cwd, template))
  } catch (error) {
    throw new UnreadTemplate(reason(error))
  }
}

/** `reports/westmarch.inspection.md` becomes `reports/westmarch.docx`. */
function wordName(file: string): string {
  if (file === '-') return 'report.docx'
  return `${file.replace(/(?:\.inspection)?(?:\.(?:md|txt|inspection))?$/i, '')}.docx`
}

function printOpen(open: readonly OpenPlace[]): string {
  const lines = open.map(({ kind, line, text }) => {
    return `  line ${line + 1}: ${kind === 'note' ? `note (left out): ${text}` : text}`
  })
  return `Still open, in ${count(open.length, 'place')}:\n${lines.join('\n')}\n`
}
