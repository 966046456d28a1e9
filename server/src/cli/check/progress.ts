/** How far a check of many files is, for somebody who waits at a terminal. */

import type { Terminal } from '../terminal'

export interface Progress {
  /** So many more files are done. */
  readonly done: () => void
  /** Takes the line away, as before anything else is written and at the end. */
  readonly hide: () => void
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
    hide: () => {
      if (isShown) progress?.(undefined)
      isShown = false
    },
  }
}
