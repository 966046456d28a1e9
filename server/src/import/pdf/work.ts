/**
 * What the library that reads PDFs asks of us while it works. It has no limits of its own and does not yield
 * before a page has been read, so the build puts these calls into it (`scripts/build.mjs`).
 */

import type { Budget } from '../budget'

interface Reading {
  readonly budget: Budget
  readonly pause: () => Promise<void>
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
