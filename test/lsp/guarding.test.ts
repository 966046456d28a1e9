/** What handlers throw and libraries log is passed on without a word of what was being read. */

import assert from 'node:assert/strict'
import {
  ErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
  ResponseError,
} from 'vscode-languageserver'
import { guarded } from '../../server/src/lsp/guarding'
import { watched, watchedEvents } from '../../server/src/lsp/watching'

const secret = 'Grimbledown'

/** What the client gets of a message that the server writes. */
async function sent(message: object): Promise<object> {
  const written: Message[] = []
  const writer = { write: async (each: Message) => void written.push(each) }
  const transport = { reader: {} as MessageReader, writer: writer as unknown as MessageWriter }
  await guarded(transport).writer.write({ jsonrpc: '2.0', ...message } as Message)
  return written[0] as object
}

describe('what goes to the client', () => {
  const logs: readonly [logged: string, sent: string][] = [
    [
      `Notification handler 'a/b' failed with message: ${secret}`,
      "Notification handler 'a/b' failed",
    ],
    [`Received message which is neither:\n{"${secret}": 1}`, 'Received message which is neither:'],
    [`Processing message queue failed: Error: ${secret}`, 'Processing message queue failed'],
    [
      'hover failed, TypeError at server-code.js:1:2',
      'hover failed, TypeError at server-code.js:1:2',
    ],
  ]
  for (const [logged, expected] of logs)
    it(`logs "${expected}"`, async () => {
      const message = { method: 'window/logMessage', params: { type: 1, message: logged } }
      assert.deepEqual(await sent(message), {
        jsonrpc: '2.0',
        method: 'window/logMessage',
        params: { type: 1, message: expected },
      })
    })

  it('names the request that failed, and no more', async () => {
    const error = {
      code: ErrorCodes.InternalError,
      message: `Request a/b failed with message: ${secret}`,
      data: secret,
    }
    assert.deepEqual(await sent({ id: 1, error }), {
      jsonrpc: '2.0',
      id: 1,
      error: { code: ErrorCodes.InternalError, message: 'Request a/b failed' },
    })
  })

  it('has answers, and errors that were made for the user, as they are', async () => {
    const error = { code: ErrorCodes.InvalidParams, message: 'Write: "good".' }
    for (const each of [
      { id: 1, result: secret },
      { id: 1, error },
    ])
      assert.deepEqual(await sent(each), { jsonrpc: '2.0', ...each })
  })
})

describe('a handler that fails', () => {
  type Handler = (...given: unknown[]) => unknown
  let handlers: Record<string, Handler>
  let logged: string[]
  const log = (words: string) => void logged.push(words)
  const connection = () => ({
    onHover: (handler: Handler) => {
      handlers.hover = handler
    },
    onRequest: (type: string | { method: string }, handler: Handler) => {
      handlers[typeof type === 'string' ? type : type.method] = handler
    },
    languages: {
      diagnostics: {
        on: (handler: Handler) => {
          handlers.diagnostics = handler
        },
      },
    },
    secret: () => secret,
  })
  beforeEach(() => {
    handlers = {}
    logged = []
  })
  const failing = [
    () => {
      throw new TypeError(secret)
    },
    async () => {
      throw new TypeError(secret)
    },
  ]
  const isSilent = /^[\w/]+ failed, TypeError at [\w.-]+:\d+:\d+/

  for (const [at, fail] of failing.entries())
    it(`is logged without its words, and answered with an error (${at})`, async () => {
      const of = watched(connection(), log)
      of.onHover(fail)
      of.onRequest('own/request', fail)
      of.onRequest({ method: 'typed/request' }, fail)
      of.languages.diagnostics.on(fail)
      for (const handler of Object.values(handlers))
        await assert.rejects(
          async () => handler({}),
          error => error instanceof ResponseError && !error.message.includes(secret),
        )
      assert.equal(logged.length, 4)
      for (const each of logged) {
        assert.match(each, isSilent)
        assert.ok(!each.includes(secret))
      }
      assert.match(logged.join(), /onHover failed.*own\/request failed.*typed\/request failed/)
    })

  it('says what it was made to say to the user', async () => {
    const of = watched(connection(), log)
    of.onHover(() => {
      throw new ResponseError(ErrorCodes.InvalidParams, 'Write "good".')
    })
    await assert.rejects(async () => handlers.hover?.({}), /Write "good"/)
    assert.deepEqual(logged, [])
  })

  it('keeps nobody from hearing of an event', async () => {
    const listeners: Handler[] = []
    const events = watchedEvents({ onDidOpen: (each: Handler) => listeners.push(each) }, log)
    for (const fail of failing) events.onDidOpen(fail)
    for (const each of listeners) await each({})
    assert.equal(logged.length, 2)
    assert.ok(!logged.join().includes(secret))
  })

  it('leaves everything else of the connection as it is', () => {
    assert.equal(watched(connection(), log).secret(), secret)
  })
})
