/** Times a language server over stdio as an editor meets it: from start, and from edit, to findings. */

import { spawn } from 'node:child_process'
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { middle } from './measure'

export interface ServerTimes {
  /** From the start of the process to the first findings, in milliseconds. */
  readonly start: number
  /** From an edit to the findings of the text after it. */
  readonly edit: number
  readonly findings: number
}

export const uri = 'file:///bench/report.txt'

/** Times the servers in turn, so that a busy moment of the machine affects them all alike. */
export async function timeServers(
  files: readonly string[],
  text: string,
  runs: number,
): Promise<readonly ServerTimes[]> {
  const all = files.map(() => ({ start: [] as number[], edit: [] as number[], findings: 0 }))
  for (let run = 0; run < runs; run++) {
    for (const [index, file] of files.entries()) {
      const times = await session(file, text)
      all[index]?.start.push(times.start)
      // The first session warms the file cache.
      all[index]?.edit.push(...times.edits)
      Object.assign(all[index] ?? {}, { findings: times.findings })
    }
  }
  return all.map(({ start, edit, findings }) => ({
    start: middle(start.slice(1)),
    edit: middle(edit),
    findings,
  }))
}

/** A server in a process of its own that has the text open as `uri`. */
export async function serverWith(
  file: string,
  text: string,
): Promise<{ readonly connection: ProtocolConnection; readonly stop: () => Promise<void> }> {
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        diagnostic: { relatedDocumentSupport: false },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  })
  await connection.sendNotification(InitializedNotification.type, {})
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'inspection-report', version: 1, text },
  })
  const stop = async () => {
    await connection.sendRequest(ShutdownRequest.type)
    await connection.sendNotification(ExitNotification.type)
    connection.dispose()
  }
  return { connection, stop }
}

async function session(file: string, text: string) {
  const began = performance.now()
  const { connection, stop } = await serverWith(file, text)
  const findings = await pull(connection)
  const start = performance.now() - began
  const edits: number[] = []
  const line = text.split('\n').findIndex(each => each.length > 200)
  for (let version = 2; version < 192; version++) {
    const time = await edit(connection, version, Math.max(0, line))
    // A minute of typing: the compiler has seen to nearly everything by then.
    if (version >= 152) edits.push(time)
  }
  await stop()
  return { start, edits, findings }
}

/** Types or takes out a letter in a paragraph, and waits for the findings. */
async function edit(
  connection: ProtocolConnection,
  version: number,
  line: number,
): Promise<number> {
  const at = { line, character: 150 }
  const isTyped = version % 2 === 0
  const began = performance.now()
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version },
    contentChanges: [
      {
        range: { start: at, end: isTyped ? at : { line, character: 151 } },
        text: isTyped ? 'x' : '',
      },
    ],
  })
  await pull(connection)
  return performance.now() - began
}

async function pull(connection: ProtocolConnection): Promise<number> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  })
  return report.kind === 'full' ? report.items.length : 0
}
