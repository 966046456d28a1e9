import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

describe('the program', () => {
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

  describe('whose output cannot be written', () => {
    const report = 'samples/westmarch-with-problems.inspection.md'
    const isFull =
      'The output could not be written, because the disk is full. Make room on it, or write to another one.\n'

    /** Runs the program with its output going to a full disk, as a shell redirects it. */
    function onFullDisk(command: string, redirect: string) {
      const program = [process.execPath, path.join(root, 'dist/cli.js')].join(' ')
      return spawnSync('sh', ['-c', `${program} ${command} ${redirect}`], {
        cwd: root,
        encoding: 'utf8',
      })
    }
    before(function () {
      if (!existsSync('/dev/full')) this.skip()
      check(['--version'])
    })

    for (const command of [
      `check ${report}`,
      `check --format json ${report}`,
      'judgements samples',
      `points ${report}`,
      `fix - < ${report}`,
      `import - < ${report}`,
      '--help',
    ])
      it(`says so in one sentence, with a status of its own: ${command}`, () => {
        const { stderr, status } = onFullDisk(command, '> /dev/full')
        assert.equal(stderr.split(isFull).length, 2, stderr)
        assert.doesNotMatch(stderr, /^ {4}at |Error:|ENOSPC/m)
        assert.equal(status, 3)
      })

    it('has that status where not even that can be said', () => {
      assert.equal(onFullDisk(`check ${report}`, '> /dev/full 2>&1').status, 3)
    })

    it('writes into files what is to be written there', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
      try {
        const file = path.join(folder, 'a.md')
        copyFileSync(path.join(root, report), file)
        assert.equal(onFullDisk(`fix ${file}`, '> /dev/full').status, 3)
        assert.notEqual(readFileSync(file, 'utf8'), readFileSync(path.join(root, report), 'utf8'))
        assert.deepEqual(readdirSync(folder), ['a.md'])
      } finally {
        rmSync(folder, { recursive: true })
      }
    })

    for (const command of ['check samples', '--help', 'judgements samples'])
      it(`says nothing where somebody has read enough: ${command} | head`, () => {
        const { stderr, stdout } = onFullDisk(command, '| head -n 1')
        assert.equal(stderr, '')
        assert.equal(stdout.split('\n').length, 2)
      })
  })

  it('answers with 2 where a file is lost', () => {
    const { stderr, status } = check(['lost.md'])
    assert.match(stderr, /^lost\.md: There is no such file\./)
    assert.equal(status, 2)
  })
})
