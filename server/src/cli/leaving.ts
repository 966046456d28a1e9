/** The command `leaving`: what reports must not carry out of the house, a clean copy, and a record of the check. */

import { createHash } from 'node:crypto'
import path from 'node:path'
import { version } from '../../../package.json'
import { cleanDraft } from '../features/leaving/clean-draft'
import type { FileContents } from '../features/leaving/file-traces'
import type { LeavingTarget } from '../features/leaving/kinds'
import { type LeavingCheck, leavingSteps } from '../features/leaving/leaving-check'
import { leavingPage } from '../features/leaving/leaving-page'
import { recordPage } from '../features/leaving/record-page'
import { pageAsMarkdown } from '../features/page/markdown'
import { createFile } from '../host/write-file'
import { parseReport } from '../report/parse'
import type { Severities } from '../rules/run'
import { finish } from '../text/steps'
import { encode } from './files/decode'
import { newFileFault } from './files/new-file'
import { type Fail, failing } from './files/one-file'
import { type InputFile, readFiles, reason } from './files/read-files'
import { pageIn, today } from './points'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface LeavingOptions extends SurroundingsOptions {
  readonly to: LeavingTarget
  /** Where to write the record of the check, and a clean copy. */
  readonly record?: string
  readonly clean?: string
}

/** Prints a page for each file; 1 where something in one of them has to come out. */
export async function leaving(
  patterns: readonly string[],
  options: LeavingOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const fail = failing(terminal)
  const files: InputFile[] = []
  for await (const file of readFiles(patterns, terminal)) files.push(file)
  const writesFile = options.record !== undefined || options.clean !== undefined
  if (writesFile && files.length !== 1)
    return fail(
      options.record ?? options.clean ?? '',
      `A record and a copy are made of one file, and these are ${files.length}. Name one at a time.`,
    )
  const around = surroundings(terminal.cwd, options, fail)
  let failed = 0
  let mustGo = false
  for (const file of files) {
    const { parse, severities } = await around.of(file.path)
    const read = await textAndContents(file)
    if (read.error !== undefined) {
      failed++
      fail(file.path, read.error)
      continue
    }
    const { contents } = read
    const report = parseReport(read.text, parse)
    if (report === undefined && contents === undefined) {
      failed++
      fail(file.path, 'This is not a report of a known type. Check that it begins with its title.')
      continue
    }
    const check = finish(
      leavingSteps(report, { target: options.to, severities, ...(contents && { file: contents }) }),
    )
    mustGo ||= check.parts.some(({ weight }) => weight === 'must-go')
    terminal.out(`${pageAsMarkdown(leavingPage(file.path, check))}\n`)
    const writing = { file, check, severities, terminal, fail }
    if (options.clean !== undefined && (await writeClean(options.clean, writing)) === 2) failed++
    if (options.record !== undefined && (await writeRecord(options.record, writing)) === 2) failed++
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

/** What is written after a check. */
interface Writing {
  readonly file: InputFile
  readonly check: LeavingCheck
  readonly severities: Severities
  readonly terminal: Terminal
  readonly fail: Fail
}

/** Writes the copy, and says what was taken out; nothing where there is nothing to take out. */
async function writeClean(out: string, { file, check, terminal, fail }: Writing): Promise<0 | 2> {
  const target = path.resolve(terminal.cwd, out)
  const source = path.resolve(terminal.cwd, file.path)
  const shown = path.relative(terminal.cwd, target) || target
  const fault = await newFileFault(target, source, { option: '--clean', isCopy: true })
  if (fault !== undefined) return fail(shown, fault)
  try {
    const copy = await cleanedFile(file, check)
    if ('error' in copy) return fail(file.path, copy.error)
    for (const each of [...copy.done, ...copy.left]) terminal.err(`${each}\n`)
    if (copy.done.length === 0) {
      terminal.err('There is nothing to take out, so no copy was written.\n')
      return 0
    }
    await createFile(target, copy.bytes)
    terminal.err(`Written: ${shown}\n`)
    return 0
  } catch (error) {
    return fail(shown, reason(error))
  }
}

type Cleaned =
  | {
      readonly bytes: Uint8Array
      readonly done: readonly string[]
      readonly left: readonly string[]
    }
  | { readonly error: string }

async function cleanedFile(file: InputFile, { report }: LeavingCheck): Promise<Cleaned> {
  if (file.error === undefined) {
    if (report === undefined)
      return { error: 'This is not a report of a known type. Check that it begins with its title.' }
    const { text, done } = cleanDraft(report)
    return { bytes: encode(text, file.decoded), done, left: [] }
  }
  if (file.other?.kind !== 'word')
    return {
      error: 'A clean copy is made of a Word document or a draft. Make the PDF again from one.',
    }
  const { cleanCopy, ImportError } = await import('../import/import')
  try {
    return finish(cleanCopy(file.other.bytes))
  } catch (failure) {
    if (failure instanceof ImportError) return { error: failure.message }
    throw failure
  }
}

/** The bytes that were checked: a text is read only if they are the same when it is written again. */
function bytesOf(file: InputFile): Uint8Array {
  if (file.error === undefined) return encode(file.decoded.text, file.decoded)
  return file.other?.bytes ?? new Uint8Array()
}

/** Writes the record in the form that the name of its file asks for. */
async function writeRecord(
  out: string,
  { file, check, severities, terminal, fail }: Writing,
): Promise<0 | 2> {
  const target = path.resolve(terminal.cwd, out)
  const source = path.resolve(terminal.cwd, file.path)
  const shown = path.relative(terminal.cwd, target) || target
  const fault = await newFileFault(target, source, { option: '--record', isCopy: false })
  if (fault !== undefined) return fail(shown, fault)
  if (file.path === '-')
    return fail(shown, 'A record is made of a file, and this is the standard input. Name the file.')
  try {
    const bytes = bytesOf(file)
    const ending = path.extname(target).toLowerCase()
    const format = ending === '.html' || ending === '.docx' ? ending.slice(1) : 'md'
    const page = recordPage(
      {
        name: path.basename(source),
        size: bytes.length,
        fingerprint: createHash('sha256').update(bytes).digest('hex'),
        day: today(),
        time: new Date().toTimeString().slice(0, 5),
        version,
      },
      check,
      severities,
    )
    const made = await pageIn(format as 'md' | 'html' | 'docx', page)
    await createFile(target, typeof made === 'string' ? Buffer.from(made, 'utf8') : made)
    terminal.err(`Written: ${shown}\n`)
    return 0
  } catch (error) {
    return fail(shown, reason(error))
  }
}
