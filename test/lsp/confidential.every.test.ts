/** One word in everything that the server is given, and nowhere in what it logs, says on the side or leaves. */

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as protocol from '../../server/src/lsp/protocol'
import { paragraph, wordFile } from '../import/word/word-file'
import { itWhole } from '../support/tier'
import { ownRequests, textRequests } from './all-requests'
import { RawServer } from './raw-server'
import { buildIfStale, sample } from './session'

/** A word that none of our reports, messages and names contains. */
const secret = 'Grimbledown'

const report = sample('westmarch-with-problems.inspection.md').replaceAll('Westmarch', secret)
const bytes = (of: string | Uint8Array) => Buffer.from(of).toString('base64')
const type = `id: ${secret.toLowerCase()}\nname: ${secret}\nrecognise: { titles: [${secret}] }\n${secret}: [`

describe('what the server says on the side', () => {
  let folder: string
  let server: RawServer
  const temporary = () => path.join(folder, 'tmp')
  before(buildIfStale)
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'confidential-'))
    const reports = path.join(folder, secret)
    for (const each of [temporary(), path.join(folder, 'home'), reports]) mkdirSync(each)
    writeFileSync(path.join(reports, `${secret}.md`), report)
    writeFileSync(path.join(reports, 'damaged.md'), Buffer.from([0xff, 0xfe, 0xd8]))
    const places = { TMPDIR: temporary(), TEMP: temporary(), TMP: temporary() }
    server = new RawServer(['--stdio'], { ...places, HOME: path.join(folder, 'home') })
    await server.initialize(
      { workspace: { workspaceFolders: true }, textDocument: { diagnostic: {} } },
      {
        workspaceFolders: [
          { uri: pathToFileURL(reports).href, name: secret },
          { uri: `file:///%${secret}`, name: secret },
          { uri: `file://${secret}/%2f`, name: secret },
        ],
        initializationOptions: {
          tellsChecks: true,
          settings: {
            reportTypes: { [`**/${secret}.md`]: secret },
            rules: { [secret]: secret, 'open-note': secret },
          },
        },
      },
    )
  })
  afterEach(() => {
    server.kill()
    rmSync(folder, { recursive: true })
  })

  /** Every file in a folder and below, with what is in it. */
  function left(of: string): readonly string[] {
    return readdirSync(of, { recursive: true, withFileTypes: true }).map(entry => {
      const file = path.join(entry.parentPath, entry.name)
      return entry.isFile() ? `${file} ${readFileSync(file, 'latin1')}` : file
    })
  }

  function assertSilent(): void {
    const said = [server.stderr, ...server.logged]
    for (const { error, method, params } of server.received) {
      if (error?.code === -32603) said.push(error.message)
      if (method === 'window/showMessage' || method === 'telemetry/event')
        said.push(JSON.stringify(params))
    }
    const told = said.filter(each => new RegExp(secret, 'i').test(each) || each.includes(folder))
    assert.deepEqual(told, [])
    const files = [...left(temporary()), ...left(path.join(folder, 'home'))]
    assert.deepEqual(
      files.filter(each => each.toLowerCase().includes(secret.toLowerCase())),
      [],
    )
  }

  it('has no word of what it is given, where all is well', async () => {
    const uri = pathToFileURL(path.join(folder, secret, `${secret}.md`)).href
    server.open(uri, report)
    server.notify(protocol.typeFilesMethod, { files: [{ uri: `${uri}.yaml`, text: type }] })
    const lines = report.split('\n')
    for (const request of textRequests)
      for (const word of ['Grade', secret, 'paragraph']) {
        const line = lines.findIndex(each => each.includes(word))
        const position = { line, character: (lines[line]?.indexOf(word) ?? 0) + word.length }
        await server.ask(request, everything(uri, position))
      }
    for (const request of ownRequests)
      await server.ask(request, everything(uri, { line: 5, character: 0 }))
    await server.ask('workspace/symbol', { query: `#${secret}` })
    assertSilent()
  })

  itWhole('has no word of it where requests fail', async () => {
    const uri = `file:///${secret}.md`
    server.open(uri, report)
    const wrong: readonly unknown[] = [secret, [secret], { [secret]: secret }, null, 5]
    for (const request of [...textRequests, ...ownRequests, 'workspace/symbol'])
      for (const each of wrong) {
        await server.ask(request, each)
        await server.ask(request, everything(each, each))
        await server.ask(request, { ...everything(uri, each), ...spoilt(each) })
      }
    for (const notification of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWorkspaceFolders',
      protocol.typeFilesMethod,
    ])
      for (const each of wrong) {
        server.notify(notification, each)
        server.notify(notification, {
          textDocument: { uri: secret },
          contentChanges: each,
          event: each,
          files: each,
          settings: each,
        })
      }
    server.write(`${secret}\r\n\r\nContent-Length: 20\r\n\r\n{"${secret}`)
    server.send({ [secret]: secret })
    server.send({ jsonrpc: '2.0', id: null, error: { code: 1, message: secret } })
    await server.ask('workspace/symbol', { query: secret })
    assertSilent()
    // Something did fail, and it is known where.
    const failures = server.logged.filter(each =>
      / failed, \w+Error .*at [\w.-]+\.js:\d+:\d+/.test(each),
    )
    assert.ok(failures.length > 20, `${failures.length} failures`)
  })

  /** Parameters that hold all that a request may ask for. */
  function everything(uri: unknown, position: unknown) {
    const range = { start: position, end: position }
    return {
      textDocument: { uri },
      uri,
      file: secret,
      name: secret,
      position,
      positions: [position],
      range,
      ranges: [range],
      selection: range,
      newName: secret,
      text: report,
      html: `<p>${secret}<table><tr><td>${secret}`,
      isPart: false,
      bytes: bytes(wordFile({ body: paragraph(secret) })),
      context: { includeDeclaration: true, diagnostics: [] },
      options: { tabSize: 2, insertSpaces: true },
      format: 'csv',
      reports: [],
      day: '2026-11-29',
      type: secret,
      as: 'versions',
      other: { name: secret, text: report, uri },
      query: secret,
      id: 1,
      problems: true,
    }
  }

  /** Values from which no document can be made. */
  function spoilt(value: unknown) {
    return {
      bytes: bytes(`%PDF-1.7\n${secret} ${JSON.stringify(value)}`),
      template: bytes(`PK\u0003\u0004${secret}`),
      other: { name: secret, bytes: bytes(`PK\u0003\u0004${secret}`) },
      html: value,
      reports: value,
      name: value,
    }
  }
})
