/** The command `import`: Word documents, PDFs and texts as drafts. */

import { stat } from 'node:fs/promises'
import path from 'node:path'
import pc from 'picocolors'
import type { Colors } from 'picocolors/types'
import { createFile, replaceFile } from '../host/write-file'
import type { Imported, PlacedChange } from '../import/import'
import type { ParseOptions } from '../report/parse'
import { count, printError } from './print'
import { findFiles, readNamed, reason } from './read-files'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface ImportOptions extends SurroundingsOptions {
  /** Folder for the drafts; beside each source if left out. */
  readonly out?: string
  /** Replace drafts that already exist. */
  readonly force: boolean
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
  const imported = await importFile(bytes, { parse: options.parse })
  if (isInput) {
    terminal.out(imported.text)
    terminal.err(printChanges('standard input', imported, colours))
    return
  }
  options.written.set(target, source)
  const encoded = Buffer.from(imported.text, 'utf8')
  await (isThere ? replaceFile(target, encoded) : createFile(target, encoded))
  terminal.out(printChanges(`${file} → ${shown}`, imported, colours))
}

/** Why no draft can be made from the file, as far as its name and first bytes show. */
function faultOf(name: string, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'This file is empty. There is nothing to import.'
  if (path.basename(name).startsWith('~$'))
    return 'This is only a temporary file that Word keeps while a document is open. Import the document itself, whose name is without the ~$.'
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (/\.pdf$/i.test(name) && !head.includes('%PDF-'))
    return 'This is not a PDF, whatever its name says. Save it again from the program that made it.'
  if (/\.(?:doc|dot)[xm]$/i.test(name) && !/^(?:PK|\xd0\xcf)/.test(head))
    return 'This is not a Word document, whatever its name says. Save it again in Word as .docx.'
  return undefined
}

/** `reports/Westmarch 2011.docx` becomes `Westmarch 2011.inspection.md`. */
function draftName(source: string): string {
  const name = path.basename(source)
  return `${name.replace(/(?:\.inspection)?(?:\.(?:md|txt|inspection|(?:doc|dot)[xm]|pdf))?$/i, '')}.inspection.md`
}

function printChanges(name: string, { changes }: Imported, colours: Colors): string {
  const lines = changes.map(change => `  ${printChange(change, colours)}\n`)
  const open = changes.filter(({ decided }) => !decided).length
  const sum = `${count(changes.length - open, 'change')}, ${open} for you to decide.`
  return `${colours.underline(name)}\n${lines.join('')}${sum}\n`
}

function printChange({ place, message, before, after, decided }: PlacedChange, colours: Colors) {
  const words = [before, after].filter(each => each !== undefined && !message.includes(`"${each}"`))
  const said = words.length === 0 ? '' : colours.dim(`  ${words.join(' → ')}`)
  const mark = decided ? colours.green('changed') : colours.yellow('decide ')
  return `${mark}  ${colours.dim(`${place}:`)} ${message}${said}`
}

async function messageOf(error: unknown): Promise<string> {
  const { ImportError } = await import('../import/import')
  return error instanceof ImportError || error instanceof ImportFailure
    ? error.message
    : reason(error)
}
