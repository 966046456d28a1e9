/** What a thread does: it reads the files that it is given, and checks or fixes them. */

import { workerData } from 'node:worker_threads'
import workerpool from 'workerpool'
import { formOf } from '../check/forms/forms'
import { outcomeOf } from '../check/outcome'
import { type FoundFile, readFound } from '../files/read-files'
import { fixFile } from '../fix/fix-file'
import { surroundings } from '../surroundings'
import type { ThreadOptions } from './threads'

/** Works on files until it is ended. What is wrong with types and settings is said by the thread that started it. */
export function runThread(): void {
  const options = workerData as ThreadOptions
  const { cwd, task } = options
  const around = surroundings(cwd, options.surroundings, () => {})
  // The standard input is read where the program started.
  const read = (file: FoundFile) =>
    readFound(file, { cwd, readStdin: async () => new Uint8Array() })
  const work =
    task.name === 'fix'
      ? async (found: FoundFile) => fixFile(await read(found), around, { ...options, ...task })
      : checking(task.format)

  function checking(format: Extract<typeof task, { name: 'check' }>['format']) {
    const form = formOf(format, options)
    return async (found: FoundFile) => {
      // What was found stays here: its pieces of the output are all that is wanted.
      const { checked: _, ...outcome } = await outcomeOf(await read(found), around, form, options)
      return outcome
    }
  }

  workerpool.worker({ [task.name]: work })
}
