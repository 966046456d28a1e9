/** Turns a file of any kind that inspectors have into a draft: the entry of a bundle of its own. */

import * as l10n from '@vscode/l10n'
import type { ParseOptions } from '../report/parse'
import { ImportError } from './import-error'
import type { ReadPdf } from './pdf/read'
import type { Change } from './text/change'
import { decodeText } from './text/decode'
import { tidy } from './text/tidy'
import { readWord } from './word/read'

export { ImportError } from './import-error'
export type { Change } from './text/change'
export { changeList, type ListedPlace, listedPlaces } from './text/change-list'
export { htmlToText } from './text/html'
export { tidy } from './text/tidy'
export { readWord } from './word/read'

export interface ImportOptions {
  readonly parse?: ParseOptions
  /** Told how far the reading is. */
  readonly onProgress?: (done: number, all: number) => void
  /** Asked between pages; the import stops with an `ImportError` where it says yes. */
  readonly isCancelled?: () => boolean
}

export interface Imported {
  readonly kind: 'word' | 'pdf' | 'text'
  readonly text: string
  readonly changes: readonly PlacedChange[]
}

export interface PlacedChange extends Change {
  /** Where in the source, in words: `line 12`, `page 3`, `under "Service information"`. */
  readonly place: string
  /** The line of the draft that it is about, counted from 0. */
  readonly draftLine: number
}

/**
 * The file as a draft. What kind of file it is its first bytes say. Throws an `ImportError` where nothing
 * can be made of it.
 */
export async function importFile(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<Imported> {
  if (bytes.length === 0)
    throw new ImportError(l10n.t('This file is empty. There is nothing to import.'))
  if (startsWith(bytes, '%PDF-')) {
    const { text, changes } = await pdfText(bytes, options)
    return imported('pdf', text, changes, options)
  }
  if (startsWith(bytes, 'PK') || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) {
    const { text, changes } = readWord(bytes)
    return imported('word', text, changes, options)
  }
  const fault = faultOf(bytes)
  if (fault !== undefined) throw new ImportError(fault)
  return imported('text', decodeText(bytes), [], options)
}

async function pdfText(bytes: Uint8Array, options: ImportOptions): Promise<ReadPdf> {
  const { readPdf } = await import('./pdf/read')
  try {
    return await readPdf(bytes, options)
  } catch (error) {
    const { name, message, cause } = error as Error
    throw name === 'ImportError' ? new ImportError(message, { cause }) : error
  }
}

/** Why a file is none that can be imported, as far as its first bytes tell. */
function faultOf(bytes: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 100)).replace(/^\xef\xbb\xbf/, '')
  if (/^(?:\{\\rtf|GIF8|\x89PNG|\xff\xd8\xff)/.test(beginning))
    return l10n.t(
      'This is not a Word document, a PDF or a text. Choose a .docx, .pdf or .txt file.',
    )
  if (/^\s*<(?:!doctype html|html)\b|^MIME-Version:/i.test(beginning))
    return l10n.t(
      'This is a web page, whatever its name says. Open it in Word, save it as a Word document (.docx), and import that.',
    )
  if (isOwnerFile(bytes))
    return l10n.t(
      'This file is only Word’s mark that a document is open. Import the document itself, whose name is without the ~$.',
    )
  return undefined
}

/** Files in which Word keeps the name of whoever has a document open: its length, the name, zeros. */
function isOwnerFile(bytes: Uint8Array): boolean {
  return (
    (bytes.length === 162 || bytes.length === 165) && (bytes[0] ?? 0) <= 54 && bytes.includes(0)
  )
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}

function imported(
  kind: Imported['kind'],
  source: string,
  changes: readonly Change[],
  { parse }: ImportOptions,
): Imported {
  const tidied = tidy(source, parse === undefined ? {} : { parse })
  const lines = source.split('\n')
  const written = tidied.text.split('\n')
  const inDraft = draftLines(tidied.sources, written, lines.length)
  const all = [...changes, ...tidied.changes].sort((a, b) => a.line - b.line)
  return {
    kind,
    text: tidied.text,
    changes: all.map(change => ({
      ...change,
      place: placeOf(kind, lines, change.line),
      draftLine: nearWords(written, inDraft[change.line] ?? 0, change),
    })),
  }
}

/** For each line of the source the first of the draft that comes from it, else from the nearest before it. */
function draftLines(
  sources: readonly number[],
  written: readonly string[],
  count: number,
): readonly number[] {
  const first = new Map<number, number>()
  for (const [at, source] of sources.entries())
    if (/[^\s|:-]/.test(written[at] ?? '') && !first.has(source)) first.set(source, at)
  let nearest = 0
  return Array.from({ length: count }, (_, line) => {
    nearest = first.get(line) ?? nearest
    return nearest
  })
}

/** A table or a list has many lines that come from one. */
const farthest = 40

/** The line with the words of the change, not far behind the first that it may be; else that one. */
function nearWords(written: readonly string[], from: number, { after, before }: Change): number {
  const words = after ?? before
  if (words === undefined) return from
  const at = written.slice(from, from + farthest).findIndex(each => each.includes(words))
  return at < 0 ? from : from + at
}

function placeOf(kind: Imported['kind'], lines: readonly string[], line: number): string {
  if (kind === 'text') return l10n.t('line {0}', line + 1)
  const above = lines.slice(0, line + 1)
  if (kind === 'pdf') return l10n.t('page {0}', above.join('').split('\f').length)
  const heading = above.findLast(each => /^#{1,6} /.test(each))
  return heading === undefined
    ? l10n.t('at the beginning')
    : l10n.t('under "{0}"', heading.replace(/^#+ /, ''))
}
