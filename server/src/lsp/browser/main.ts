/** The server as a web worker. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser'
import { traceOf } from '../../host/failure-trace'
import { guarded } from '../guarding'
import type { WorkerStart } from '../protocol'
import { startServer } from '../server'
import { loadBundlesFrom } from './bundles'
import { exportInWorker } from './export'
import { foldersOfClient, textFromClient } from './folders'
import { type FailureEvent, worker } from './worker'

worker.onmessage = ({ data }) => start(data as WorkerStart)

/** Called with the first message; from then on the messages are those of the protocol. */
function start({ bundles }: WorkerStart): void {
  loadBundlesFrom(bundles)
  const { reader, writer } = guarded({
    reader: new BrowserMessageReader(worker),
    writer: new BrowserMessageWriter(worker),
  })
  const connection = createConnection(reader, writer)
  connection.onExit(() => worker.close())
  logFailures(words => connection.console.error(words))
  startServer(connection, {
    export: exportInWorker(bundles),
    pageAsWord: async page => (await import('../../export/export')).pageAsWord(page),
    import: () => import('../../import/import'),
    preview: () => import('../../export/preview'),
    folders: foldersOfClient(connection),
    readText: textFromClient(connection),
  })
}

/** Puts errors that nobody has caught, and what libraries say, in the log without quoting anything that was read. */
function logFailures(log: (words: string) => void): void {
  const failed = (event: FailureEvent): void => {
    event.preventDefault()
    log(`Something failed, ${traceOf(event.error ?? event.reason)}`)
  }
  worker.addEventListener('error', failed)
  worker.addEventListener('unhandledrejection', failed)
  const said = (...given: readonly unknown[]): void => {
    for (const error of given)
      if (error instanceof Error) log(`Something failed, ${traceOf(error)}`)
  }
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    console[name] = said
}
