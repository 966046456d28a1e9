/** How far the work on many files is, for somebody who waits at a terminal. */

import type { Terminal } from '../terminal'

export interface Progress {
  /** So many more files are done. */
  readonly done: () => void
  /** The same function, but that it takes the line away first, as before anything else is written. */
  readonly clearing: <Given extends readonly unknown[], Result>(
    write: (...given: Given) => Result,
  ) => (...given: Given) => Result
}

/** In milliseconds: whoever waits less needs no progress, and nobody reads faster than a few lines a second. */
const patience = 1000
const pause = 100

/** `120 of 613 files`, for work that takes more than a second. */
export function progressOf(
  total: number,
  { progress }: Pick<Terminal, 'progress'>,
  now: () => number = () => performance.now(),
): Progress {
  let done = 0
  let isShown = false
  let due = now() + patience
  return {
    done: () => {
      done++
      if (progress === undefined || now() < due || done === total) return
      due = now() + pause
      isShown = true
      progress(`${done} of ${total} files`)
    },
    clearing:
      write =>
      (...given) => {
        if (isShown) progress?.(undefined)
        isShown = false
        return write(...given)
      },
  }
}
