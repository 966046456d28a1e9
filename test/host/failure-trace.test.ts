/** A log says what failed and where, and no word of what was being read. */

import assert from 'node:assert/strict'
import { traceOf } from '../../server/src/host/failure-trace'

const secret = 'Grimbledown'

/** An error with the secret in every part that may hold words. */
function telling(error: Error): Error {
  return Object.assign(error, { path: `/home/${secret}/report.md`, data: secret })
}

/** An error whose message is not the one in its stack. */
function changed(error: Error): Error {
  // Node writes the stack down when somebody first asks for it.
  assert.ok(error.stack?.includes(secret))
  error.message = 'Other'
  return error
}

describe('the trace of a failure', () => {
  const kinds: Readonly<Record<string, [unknown, RegExp]>> = {
    'an error of ours': [
      new TypeError(secret),
      /^TypeError at [\w.-]+:\d+:\d+(, [\w.-]+:\d+:\d+)*$/,
    ],
    'an error of the system': [
      Object.assign(new Error(`ENOENT: open '/home/${secret}'`), { code: 'ENOENT' }),
      /^Error \(ENOENT\) at /,
    ],
    'an error of VS Code': [
      Object.assign(new Error(secret), {
        name: 'FileNotFound (FileSystemError)',
        code: 'FileNotFound',
      }),
      /^FileNotFound \(FileNotFound\) at /,
    ],
    'an error of the protocol': [
      Object.assign(new Error(secret), { code: -32603 }),
      /^Error \(-32603\) at /,
    ],
    'an error with its cause': [
      new Error(secret, { cause: new RangeError(secret) }),
      /^Error at .*, because of RangeError at /,
    ],
    'a message that looks like a place': [
      new Error(`${secret}\n    at ${secret} (/home/${secret}.js:1:2)\n    at ${secret}.js:3:4`),
      /^Error at /,
    ],
    'a message that was changed afterwards': [
      changed(new Error(`\n    at ${secret}.js:3:4`)),
      /^Error$/,
    ],
    'a name that is a sentence': [
      Object.assign(new Error(), { name: `No ${secret}` }),
      /^an object/,
    ],
    'a code that is a sentence': [
      Object.assign(new Error(), { code: `no ${secret}` }),
      /^Error at /,
    ],
    'a function named by a report': [
      (() => {
        try {
          ;({ [secret]: () => JSON.parse(secret) })[secret]?.()
        } catch (error) {
          return error
        }
        return undefined
      })(),
      /^SyntaxError at /,
    ],
    'a text': [secret, /^what was thrown was not an error \(string\)$/],
    nothing: [undefined, /^what was thrown was not an error \(undefined\)$/],
    'an object': [{ message: secret }, /^an object$/],
    'what cannot be looked at': [
      {
        get name(): string {
          throw new Error(secret)
        },
      },
      /^something that cannot be described$/,
    ],
  }
  for (const [name, [error, expected]] of Object.entries(kinds))
    it(`of ${name} has no word of it`, () => {
      const trace = traceOf(error instanceof Error ? telling(error) : error)
      assert.match(trace, expected)
      assert.ok(!trace.includes(secret), trace)
      assert.ok(!trace.includes('\n'), trace)
    })

  it('ends where causes lead around in a circle', () => {
    const error: Error & { cause?: unknown } = new Error(secret)
    error.cause = error
    assert.match(traceOf(error), /^(?:.*because of ){3}Error at [^,]+/)
  })
})
