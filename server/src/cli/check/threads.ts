/** Many files on all cores: each thread reads, checks and prints whole files, which know nothing of each other. */

import { workerData } from 'node:worker_threads'
import workerpool from 'workerpool'
import { type FoundFile, readFound } from '../files/read-files'
import { type SurroundingsOptions, surroundings } from '../surroundings'
import { uncheckedFile } from './checked'
import type { FormName, FormOptions } from './forms/form'
import { formOf } from './forms/forms'
import { failedOutcome, type Outcome, outcomeOf } from './outcome'

/** What a thread has to know of the run. */
export interface ThreadOptions extends FormOptions {
  readonly cwd: string
  readonly format: FormName
  readonly text: boolean
  readonly surroundings: SurroundingsOptions
}

export interface Threads {
  /** How many files they should be given at once, so that none has to wait for the next one. */
  readonly room: number
  readonly check: (file: FoundFile) => Promise<Outcome>
  readonly end: () => Promise<void>
}

/** Below that, a thread takes longer to start than to check its files. */
const filesForThread = 20

/**
 * As many threads as are asked for and worth it, each running `program`; undefined where one is enough, which this
 * thread is.
 */
export function startThreads(
  program: string | undefined,
  { files, jobs, options }: { files: number; jobs: number; options: ThreadOptions },
): Threads | undefined {
  const number = Math.min(jobs, Math.floor(files / filesForThread))
  if (program === undefined || number < 2) return undefined
  const pool = workerpool.pool(program, {
    minWorkers: number,
    maxWorkers: number,
    workerType: 'thread',
    workerThreadOpts: { workerData: options },
  })
  return {
    room: number * 4,
    check: async file => {
      try {
        return await pool.exec('check', [file])
      } catch (error) {
        // The thread has ended, as for want of memory; another one takes its place.
        return failedOutcome(uncheckedFile(error))
      }
    },
    end: async () => {
      await pool.terminate(true)
    },
  }
}

/** What such a thread does. What is wrong with types and settings is said once, by the thread that started it. */
export function runThread(): void {
  const { cwd, format, text, ...given } = workerData as ThreadOptions
  const around = surroundings(cwd, given.surroundings, () => {})
  const form = formOf(format, given)
  workerpool.worker({
    check: async (found: FoundFile): Promise<Outcome> => {
      const file = await readFound(found, threadFiles(cwd))
      const { checked: _, ...outcome } = await outcomeOf(file, around, form, { text })
      return outcome
    },
  })
}

/** The standard input is read where the program started. */
const threadFiles = (cwd: string) => ({ cwd, readStdin: async () => new Uint8Array() })
