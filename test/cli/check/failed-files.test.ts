/** A file at which the program fails is named, and the others are still checked. */

import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { runCommand } from '../../../server/src/cli/arguments'
import { formOf } from '../../../server/src/cli/check/forms/forms'
import { outcomeOf } from '../../../server/src/cli/check/outcome'

const failed = /^This file could not be checked, through no fault of yours\. Please report this \(/

describe('a file at which the check fails', () => {
  it('has that as its outcome, without the words of what was thrown', async () => {
    const file = {
      path: 'draft.md',
      decoded: { text: '# A report', encoding: 'utf-8', hasMark: false },
    } as unknown as Parameters<typeof outcomeOf>[0]
    const around = { of: () => Promise.reject(new TypeError('Margaret Okonkwo')) }
    const form = formOf('text', { colour: false, quiet: false })
    const { error = '', piece } = await outcomeOf(file, around, form, { text: true })
    assert.match(error, failed)
    assert.match(error, /TypeError/)
    assert.doesNotMatch(error, /Margaret/)
    assert.equal(piece, '')
  })
})

describe('check --earlier', () => {
  for (const [command, message] of [
    ['check a.md b.md --earlier old.md', 'With --earlier one report is compared with its earlier'],
    ...['json', 'html', 'sarif', 'github'].map(form => [
      `check a.md --earlier old.md --format ${form}`,
      'With --earlier the output can only be text.',
    ]),
  ] as const)
    it(`is refused, and nothing checked, in ${command}`, async () => {
      let out = ''
      let err = ''
      const status = await runCommand(command!.split(' '), {
        cwd: tmpdir(),
        colour: false,
        readStdin: async () => new Uint8Array(),
        out: text => {
          out += text
        },
        err: text => {
          err += text
        },
      })
      assert.equal(status, 2)
      assert.equal(out, '')
      assert(err.startsWith(`old.md: ${message}`), err)
    })
})
