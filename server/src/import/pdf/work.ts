/**
 * What the library that reads PDFs asks of us while it works. It has no limits of its own and does not yield
 * before a page has been read, so the build puts these calls into it (`scripts/build.mjs`).
 */

import * as l10n from '@vscode/l10n'
import type { Budget } from '../budget'
import { ImportError } from '../import-error'

interface Reading {
  readonly budget: Budget
  readonly pause: () => Promise<void>
  /** Ends the reading with this reason, even where the library ignores errors. */
  readonly refuse: (reason: ImportError) => void
}

/** The calls in the library do not know which document they are for, so only one is read at a time. */
let current: Reading | undefined
let last: Promise<unknown> = Promise.resolve()

/** Does the reading once those before it are done; meanwhile, the library counts and pauses for it. */
export function inTurn<Result>(reading: Reading, read: () => Promise<Result>): Promise<Result> {
  const own = last.then(async () => {
    current = reading
    try {
      return await read()
    } finally {
      current = undefined
    }
  })
  last = own.catch(() => {})
  return own
}

/** Bytes of a stream that has been unpacked. */
export function spendBytes(count: number): void {
  current?.budget.spend('bytes', count)
}

/** Operators of a page, or letters that it draws. */
export function spendDrawing(count = 1): void {
  current?.budget.spend('drawing', count)
}

/** Pieces of text, or other things that are on a page. */
export function spendPieces(count: number): void {
  current?.budget.spend('pieces', count)
  current?.budget.spend('piecesOnPage', count)
}

/** Letters that a page shows, counted each time that it shows them. */
export function deliverLetters(count: number): void {
  current?.budget.deliver(count)
}

/** Called where a page has taken so long that other work needs a turn. */
export function rest(): Promise<void> {
  return current?.pause() ?? Promise.resolve()
}

/**
 * Called where something is packed with Brotli, which the standard does not have yet and the build leaves out: its
 * dictionary alone is a fifth of all that reads PDFs.
 */
export function refuseBrotli(): never {
  const reason = new ImportError(
    l10n.t(
      'This PDF could not be read. Save it again from the program that made it, or ask for the Word file, and import that.',
    ),
  )
  current?.refuse(reason)
  throw reason
}
