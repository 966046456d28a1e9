import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** Runs the program from the checkout, which builds it first if it is older than its sources. */
function check(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const script = path.join(root, 'scripts/check.mjs')
  return spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
}

describe('the program', function () {
  this.timeout(20_000)

  it('checks a file, and answers with its status', () => {
    const { stdout, stderr, status } = check(['samples/westmarch-with-problems.inspection.md'])
    assert.match(stdout, /^samples\/westmarch-with-problems\.inspection\.md\n/)
    assert.equal(stderr, '')
    assert.equal(status, 1)
  })

  it('reads standard input, and uses no colours where there is no terminal', () => {
    const { stdout, status } = check(['-'], 'Two pints of milk.\n')
    assert.match(stdout, /^standard input: no report of a known type, not checked\n/)
    assert.equal(status, 0)
  })

  it('uses colours where they are asked for, and FORCE_COLOR=0 asks for none', () => {
    const report = 'samples/westmarch-with-problems.inspection.md'
    const colours = ['1', '0'].map(FORCE_COLOR =>
      check([report], '', { FORCE_COLOR, NO_COLOR: '' }).stdout.includes('\u001b['),
    )
    assert.deepEqual(colours, [true, false])
  })

  it('answers with 2 where a file is lost', () => {
    const { stderr, status } = check(['lost.md'])
    assert.match(stderr, /^lost\.md: There is no such file\./)
    assert.equal(status, 2)
  })
})
