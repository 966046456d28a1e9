/**
 * Exports in a thread of its own: laying out the pages of a long report takes many seconds, during which no
 * message could be read and the server would seem to hang.
 */

import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Content } from '../../export/export'
import type { Exported, ExportTool } from '../tools'

/** What the thread is given. */
export interface ExportWork {
  readonly content: Content
  readonly template: Uint8Array | undefined
  readonly translations: Parameters<ExportTool>[1]['translations']
}

/** Fails with `RequestCancelled` once the client has cancelled the request; the thread is then ended. */
export const exportInThread: ExportTool = async (
  report,
  { template, comments, translations, token },
) => {
  const { contentOf } = await import('../../export/export')
  const work: ExportWork = { content: contentOf(report, { comments }), template, translations }
  const thread = new Worker(path.join(__dirname, 'export-thread.js'), {
    workerData: work,
    // What libraries print may quote the report, and standard output belongs to the protocol.
    stdout: true,
    stderr: true,
  })
  const stopped = new Promise<never>((_, reject) => {
    token.onCancellationRequested(() =>
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')),
    )
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread has ended.')))
  })
  const made = new Promise<Exported>(resolve => thread.once('message', resolve))
  try {
    return await Promise.race([made, stopped])
  } finally {
    await thread.terminate()
  }
}
