/** The command `export`: a report as a Word document. */

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type LeftNode, whatIsLeft } from '../features/lists/overview'
import { createFile, replaceFile } from '../host/write-file'
import type { Report } from '../report/model'
import { parseReport } from '../report/parse'
import { noReport } from './check/checked'
import { count } from './check/forms/text'
import { failing, oneFile } from './files/one-file'
import { readNamed, reason } from './files/read-files'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface ExportOptions extends SurroundingsOptions {
  readonly template?: string
  /** The document to write, or the folder to write it in. */
  readonly out?: string
  /** Export even though something is still open. */
  readonly anyway: boolean
  /** Turn notes into comments, instead of leaving them out. */
  readonly comments: boolean
  /** Replace the document where there is one. */
  readonly force: boolean
}

/**
 * Writes the report as a Word document beside it, or where `--out` says.
 *
 * Returns 1, and writes nothing, where something is still open or the document already exists.
 */
export async function exportFile(
  file: string,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const fail = failing(terminal)
  const input = await oneFile(file, terminal, fail)
  if (input === 2) return input
  if (input.error !== undefined) return fail(input.path, input.error)
  const around = surroundings(terminal.cwd, options, fail)
  const { parse, severities } = await around.of(input.path)
  const report = parseReport(input.decoded.text, parse)
  if (around.failed > around.unread) return 2
  if (report === undefined)
    return fail(input.path, input.decoded.text.trim() === '' ? emptyFile : noReport)
  const { comments } = options
  const open = whatIsLeft(report, severities).filter(({ kind }) => !comments || kind !== 'note')
  if (open.length > 0) {
    terminal.err(printOpen(report, open))
    if (!options.anyway) {
      terminal.err('Nothing was written. Write or settle these, or export with --anyway.\n')
      return around.failed > 0 ? 2 : 1
    }
  }
  const status = await writeWord(report, input.path, options, terminal, fail)
  return around.failed > 0 ? 2 : status
}

async function writeWord(
  report: Report,
  source: string,
  options: ExportOptions,
  { cwd, out, err }: Terminal,
  fail: (name: string, message: string) => 2,
): Promise<ExitStatus> {
  const target = await targetFor(source, options.out, cwd)
  const shown = path.relative(cwd, target) || target
  if (target === path.resolve(cwd, source))
    return fail(shown, 'This is the report itself. Name another file with --out.')
  const isThere = (await stat(target).catch(() => undefined)) !== undefined
  if (isThere && !options.force) {
    err(
      `${shown} already exists. Nothing was written. Name another file with --out, or replace it with --force.\n`,
    )
    return 1
  }
  const { exportReport, TemplateError } = await import('../export/export')
  try {
    const template = await readTemplate(options.template, cwd)
    const { bytes, remarks } = await exportReport(report, { template, comments: options.comments })
    await (isThere ? replaceFile(target, bytes) : createFile(target, bytes))
    for (const remark of remarks) err(`${remark}\n`)
    out(`Written: ${shown}\n`)
    return 0
  } catch (error) {
    const isTemplate = error instanceof TemplateError || error instanceof UnreadTemplate
    const name = isTemplate ? (options.template ?? shown) : shown
    return fail(name, isTemplate ? error.message : reason(error))
  }
}

/** The document to write: beside the report, or where `--out` says, which may be a folder. */
async function targetFor(source: string, out: string | undefined, cwd: string): Promise<string> {
  if (out === undefined) return path.resolve(cwd, wordName(source))
  const named = path.resolve(cwd, out)
  const isFolder =
    /[\\/]$/.test(out) || (await stat(named).catch(() => undefined))?.isDirectory() === true
  return isFolder ? path.join(named, path.basename(wordName(source))) : named
}

const emptyFile = 'This file is empty. There is nothing to export.'

class UnreadTemplate extends Error {}

async function readTemplate(
  template: string | undefined,
  cwd: string,
): Promise<Uint8Array | undefined> {
  if (template === undefined) return undefined
  try {
    return await readNamed(path.resolve(cwd, template))
  } catch (error) {
    throw new UnreadTemplate(reason(error))
  }
}

/** `reports/westmarch.inspection.md` becomes `reports/westmarch.docx`. */
function wordName(file: string): string {
  if (file === '-') return 'report.docx'
  return `${file.replace(/(?:\.inspection)?(?:\.(?:md|txt|inspection))?$/i, '')}.docx`
}

function printOpen({ lines }: Report, open: readonly LeftNode[]): string {
  const listed = open.map(({ kind, name, author, place, target }) => {
    const words = author === '' ? name : `${author}: ${name}`
    const line = lines.lineAt(target.start) + 1
    return `  line ${line} (${place}): ${kind === 'note' ? `note (left out): ${words}` : words}`
  })
  return `Still open: ${count(open.length, 'thing')}\n${listed.join('\n')}\n`
}
