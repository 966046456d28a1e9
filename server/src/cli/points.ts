/** The command `points`: what is wrong in a report, as a document for its author. */

import { pointsForAuthor } from '../features/lists/points-for-author'
import { pageAsHtml } from '../features/page/html'
import { pageAsMarkdown } from '../features/page/markdown'
import type { Page } from '../features/page/page'
import { checkText, noReport, readOther } from './check/checked'
import { failing, oneFile } from './files/one-file'
import { type OutOptions, writeText } from './files/write-text'
import { type SurroundingsOptions, surroundings } from './surroundings'
import type { ExitStatus, Terminal } from './terminal'

export interface PointsOptions extends SurroundingsOptions, OutOptions {
  readonly format: 'md' | 'html' | 'docx'
  /** Are the notes of colleagues included? */
  readonly notes: boolean
}

/** Writes the points of one report, a text, a Word document or a PDF, to standard output or into a file. */
export async function points(
  file: string,
  options: PointsOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const fail = failing(terminal)
  const input = await oneFile(file, terminal, fail)
  if (input === 2) return input
  const read = input.error === undefined ? { text: input.decoded.text } : await readOther(input)
  if (read.error !== undefined) return fail(input.path, read.error)
  const around = surroundings(terminal.cwd, options, fail)
  const reading = await around.of(input.path)
  if (around.failed > around.unread) return 2
  const { report, findings } = checkText(input.path, read.text, reading)
  if (report === undefined) return fail(input.path, noReport)
  const { notes, format } = options
  const page = pointsForAuthor(report, findings, { notes, day: today() })
  if (format === 'docx' && options.out === undefined)
    return fail(input.path, 'A Word document cannot be printed here. Name the file with --out.')
  const made = await pageIn(format, page)
  const status = await writeText(made, [input.path], options, terminal, fail)
  return around.failed > 0 ? 2 : status
}

/** The page in a form: as Markdown, HTML or a Word document. */
export async function pageIn(
  format: PointsOptions['format'],
  page: Page,
): Promise<string | Uint8Array> {
  if (format === 'docx') return (await import('../export/export')).pageAsWord(page)
  return format === 'md' ? pageAsMarkdown(page) : pageAsHtml(page)
}

/** The day where the user is, as an ISO date. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
