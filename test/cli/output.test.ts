import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { outputOver } from '../../server/src/cli/output'

/** What is written to a stream that is a terminal, or is not. */
function written(isTTY: boolean, text: string): string {
  const stream = Object.assign(new PassThrough(), { isTTY, fd: -1 })
  outputOver(stream as unknown as Parameters<typeof outputOver>[0], assert.ifError).write(text)
  return String(stream.read())
}

describe('the output of the command line', () => {
  const text = 'final\u001b[2J.md: one problem\n'

  it('holds nothing that commands a terminal', () => {
    assert.equal(written(true, text), 'final␛[2J.md: one problem\n')
  })

  it('is left as it is where it goes into a file or to a program', () => {
    assert.equal(written(false, text), text)
  })
})
