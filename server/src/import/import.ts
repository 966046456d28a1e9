/** Turns a file of any kind that inspectors use into a draft: the entry of a bundle of its own. */

import * as l10n from '@vscode/l10n'
import { changeStatus } from '../features/drafts/draft-status'
import { parseSteps } from '../report/parse'
import { decodeText } from '../text/decode'
import { applyEdits } from '../text/edits'
import { finish } from '../text/steps'
import { ImportError } from './import-error'
import { type Imported, type ImportOptions, imported } from './imported'
import { furnitureMarks } from './leaving/furniture-marks'
import { type FileToLeave, wordToLeave } from './leaving/word-contents'
import type * as PdfReader from './pdf/read'
import type { ReadPdf } from './pdf/read'
import { emptyFile } from './refusals'
import type { Change } from './text/change'
import { readWordSteps } from './word/read'

export { type CleanCopy, cleanCopy } from './copy/clean-copy'
export { type CommentedCopy, commentedCopy } from './copy/commented'
export {
  type SuggestedCopy,
  type Suggestion,
  type Suggestions,
  suggestedCopy,
  suggestionsFor,
} from './copy/suggested'
export { ImportError } from './import-error'
export type { Imported, ImportOptions } from './imported'
export type { FileToLeave } from './leaving/word-contents'
export type { Change } from './text/change'
export { changeList, type ListedPlace, notReport, placeAndMore } from './text/change-list'
export {
  groupedChanges,
  type ListedChange,
  type PlacedChange,
  summaryOf,
} from './text/grouped-changes'
export { htmlToText } from './text/html/html'
export { tidy, tidySteps } from './text/tidy'
export { readWord, readWordSteps } from './word/read'
export { type Origin, tracedReading, tracedWord, type WordOrigins } from './word-origins'

/**
 * The file as a draft. Its first bytes show what kind of file it is. Throws an `ImportError` where no draft can
 * be made from it.
 */
export async function importFile(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<Imported> {
  const run = options.run ?? finish
  if (bytes.length === 0) throw new ImportError(emptyFile())
  if (startsWith(bytes, '%PDF-')) {
    const { text, changes } = await pdfText(bytes, options)
    return run(imported('pdf', text, changes, options))
  }
  if (startsWith(bytes, 'PK') || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) {
    const { text, changes } = await run(readWordSteps(bytes))
    return run(imported('word', text, changes, options))
  }
  const fault = faultOf(bytes)
  if (fault !== undefined) throw new ImportError(fault)
  const text = decodeText(bytes)
  if (text.includes('\0')) throw new ImportError(notImported())
  return run(imported('text', text, [], options))
}

/** The text as a draft, whatever it begins with: somebody has it as text already. */
export async function importText(text: string, options: ImportOptions = {}): Promise<Imported> {
  const run = options.run ?? finish
  return run(imported('text', text, [], options))
}

/** A file's text, and what was read in it otherwise than it looks. */
export interface ReadToCheck {
  readonly text: string
  readonly changes: readonly Change[]
}

/**
 * The text of a file that is checked as it is. A Word document or text is not repaired: what an import would put
 * right has to be put right in it. The lines of a PDF are joined, as nobody can who reads it. Throws as
 * `importFile` does.
 */
export async function readToCheck(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<ReadToCheck> {
  const run = options.run ?? finish
  if (startsWith(bytes, 'PK')) return run(readWordSteps(bytes))
  const { kind, text, changes } = await importFile(bytes, options)
  if (kind === 'text') return { text: decodeText(bytes), changes: [] }
  const report = await run(parseSteps(text, options.parse))
  // An import marks what it makes as a draft; the file itself counts as what it says it is.
  return {
    text: report === undefined ? text : applyEdits(text, changeStatus(report, 'finished')),
    changes,
  }
}

/**
 * A Word document or PDF that is to leave the house: its text as it is checked, and what it carries besides. Throws an
 * `ImportError` for a file that is neither, or that cannot be read.
 */
export async function readToLeave(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<FileToLeave> {
  if (startsWith(bytes, 'PK')) return (options.run ?? finish)(wordToLeave(bytes))
  const { text, changes } = await readToCheck(bytes, options)
  const found = await withPdfReader(({ pdfContents }) => pdfContents(bytes, options))
  const traces = [...furnitureMarks(changes), ...found]
  return { text, contents: { kind: 'pdf', traces, isTyped: () => true } }
}

async function pdfText(bytes: Uint8Array, options: ImportOptions): Promise<ReadPdf> {
  return withPdfReader(({ readPdf }) => readPdf(bytes, options))
}

/** Reads with the bundle of its own that PDFs are read by, whose errors are of another class. */
async function withPdfReader<Result>(
  read: (reader: typeof PdfReader) => Promise<Result>,
): Promise<Result> {
  const reader = await import('./pdf/read')
  try {
    return await read(reader)
  } catch (error) {
    const { name, message, cause } = error as Error
    throw name === 'ImportError' ? new ImportError(message, { cause }) : error
  }
}

const notImported = () =>
  l10n.t('This is not a Word document, a PDF or a text. Choose a .docx, .pdf or .txt file.')

/** Why a file cannot be imported, as far as its first bytes show. */
function faultOf(bytes: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 100)).replace(/^\xef\xbb\xbf/, '')
  if (/^(?:\{\\rtf|GIF8|\x89PNG|\xff\xd8\xff)/.test(beginning)) return notImported()
  if (/^\s*<(?:!doctype html|html)\b|^MIME-Version:/i.test(beginning))
    return l10n.t(
      'This is a web page, whatever its name says. Open it in Word, save it as a Word document (.docx), and import that.',
    )
  if (isOwnerFile(bytes))
    return l10n.t(
      'This is only a temporary file that Word keeps while a document is open. Import the document itself, whose name is without the ~$.',
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
