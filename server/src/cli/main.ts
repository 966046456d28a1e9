/** The program `inspection-reports`, and each of its threads. */

import { isMainThread } from 'node:worker_threads'
import { runProgram } from './program'
import { runThread } from './threads/thread'

/** Begins as what this thread is; `file` is the file that is run, by this thread and by any that it starts. */
export function start(file: string): void {
  if (isMainThread) runProgram(file)
  else runThread()
}
