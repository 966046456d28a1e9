/** Reading and checking one text, Word document or PDF. */

import type { CheckedText } from '../../features/data/report-data'
import { traceOf } from '../../host/failure-trace'
import { parseReport } from '../../report/parse'
import { checkReport } from '../../rules/run'
import type { InputFile } from '../files/read-files'
import type { Reading } from '../surroundings'

/** A file that was checked. */
export interface CheckedFile extends CheckedText {
  readonly path: string
}

/** Said about a text in which nothing can be checked. */
export const noReport = 'This is not a report of a known type. Check that it begins with its title.'

/** Said about a file at which the program failed, without the words of what was thrown, which may be the report's. */
export function uncheckedFile(error: unknown): string {
  if (isOutOfMemory(error))
    return 'There is not enough memory for this file. Take it apart, or close other programs and try again.'
  return `This file could not be checked, through no fault of yours. Please report this (${traceOf(error)}).`
}

/** Has a thread ended for want of memory? */
function isOutOfMemory(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { cause, code } = error as { readonly cause?: unknown; readonly code?: unknown }
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || isOutOfMemory(cause)
}

type UnreadFile = Exclude<InputFile, { readonly error?: undefined }>

/** Said instead of why a document could not be read: a part of it, which is named there, may be called anything. */
export const unreadDocument =
  'This Word document or PDF could not be read. Leave out --no-text to see why.'

type Read = { readonly text: string; readonly error?: undefined } | { readonly error: string }

/**
 * The text of a Word document, with its automatic numbers written out, or of a PDF. It is checked as it is: nothing
 * in it is repaired, as it would be by an import, but that the lines of a PDF are joined. Without words of the
 * report, the error does not say why either.
 */
export async function readOther(
  { error, other }: UnreadFile,
  { text }: { readonly text: boolean } = { text: true },
): Promise<Read> {
  if (other === undefined) return { error }
  const { ImportError, readToCheck } = await import('../../import/import')
  try {
    return { text: (await readToCheck(other.bytes)).text }
  } catch (failure) {
    if (failure instanceof ImportError) return { error: text ? failure.message : unreadDocument }
    throw failure
  }
}

/** What is found in one text. */
export function checkText(path: string, text: string, { parse, severities }: Reading): CheckedFile {
  const report = parseReport(text, parse)
  return { path, report, findings: report === undefined ? [] : checkReport(report, severities) }
}
