/** Exports in a worker of its own, as `node/export.ts` does in a thread. */

import { exportWork } from '../export-work'
import { unlessCancelled } from '../slices'
import type { Exported, ExportTool } from '../tools'
import type { StartedWorker } from './worker'

declare const Worker: new (address: string) => StartedWorker
declare const URL: { createObjectURL(blob: Blob): string; revokeObjectURL(address: string): void }

/** What the worker answers: the document, or what went wrong. */
export type ExportAnswer = { readonly made: Exported } | { readonly error: unknown }

/** Fails with `RequestCancelled` once the client has cancelled the request; the worker is then ended. */
export function exportInWorker(bundles: string): ExportTool {
  return async (report, given) => {
    const work = await exportWork(report, given)
    // A worker can only be started from its own site, and the extension may come from another.
    const script = `importScripts(${JSON.stringify(`${bundles}/web/export-worker.js`)})`
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    const started = new Worker(address)
    const made = new Promise<Exported>((resolve, reject) => {
      started.onmessage = ({ data }) => {
        const answer = data as ExportAnswer
        if ('made' in answer) resolve(answer.made)
        else reject(answer.error)
      }
      started.onerror = event => {
        event.preventDefault()
        reject(new Error('The worker has failed.'))
      }
    })
    started.postMessage({ bundles, work })
    try {
      return await unlessCancelled(made, given.token)
    } finally {
      started.terminate()
      URL.revokeObjectURL(address)
    }
  }
}
