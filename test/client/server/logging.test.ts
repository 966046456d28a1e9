/** The log of the client quotes nothing that was thrown, and names no document. */

import assert from 'node:assert/strict'
import { logged } from '../../../client/src/server/logging'

const secret = 'Grimbledown'

describe('the log of the client', () => {
  const cases: readonly [message: string, data: unknown, expected: RegExp][] = [
    ['Stopped; starting again.', undefined, /^Stopped; starting again\.$/],
    [
      'Request textDocument/hover failed.',
      new TypeError(secret),
      /^Request textDocument\/hover failed\., TypeError at [\w.-]+:\d+:\d+/,
    ],
    [
      `Document pull failed for text document file:///home/${secret}/report.md`,
      undefined,
      /^Document pull failed for text document …$/,
    ],
    [`Document pull failed for text document untitled:${secret}`, undefined, /text document …$/],
    [`Clearing diagnostics for vscode-remote://host/${secret}`, undefined, /diagnostics for …$/],
    [`Client: connection to server is erroring.\n${secret}`, undefined, /^Client$/],
    [`Ignoring invalid glob pattern: ${secret}`, undefined, /^Ignoring invalid glob pattern$/],
    [
      'hover failed, TypeError at server-code.js:1:2, server-code.js:34:5',
      undefined,
      /^hover failed, TypeError at server-code\.js:1:2, server-code\.js:34:5$/,
    ],
    [
      'inspectionReports.import failed',
      secret,
      /^inspectionReports\.import failed, what was thrown/,
    ],
  ]
  for (const [message, data, expected] of cases)
    it(`says ${expected.source}`, () => {
      const words = logged(message, data)
      assert.match(words, expected)
      assert.ok(!words.includes(secret), words)
    })
})
