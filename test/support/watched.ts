/** Runs work in a thread of its own, so that work that gets stuck fails a test instead of stopping it. */

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'

const root = path.resolve(import.meta.dirname, '..')

/** This many seconds without progress are a standstill; a busy machine is slower, but does not stop. */
const silence = 20

/** What a thread counts as it goes on, the number of its steps first; the others say where it is. */
export type Progress = Int32Array

/** Thrown where a thread has made no step for a long time; it has been ended. */
export class Standstill extends Error {
  constructor(readonly progress: readonly number[]) {
    super(`nothing came of step ${progress[0]} in ${silence} seconds`)
  }
}

/** Bundles a file of the tests that is to run by itself, and says where it is. */
export function bundled(entry: string): string {
  const outfile = path.join(root, 'out/test', `${entry.replace(/\W/g, '-')}.cjs`)
  const args = [path.join(root, 'scripts/bundle-test.mjs'), entry, outfile]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${entry} could not be bundled`)
  return outfile
}

/**
 * Runs a bundled file in a thread until it ends, and passes on what it says. Fails with a `Standstill` if its
 * progress stops. Only seconds in which this thread's own timer ticks count.
 */
export async function watch<Message>(
  file: string,
  data: unknown,
  onMessage: (message: Message) => void,
): Promise<void> {
  const progress: Progress = new Int32Array(new SharedArrayBuffer(16))
  const worker = new Worker(file, { workerData: { data, progress } })
  let [seen, silent] = [0, 0]
  let standstill: Standstill | undefined
  const timer = setInterval(() => {
    silent = progress[0] === seen ? silent + 1 : 0
    seen = progress[0] ?? 0
    if (silent < silence) return
    standstill = new Standstill([...progress])
    void worker.terminate()
  }, 1000)
  worker.on('message', onMessage)
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', () => resolve())
    })
  } finally {
    clearInterval(timer)
  }
  if (standstill !== undefined) throw standstill
}

/** In the thread: what it was given, where it counts its steps, and how it says something. */
export function inThread<Data, Message>() {
  const { data, progress } = workerData as { readonly data: Data; readonly progress: Progress }
  const say = (message: Message): void => parentPort?.postMessage(message)
  return { data, progress, say }
}
