/** The server as a Node process: over IPC from VS Code, or over `--stdio`, `--pipe` from other editors. */

import { createConnection } from 'vscode-languageserver/node'
import { traceOf } from '../../host/failure-trace'
import { idleMemory } from '../../host/idle-memory'
import { guarded } from '../guarding'
import { startServer } from '../server'
import { exportInThread } from './export'
import { folderTexts, textOfFile } from './folders'
import { howToStart, transportFor } from './transport'

const transport = transportFor(process.argv.slice(2))
if (transport === undefined) {
  process.stderr.write(`${howToStart}\n`)
  process.exitCode = 2
} else {
  const { reader, writer, isShutDown } = guarded(transport, idleMemory())
  let failure: unknown
  reader.onError(error => {
    failure = error
  })
  // The client that it was started for has gone, or was never there.
  reader.onClose(() => {
    if (failure !== undefined)
      process.stderr.write(`The editor could not be reached any more, ${traceOf(failure)}\n`)
    process.exit(isShutDown() ? 0 : 1)
  })
  const connection = createConnection(reader, writer)
  const log = (words: string): void => connection.console.error(words)
  logFailures(log)
  startServer(connection, {
    export: exportInThread,
    pageAsWord: async page => (await import('../../export/export')).pageAsWord(page),
    import: () => import('../../import/import'),
    preview: () => import('../../export/preview'),
    folders: folderTexts,
    readText: textOfFile,
  })
}

/** Puts errors that nobody has caught, and what libraries say, in the log without quoting anything that was read. */
function logFailures(log: (words: string) => void): void {
  process.on('unhandledRejection', error => log(`Something failed, ${traceOf(error)}`))
  process.on('uncaughtException', error => {
    // Nobody knows what still works: whoever started it will start it again.
    process.stderr.write(`Inspection Reports stopped, ${traceOf(error)}\n`)
    process.exit(1)
  })
  const said = (...given: readonly unknown[]): void => {
    for (const error of given)
      if (error instanceof Error) log(`Something failed, ${traceOf(error)}`)
  }
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    console[name] = said
}
