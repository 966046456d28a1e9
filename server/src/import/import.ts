/** Turns a file of any kind that inspectors have into a draft: the entry of a bundle of its own. */

import type { ParseOptions } from '../report/parse'
import { ImportError } from './import-error'
import type { Change } from './text/change'
import { tidy } from './text/tidy'
import { readWord } from './word/read'

export { ImportError } from './import-error'
export type { Change } from './text/change'
export { changeList } from './text/change-list'
export { htmlToText } from './text/html'
export { tidy } from './text/tidy'

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
}

/**
 * The file as a draft. What kind of file it is its first bytes say. Throws an `ImportError` where nothing
 * can be made of it; a text has to be decoded by the caller.
 */
export async function importFile(
  source: Uint8Array | string,
  options: ImportOptions = {},
): Promise<Imported> {
  if (typeof source === 'string') return imported('text', source, [], options)
  if (startsWith(source, '%PDF-')) {
    const { readPdf } = await import('./pdf/read')
    const { text } = await readPdf(source, options)
    return imported('pdf', text, [], options)
  }
  if (startsWith(source, 'PK') || source[0] === 0xd0) {
    const { text, changes } = readWord(source)
    return imported('word', text, changes, options)
  }
  throw new ImportError('This is no Word document, PDF or text. Choose a .docx, .pdf or .txt file.')
}

/** Is it a file that is read from its bytes, not as text? */
export function isBinary(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, '%PDF-') ||
    startsWith(bytes, 'PK') ||
    (bytes[0] === 0xd0 && bytes[1] === 0xcf)
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
  const all = [...changes, ...tidied.changes].sort((a, b) => a.line - b.line)
  return {
    kind,
    text: tidied.text,
    changes: all.map(change => ({ ...change, place: placeOf(kind, lines, change.line) })),
  }
}

function placeOf(kind: Imported['kind'], lines: readonly string[], line: number): string {
  if (kind === 'text') return `line ${line + 1}`
  const above = lines.slice(0, line + 1)
  if (kind === 'pdf') return `page ${above.join('').split('\f').length}`
  const heading = above.findLast(each => /^#{1,6} /.test(each))
  return heading === undefined ? 'at the beginning' : `under "${heading.replace(/^#+ /, '')}"`
}
