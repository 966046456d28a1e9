/**
 * Exports in a thread of its own: laying out the pages of a long report takes many seconds, during which no
 * message could be read and the server would seem to hang.
 */

import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { exportWork } from '../export-work'
import { unlessCancelled } from '../slices'
import type { Exported, ExportTool } from '../tools'

/** Fails with `RequestCancelled` once the client has cancelled the request; the thread is then ended. */
export const exportInThread: ExportTool = async (report, given) => {
  const thread = new Worker(path.join(__dirname, 'export-thread.js'), {
    workerData: await exportWork(report, given),
    // What libraries print may quote the report, and standard output belongs to the protocol.
    stdout: true,
    stderr: true,
  })
  const made = new Promise<Exported>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread has ended.')))
  })
  try {
    return await unlessCancelled(made, given.token)
  } finally {
    await thread.terminate()
  }
}
