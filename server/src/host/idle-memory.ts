/** Returns memory that is no longer needed to the computer, once there is nothing to do. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How long there must be no requests, in milliseconds: longer than somebody pauses between two words. */
const quiet = 5000

/** V8 keeps pages and code that one collection has freed until the next ones find them unused as well. */
const collections = 3

/**
 * Returns the function to call whenever something has been done. In the next pause, what is no longer needed is
 * collected, three times with `quiet` between them. V8 itself puts this off while there is memory to be had:
 * after some hundred reports its process would stay at nearly twice the size. Each collection takes a few dozen
 * milliseconds, during which nobody is waiting.
 */
export function idleMemory(collect: () => void = collectGarbage): () => void {
  let timer: NodeJS.Timeout | undefined
  const collectIn = (left: number): void => {
    clearTimeout(timer)
    if (left === 0) return
    timer = setTimeout(() => {
      collect()
      collectIn(left - 1)
    }, quiet)
    timer.unref()
  }
  return () => collectIn(collections)
}

function collectGarbage(): void {
  // The function exists only in a context that is created while the flag is set.
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function') collect()
}
