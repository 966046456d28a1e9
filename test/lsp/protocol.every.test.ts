/** What a client sends that it should not: an error or an empty answer, and the server goes on. */

import assert from 'node:assert/strict'
import { partOf } from '../support/tier'
import { ownRequests, textRequests } from './all-requests'
import { type Answer, framed, RawServer } from './raw-server'
import { buildIfStale, sample } from './session'

const report = sample('westmarch-with-problems.inspection.md')
const uri = 'file:///reports/westmarch.inspection.md'
const textDocument = { uri }

const isRefused = ({ error, result }: Answer, code: number, message: RegExp) => {
  assert.equal(result, undefined)
  assert.equal(error?.code, code)
  assert.match(error?.message ?? '', message)
}

/** The server answers as it should, and has not ended. */
async function answers(server: RawServer): Promise<void> {
  const { result } = await server.ask('textDocument/foldingRange', { textDocument })
  assert.ok((result as unknown[]).length > 10)
}

describe('the server over standard input and output', () => {
  let server: RawServer
  before(buildIfStale)
  beforeEach(() => {
    server = new RawServer()
  })
  afterEach(() => server.kill())

  it('refuses what comes before the first request, and then begins', async () => {
    isRefused(await server.ask('textDocument/hover', { textDocument }), -32002, /initialize/)
    isRefused(await server.ask('shutdown'), -32002, /initialize/)
    server.open(uri, report)
    server.notify('initialized', {})
    await server.initialize()
    const { result } = await server.ask('textDocument/foldingRange', { textDocument })
    assert.deepEqual(result ?? [], [])
    server.open(uri, report)
    await answers(server)
  })

  it('is initialised once', async () => {
    await server.initialize()
    server.open(uri, report)
    isRefused(
      await server.ask('initialize', { processId: null, rootUri: null, capabilities: {} }),
      -32600,
      /initialized already/,
    )
    await answers(server)
  })

  it('refuses what comes after it was asked to end, and ends well', async () => {
    await server.initialize()
    server.open(uri, report)
    await server.ask('shutdown')
    isRefused(await server.ask('textDocument/foldingRange', { textDocument }), -32600, /to end/)
    isRefused(await server.ask('shutdown'), -32600, /to end/)
    server.open('file:///other.md', report)
    server.notify('exit')
    assert.equal(await server.ended, 0)
  })

  it('ends with another status where it was not asked to', async () => {
    await server.initialize()
    server.notify('exit')
    assert.equal(await server.ended, 1)
  })
})

describe('a server that runs', () => {
  let server: RawServer
  before(async () => {
    buildIfStale()
    server = new RawServer()
    const completion = { completionItem: { snippetSupport: true } }
    await server.initialize({ textDocument: { diagnostic: {}, completion } })
  })
  beforeEach(() => server.open(uri, report))
  after(async () => {
    assert.equal(await server.stop(), 0)
    assert.equal(server.stderr, '')
  })

  const bytes: Readonly<Record<string, string | Buffer>> = {
    'words without a header': 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'words without an end': 'hello',
    'bytes of any kind': Buffer.from(Array.from({ length: 10_000 }, (_, at) => (at * 7) % 256)),
    'a header without a length': 'Content-Type: text/plain\r\n\r\n{}',
    'a length that is no number': 'Content-Length: many\r\n\r\n{}',
    'a length below nothing': 'Content-Length: -5\r\n\r\n{}',
    'a length of nothing': 'Content-Length: 0\r\n\r\n',
    'a length that nobody sends': 'Content-Length: 999999999999\r\n\r\n{}',
    'a length that is too great': 'Content-Length: 100000\r\n\r\n{"jsonrpc":"2.0"}',
    'a length that is too small': framed({ jsonrpc: '2.0', method: 'no/method' }).replace(
      /\d+/,
      '5',
    ),
    'a body that is no JSON': 'Content-Length: 7\r\n\r\n{"json"',
    'a body that is no text': Buffer.concat([
      Buffer.from('Content-Length: 4\r\n\r\n'),
      Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    ]),
    'line ends of another system': 'Content-Length: 2\n\n{}',
  }
  for (const [name, garbage] of Object.entries(bytes))
    it(`leaves out ${name}`, async () => {
      server.write(garbage)
      await answers(server)
      server.write(garbage)
      await answers(server)
    })

  it('reads a header of two lines, whichever comes first, and one in pieces', async () => {
    const [, body = ''] = framed({
      jsonrpc: '2.0',
      id: 'a',
      method: 'textDocument/foldingRange',
      params: { textDocument },
    }).split('\r\n\r\n')
    const length = `content-length:${body.length}`
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8'
    for (const header of [`${length}\r\n${type}`, `${type}\r\n${length}`]) {
      const before = server.received.length
      for (const part of `${header}\r\n\r\n${body}`.match(/[\s\S]{1,40}/g) ?? []) {
        server.write(part)
        await new Promise(resolve => setImmediate(resolve))
      }
      await server.until(each => each.id === 'a' && server.received.indexOf(each) >= before)
    }
  })

  const values: Readonly<Record<string, unknown>> = {
    nothing: null,
    'a number': 5,
    'a text': 'textDocument/hover',
    'a list': [{ jsonrpc: '2.0', id: 1, method: 'textDocument/hover' }],
    'an object without anything': {},
    'a method that is no text': { jsonrpc: '2.0', id: 1_000, method: 5 },
    'a name that is no name': { jsonrpc: '2.0', id: { a: 1 }, method: 'textDocument/hover' },
    'an answer that nobody asked for': { jsonrpc: '2.0', id: 77, result: 1 },
    'an answer without anything': { jsonrpc: '2.0', id: 77 },
    'cancelling nothing': { jsonrpc: '2.0', method: '$/cancelRequest' },
    'cancelling what there is not': {
      jsonrpc: '2.0',
      method: '$/cancelRequest',
      params: { id: 4_000 },
    },
    'a method that there is not': { jsonrpc: '2.0', method: 'no/method', params: {} },
  }
  for (const [name, value] of Object.entries(values))
    it(`takes no harm from ${name}`, async () => {
      server.send(value)
      await answers(server)
    })

  it('takes no harm from any of them before the first request', async () => {
    const fresh = new RawServer()
    for (const garbage of Object.values(bytes)) fresh.write(garbage)
    for (const value of Object.values(values)) fresh.send(value)
    await fresh.initialize()
    fresh.open(uri, report)
    await answers(fresh)
    fresh.kill()
  })

  it('answers a request that does not exist with an error', async () => {
    isRefused(await server.ask('no/method', {}), -32601, /no\/method/)
  })

  it('reads what is in a document, whatever its versions and however often it is opened', async () => {
    const problems = async () => {
      const { result } = await server.ask('textDocument/diagnostic', { textDocument })
      return (result as { readonly items: unknown[] }).items.length
    }
    server.open(uri, report)
    const all = await problems()
    assert.ok(all > 10)
    const whole = (text: string, version: unknown) =>
      server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      })
    // The same version, an earlier one, and none.
    whole('# A shopping list\n', 1)
    assert.equal(await problems(), 0)
    whole(report, -3)
    assert.equal(await problems(), all)
    whole('# A shopping list\n', null)
    assert.ok([0, all].includes(await problems()))
    server.open(uri, report, 1)
    assert.equal(await problems(), all)
    server.open(uri, '# A shopping list\n', 1)
    assert.equal(await problems(), 0)
    server.notify('textDocument/didClose', { textDocument })
    server.notify('textDocument/didClose', { textDocument })
    whole(report, 9)
    assert.equal(await problems(), 0)
    server.open(uri, report, 1)
    await answers(server)
  })

  const places: readonly unknown[] = [
    { line: 0, character: 0 },
    { line: -1, character: -1 },
    { line: 1e9, character: 1e9 },
    { line: 0, character: 1e9 },
    { line: 2.5, character: 0.1 },
    { line: '1', character: '1' },
    { line: null, character: null },
    {},
    null,
  ]
  for (const request of [...textRequests, ...ownRequests])
    it(`answers ${request} at whatever place, in whatever document`, async () => {
      server.open(uri, report)
      server.open('file:///list.md', '# A shopping list\n')
      server.open('file:///empty.md', '')
      server.open('file:///closed.md', report)
      server.notify('textDocument/didClose', { textDocument: { uri: 'file:///closed.md' } })
      const documents = [
        uri,
        'file:///list.md',
        'file:///empty.md',
        'file:///closed.md',
        'file:///never.md',
        'no address',
        '',
        5,
        null,
      ]
      for (const each of documents)
        for (const position of partOf(each === uri ? places : places.slice(0, 3))) {
          const range = { start: position, end: position }
          const params = {
            textDocument: { uri: each },
            position,
            range,
            positions: [position],
            newName: 'good',
            context: { includeDeclaration: true, diagnostics: [] },
            options: { tabSize: 2, insertSpaces: true },
          }
          const { result, error } = await server.ask(request, params)
          assert.ok(result !== undefined || error !== undefined)
        }
      for (const params of [undefined, null, {}, [], 'text', { textDocument: null }])
        await server.ask(request, params)
      await answers(server)
    })
})

describe('the server started in another way', () => {
  before(buildIfStale)

  for (const args of [
    [],
    ['--help'],
    ['--socket'],
    ['--socket=many'],
    ['--pipe'],
    ['--node-ipc'],
    ['report.md'],
  ])
    it(`says in one sentence how it is started: ${args.join(' ') || 'without a word'}`, async () => {
      const server = new RawServer(args)
      assert.equal(await server.ended, 2)
      assert.match(server.stderr, /^This is the language server [^\n]*--stdio[^\n]*\.\n$/)
      assert.deepEqual(server.received, [])
    })

  for (const args of [['--socket=1'], ['--pipe', '/nowhere/at/all']])
    it(`says that nobody is there: ${args.join(' ')}`, async () => {
      const server = new RawServer(args)
      assert.equal(await server.ended, 1)
      assert.match(
        server.stderr,
        /^The editor could not be reached any more, Error \(\w+\)[^\n]*\n$/,
      )
    })
})
