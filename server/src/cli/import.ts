/** The command `import`: Word documents, PDFs and texts as drafts. */

import { stat } from 'node:fs/promises'
import path from 'node:path'
import pc from 'picocolors'
import type { Colors } from 'picocolors/types'
import { createFile, replaceFile } from '../host/write-file'
import type { Imported, ListedChange } from '../import/import'
import type { ParseOptions } from '../report/parse'
import { finish } from '../text/steps'
import { count, printError } from './check/forms/text'
import { emptyFile, findFiles, readNamed, reason, wordFault } from './files/read-files'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface ImportOptions extends SurroundingsOptions {
  /** Folder for the drafts; beside each source if left out. */
  readonly out?: string
  /** Replace drafts that already exist. */
  readonly force: boolean
  /** Put files in order that are not reports, too. */
  readonly tidy: boolean
}

/**
 * Writes `NAME.inspection.md` for each file and says what was changed. The sources are only read. Standard
 * input is written, as a draft, to standard output, and what there is to say about it to the error output.
 */
export async function importFiles(
  patterns: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const colours = pc.createColors(terminal.colour)
  const around = surroundings(terminal.cwd, options, (path, message) =>
    terminal.err(printError(path, message, colours)),
  )
  const written = new Map<string, string>()
  if (options.out !== undefined && (await isFile(path.resolve(terminal.cwd, options.out)))) {
    terminal.err(printError(options.out, 'This is a file. After --out, name a folder.', colours))
    return 2
  }
  let failed = 0
  for (const pattern of patterns) {
    for (const found of await findFiles(pattern, terminal.cwd, 'docx,docm,dotx,dotm,pdf,txt')) {
      try {
        if (found.error !== undefined) throw new ImportFailure(found.error)
        const { parse } = await around.of(found.path)
        await importOne(found.path, { ...options, parse, written }, terminal, colours)
      } catch (error) {
        failed++
        terminal.err(printError(found.path, await messageOf(error), colours))
      }
    }
  }
  return failed + around.failed > 0 ? 2 : 0
}

async function isFile(name: string): Promise<boolean> {
  return (await stat(name).catch(() => undefined))?.isFile() === true
}

class ImportFailure extends Error {}

interface OneImport extends ImportOptions {
  readonly parse: ParseOptions
  /** The drafts of this run, each with its source. */
  readonly written: Map<string, string>
}

async function importOne(
  file: string,
  options: OneImport,
  terminal: Terminal,
  colours: Colors,
): Promise<void> {
  const { importFile } = await import('../import/import')
  const isInput = file === '-'
  const source = path.resolve(terminal.cwd, file)
  const bytes = isInput ? await terminal.readStdin() : new Uint8Array(await readNamed(source))
  const target = path.join(
    options.out === undefined ? path.dirname(source) : path.resolve(terminal.cwd, options.out),
    draftName(source),
  )
  // This is found out before the work is done.
  const fault = faultOf(file, bytes)
  if (fault !== undefined) throw new ImportFailure(fault)
  const twin = options.written.get(target)
  if (twin === source) return
  if (twin !== undefined)
    throw new ImportFailure(
      `Its draft would have the same name as that of ${path.relative(terminal.cwd, twin)}. Import it into another folder with --out.`,
    )
  const isThere = !isInput && (await stat(target).catch(() => undefined)) !== undefined
  if (isThere && target === source) throw new ImportFailure('This is a draft already.')
  const shown = path.relative(terminal.cwd, target) || target
  if (isThere && !options.force)
    throw new ImportFailure(
      `${shown} already exists. Nothing was written. Name another folder with --out, or replace it with --force.`,
    )
  const imported = await importFile(bytes, { parse: options.parse, tidiesAll: options.tidy })
  if (isInput) {
    terminal.out(imported.text)
    terminal.err(await printChanges('standard input', imported, colours))
    return
  }
  options.written.set(target, source)
  const encoded = Buffer.from(imported.text, 'utf8')
  await (isThere ? replaceFile(target, encoded) : createFile(target, encoded))
  terminal.out(await printChanges(`${file} → ${shown}`, imported, colours))
}

/** Why no draft can be made from the file, as far as its name and first bytes show. */
function faultOf(name: string, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return emptyFile
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (/\.pdf$/i.test(name) && !head.includes('%PDF-'))
    return 'This is not a PDF, whatever its name says. Save it again from the program that made it.'
  return wordFault(name, bytes)
}

/** `reports/Westmarch 2011.docx` becomes `Westmarch 2011.inspection.md`. */
function draftName(source: string): string {
  const name = path.basename(source)
  return `${name.replace(/(?:\.inspection)?(?:\.(?:md|txt|inspection|(?:doc|dot)[xm]|pdf))?$/i, '')}.inspection.md`
}

/** What was changed, as the list in the editor has it: first what is to be decided. */
async function printChanges(name: string, imported: Imported, colours: Colors): Promise<string> {
  const { groupedChanges, notReport, placeAndMore } = await import('../import/import')
  const { isReport, isTidied } = imported
  const { open, accepted, changed, sums } = finish(groupedChanges(imported.changes))
  const print = (mark: string, { place, count: times, text }: ListedChange) =>
    `  ${mark}  ${colours.dim(`${placeAndMore(place, times)}:`)} ${text}\n`
  const lines = [
    ...(isReport ? [] : [`  ${notReport(isTidied)}${isTidied ? '' : tidyIt}\n`]),
    ...open.map(each => print(colours.yellow('decide '), each)),
    ...accepted.map(each => print(colours.yellow('noted  '), each)),
    ...changed.map(each => print(colours.green('changed'), each)),
    ...sums.map(each => `  ${colours.green('changed')}  ${each}\n`),
  ]
  const made = count(imported.changes.length - open.length, 'change')
  return `${colours.underline(name)}\n${lines.join('')}${made}, ${open.length} for you to decide.\n`
}

const tidyIt = ' To have it put in order, add --tidy.'

async function messageOf(error: unknown): Promise<string> {
  const { ImportError } = await import('../import/import')
  return error instanceof ImportError || error instanceof ImportFailure
    ? error.message
    : reason(error)
}
