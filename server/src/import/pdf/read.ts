/** Reads the text of a PDF, with the columns of its tables kept. */

import './no-drawing'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { ImportError } from '../import-error'
import { type PageItem, pageText } from './layout'

// The library looks here before it loads a worker from a file, which there is none of in a bundle.
;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker

export interface PdfOptions {
  readonly onProgress?: (done: number, all: number) => void
  readonly isCancelled?: () => boolean
}

/**
 * The text of all pages, a form feed between them. Throws an `ImportError` for a PDF that has a
 * password, is damaged, or consists of pictures.
 */
export async function readPdf(
  bytes: Uint8Array,
  { onProgress, isCancelled }: PdfOptions = {},
): Promise<{ readonly text: string }> {
  const task = getDocument({
    // The library takes the bytes over, and the caller may want them again.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
  })
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      if (isCancelled?.()) throw new ImportError('The import was stopped.')
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(pageText(items.filter(item => 'str' in item) as readonly PageItem[]))
      page.cleanup()
      onProgress?.(number, document.numPages)
    }
    const text = pages.join('\n\f')
    // A scanned report may have a stamp or a page number in letters, but no page of text.
    if ((text.match(/\p{L}/gu)?.length ?? 0) < Math.min(20 * pages.length, 100))
      throw new ImportError(noText)
    return { text }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(reasonOf(error))
  } finally {
    await task.destroy()
  }
}

const noText =
  'This PDF has no text, only pictures of its pages. Ask for the Word file, or have the text recognised (OCR) first.'

function reasonOf(error: unknown): string {
  const name = (error as Error | undefined)?.name
  if (name === 'PasswordException')
    return 'This PDF has a password. Save it without one, and import that.'
  if (name === 'InvalidPDFException')
    return 'This PDF is damaged. Save it again from the program that made it, and import that.'
  return `This PDF could not be read: ${(error as Error | undefined)?.message ?? error}`
}
