/** Opens a PDF for whoever reads something in it, within a budget and in turn. */

import * as l10n from '@vscode/l10n'
import './no-drawing'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { Budget, mostPages } from '../budget'
import { ImportError } from '../import-error'
import { pdfRefusal } from '../refusals'
import { inTurn } from './work'

// The library looks here before it loads a worker from a file, which a bundle does not have.
;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker

/** What whoever reads a PDF has to do while reading. */
export interface Reading {
  readonly budget: Budget
  /** Throws again what the library may have ignored: a refusal, or that the work was stopped. */
  readonly check: () => void
  /** Awaited between pages. */
  readonly rest: () => Promise<void>
}

/**
 * What `read` finds in the document. Throws an `ImportError` for a PDF that has a password, is damaged, or demands
 * more work than its text accounts for; `pause` may stop the work by throwing.
 */
export function inDocument<Result>(
  bytes: Uint8Array,
  pause: () => Promise<void>,
  read: (document: PDFDocumentProxy, reading: Reading) => Promise<Result>,
): Promise<Result> {
  const budget = new Budget(pdfRefusal)
  // The library ignores errors in parts that it does not need, so these are checked again afterwards.
  let stopped: { readonly reason: unknown } | undefined
  const rest = () =>
    pause().catch(reason => {
      stopped = { reason }
      throw reason
    })
  const check = () => {
    if (stopped !== undefined) throw stopped.reason
    budget.check()
  }
  const refuse = (reason: ImportError) => {
    stopped = { reason }
  }
  return inTurn({ budget, pause: rest, refuse }, async () => {
    const task = getDocument(options(bytes))
    try {
      const document = await task.promise
      if (document.numPages > mostPages) budget.deliver(0, document.numPages)
      return await read(document, { budget, check, rest })
    } catch (error) {
      check()
      throw error instanceof ImportError
        ? error
        : new ImportError(reasonOf(error), { cause: error })
    } finally {
      await task.destroy()
    }
  })
}

const options = (bytes: Uint8Array) => ({
  // The library takes the bytes over, and the caller may need them again.
  data: new Uint8Array(bytes),
  verbosity: VerbosityLevel.ERRORS,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  // Pictures are not looked at.
  maxImageSize: 1,
})

function reasonOf(error: unknown): string {
  const name = (error as Error | undefined)?.name
  if (name === 'PasswordException')
    return l10n.t('This PDF has a password. Save it without one, and import that.')
  if (name === 'InvalidPDFException')
    return l10n.t(
      'This PDF is damaged. Save it again from the program that made it, and import that.',
    )
  return l10n.t(
    'This PDF could not be read. Save it again from the program that made it, or ask for the Word file, and import that.',
  )
}
