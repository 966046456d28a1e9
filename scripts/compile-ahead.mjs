// Compiles the server ahead, for the Node that this runs on; see server/src/lsp/node-start.ts.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const self = fileURLToPath(import.meta.url)
const root = path.resolve(path.dirname(self), '..')
const file = path.join(root, 'dist/server-code.js')

/** Lets the server answer once for each sample, and keeps the code that this took. */
export async function compileAhead() {
  const server = spawn(process.execPath, [self, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const hasEnded = new Promise(resolve => server.once('close', resolve))
  await Promise.race([askForSamples(server), hasEnded])
  if ((await hasEnded) !== 0) throw new Error('the server that was built does not run')
}

async function askForSamples({ stdin, stdout }) {
  const protocol = createRequire(self)('vscode-languageserver/node')
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(stdout),
    new protocol.StreamMessageWriter(stdin),
  )
  connection.listen()
  await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
  })
  await connection.sendNotification(protocol.InitializedNotification.type, {})
  for (const name of readdirSync(path.join(root, 'samples'))) {
    const uri = `file:///${name}`
    const text = readFileSync(path.join(root, 'samples', name), 'utf8')
    await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'plaintext', version: 1, text },
    })
    await connection.sendRequest(protocol.DocumentDiagnosticRequest.type, { textDocument: { uri } })
  }
  await connection.sendRequest(protocol.ShutdownRequest.type)
  await connection.sendNotification(protocol.ExitNotification.type)
}

/** Runs the server, and writes what was compiled when it ends. */
function run() {
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file })
  process.once('exit', () => {
    const compiled = `${file}.${process.versions.v8}`
    const { atime, mtime } = statSync(file)
    writeFileSync(compiled, script.createCachedData())
    utimesSync(compiled, atime, mtime)
  })
  const require = createRequire(file)
  script.runInThisContext()({}, require, { exports: {} }, file, path.dirname(file))
}

if (process.argv[1] === self) run()
