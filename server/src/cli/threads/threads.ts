/** Many files on all cores: each thread reads whole files and does with them what is asked, as none knows of another. */

import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { pMapIterable } from 'p-map'
import workerpool from 'workerpool'
import { uncheckedFile } from '../check/checked'
import type { FormName, FormOptions } from '../check/forms/form'
import type { FoundFile } from '../files/read-files'
import type { SurroundingsOptions } from '../surroundings'

/** What is done with each file: checked, for a form of the output, or fixed. */
export type Task =
  | { readonly name: 'check'; readonly format: FormName }
  | { readonly name: 'fix'; readonly dryRun: boolean; readonly only?: readonly string[] }

/** What a thread has to know of the run. */
export interface ThreadOptions extends FormOptions {
  readonly cwd: string
  readonly text: boolean
  readonly surroundings: SurroundingsOptions
  readonly task: Task
}

export interface Run<Outcome> {
  /** The file that threads run; undefined where everything has to be done in this thread. */
  readonly program: string | undefined
  /** How many files are worked on at the same time; as many as the computer has cores if left out. */
  readonly jobs: number | undefined
  readonly options: ThreadOptions
  /** Does in this thread what is asked. */
  readonly here: (file: FoundFile) => Promise<Outcome>
  /** The outcome of a file that could not be worked on, for the reason given. */
  readonly failed: (error: string) => Outcome
}

/** The outcomes of all files in their order, a few of them ahead of what was asked for. */
export async function* inOrder<Outcome>(
  files: readonly FoundFile[],
  { program, jobs = availableParallelism(), options, here, failed }: Run<Outcome>,
): AsyncGenerator<{ readonly path: string; readonly outcome: Outcome }> {
  const number = Math.min(jobs, Math.floor(files.length / filesForThread))
  const threads =
    program === undefined || number < 2 ? undefined : startThreads(program, number, options)
  const one = async (file: FoundFile): Promise<Outcome> => {
    if (threads === undefined || file.isStandardInput) return here(file)
    try {
      return await threads.exec(options.task.name, [file])
    } catch (error) {
      // The thread has ended, as for want of memory; another one takes its place.
      return failed(uncheckedFile(error))
    }
  }
  // As many are handed over at once that no thread has to wait for its next file.
  const room = threads === undefined ? 1 : number * 4
  try {
    yield* pMapIterable(files, async file => ({ path: file.path, outcome: await one(file) }), {
      concurrency: room,
      backpressure: room * 4,
    })
  } finally {
    await threads?.terminate(true)
  }
}

/** Below that, a thread takes longer to start than to check its files. */
const filesForThread = 20

function startThreads(program: string, number: number, options: ThreadOptions): workerpool.Pool {
  compileLess()
  return workerpool.pool(program, {
    minWorkers: number,
    maxWorkers: number,
    workerType: 'thread',
    workerThreadOpts: { workerData: options },
  })
}

/**
 * Makes V8 wait longer before it compiles a function once more, for speed. Each thread has to do that for itself, and
 * otherwise spends more on it than on its first hundred files.
 */
function compileLess(): void {
  setFlagsFromString('--interrupt-budget=540672')
}
