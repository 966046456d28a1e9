/** Run by `scripts/memory.mjs` in a process of its own: prints what a server in this process holds. */

import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import {
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  InitializedNotification,
  InitializeRequest,
  SemanticTokensRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { overviewMethod } from '../../../server/src/lsp/protocol'
import { startServer } from '../../../server/src/lsp/server'
import type { Tools } from '../../../server/src/lsp/tools'
import { parseReport } from '../../../server/src/report/parse'
import { grow } from '../../bench/grow'

const requests = new PassThrough()
const answers = new PassThrough()
const connection = createConnection(
  new StreamMessageReader(requests),
  new StreamMessageWriter(answers),
)
// Nothing is exported or imported here, and no folder is open.
startServer(connection, {} as Tools)
const client = createProtocolConnection(
  new StreamMessageReader(answers),
  new StreamMessageWriter(requests),
)
client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({})))
client.listen()

/** It has 60,000 characters, so that anything kept of one such text is noticed. */
const text = grow(parseReport(readFileSync(process.argv[2]!, 'utf8'))!, 3)
const kept = 'file:///kept.txt'

void main()

async function main(): Promise<void> {
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { diagnostic: { relatedInformation: true } },
    },
    initializationOptions: { tellsChecks: true },
    workspaceFolders: null,
  })
  await client.sendNotification(InitializedNotification.type, {})
  await open(kept, 0)
  // What is made once, such as patterns and compiled code, exists before anything is measured.
  await openAndClose(10)
  const before = await held()
  await openAndClose(200)
  const closed = await held()
  for (let version = 2; version < 62; version++) {
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: kept, version },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' },
        { range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, text: ' ' },
      ],
    })
    await ask(kept)
  }
  console.log(JSON.stringify({ before, closed, after: await held() }))
  process.exit(0)
}

async function openAndClose(count: number): Promise<void> {
  for (let at = 1; at <= count; at++) {
    const uri = `file:///closed-${at}.txt`
    await open(uri, at)
    await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  }
}

/** Each document differs, so that nothing kept for one serves for another. */
async function open(uri: string, at: number): Promise<void> {
  const textDocument = { uri, languageId: 'plaintext', version: 1, text: `${text}\n${at}\n` }
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
  await ask(uri)
}

/** What an editor asks for by itself, and what keeps much at once. */
async function ask(uri: string): Promise<void> {
  const textDocument = { uri }
  await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument })
  await client.sendRequest(SemanticTokensRequest.type, { textDocument })
  await client.sendRequest(DocumentSymbolRequest.type, { textDocument })
  await client.sendRequest(overviewMethod, { textDocument })
  await client.sendRequest(DocumentFormattingRequest.type, {
    textDocument,
    options: { tabSize: 2, insertSpaces: true },
  })
}

/** The memory held, in bytes; what is about to be freed is let go first. */
async function held(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    await new Promise(resolve => setTimeout(resolve, 20))
    globalThis.gc?.()
  }
  return process.memoryUsage().heapUsed
}
