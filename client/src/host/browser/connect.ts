/** The server as a worker of the browser. */

import { Uri } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser'
import type { WorkerStart } from '../../../../server/src/lsp/protocol'
import type { Host } from '../host'
import { answerFileRequests } from './file-requests'

/** What a worker of a browser has, as far as it is used here. */
interface Worker {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(event: 'error', listener: (event: Failure) => void): void
  addEventListener(event: 'message' | 'messageerror', listener: () => void): void
}

/** An `ErrorEvent` as far as it is used; without a message where the program could not be loaded. */
interface Failure {
  readonly message?: string
}

declare const Worker: new (address: string) => Worker

export const connect: Host['connect'] = (context, options) => {
  const dist = Uri.joinPath(context.extensionUri, 'dist')
  let running: { readonly worker: Worker; readonly reader: WorkerReader } | undefined
  const start = async (): Promise<MessageTransports> => {
    running?.worker.terminate()
    const worker = new Worker(Uri.joinPath(dist, 'web', 'server.js').toString(true))
    const first: WorkerStart = { bundles: dist.toString(true) }
    worker.postMessage(first)
    const reader = new WorkerReader(worker)
    running = { worker, reader }
    endWithoutAnswer(worker, reader)
    return { reader, writer: new BrowserMessageWriter(worker) }
  }
  const client = new LanguageClient('inspectionReports', 'Inspection Reports', start, options)
  context.subscriptions.push(answerFileRequests(client))
  const endServer = (): void => {
    running?.worker.terminate()
    running?.reader.end()
  }
  return { client, endServer }
}

/** Nothing tells that a worker has ended, so whoever ends it says so. */
class WorkerReader extends BrowserMessageReader {
  end(): void {
    this.fireClose()
  }
}

/**
 * Ends the connection to a worker that fails before its first message, since it could not be loaded or has ended
 * at once: all that wait for it would wait for ever.
 */
function endWithoutAnswer(worker: Worker, reader: WorkerReader): void {
  let hasAnswered = false
  worker.addEventListener('message', () => {
    hasAnswered = true
  })
  const end = (): void => {
    if (hasAnswered) return
    worker.terminate()
    reader.end()
  }
  worker.addEventListener('error', end)
  worker.addEventListener('messageerror', end)
}
