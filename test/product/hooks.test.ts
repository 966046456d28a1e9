/** The hook for pre-commit and the action for GitHub: what they run is run as they run it. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'

const root = path.resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json'))
const sample = 'westmarch-with-problems.inspection.md'
const words = /Septembre|Saltby|Quality of provision/

describe('in a repository of drafts', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    copyFileSync(path.join(root, 'samples', sample), path.join(folder, 'a draft.md'))
    writeFileSync(path.join(folder, 'shopping.md'), 'Two pints of milk.\n')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const inFolder = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } })

  describe('the hook', () => {
    const hooks = parseYaml(read('.pre-commit-hooks.yaml')) as readonly Record<string, string>[]

    /** As pre-commit does: the words of the entry, then the names of the files that fit. */
    function hook(id: string, files: readonly string[], args: readonly string[] = []) {
      const { entry = '', files: pattern = '', language } = hooks.find(each => each.id === id) ?? {}
      assert.equal(language, 'node')
      const [program = '', ...given] = entry.split(' ')
      const bundle = path.join(root, manifest.bin[program])
      const fitting = files.filter(file => new RegExp(pattern).test(file))
      return inFolder(process.execPath, [bundle, ...given, ...args, ...fitting])
    }

    it('stops a commit with something to be put right first, and says where', () => {
      const { stdout, status } = hook('inspection-reports', ['a draft.md', 'shopping.md', 'x.png'])
      assert.equal(status, 1)
      assert.match(stdout, /^a draft\.md\n +1:3 /)
      assert.doesNotMatch(stdout, /shopping/)
    })

    it('says nothing of other files', () => {
      const { stdout, stderr, status } = hook('inspection-reports', ['shopping.md'])
      assert.deepEqual([stdout, stderr, status], ['', '', 0])
    })

    it('takes the options of the repository', () => {
      assert.equal(hook('inspection-reports', ['a draft.md'], ['--fail-on', 'never']).status, 0)
    })

    it('fixes what it may', () => {
      const before = readFileSync(path.join(folder, 'a draft.md'), 'utf8')
      assert.match(hook('inspection-reports-fix', ['a draft.md']).stdout, / {2}fixed {2}/)
      assert.notEqual(readFileSync(path.join(folder, 'a draft.md'), 'utf8'), before)
    })
  })

  describe('the action', () => {
    interface Action {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>
      readonly runs: { readonly steps: readonly Step[] }
    }
    interface Step {
      readonly shell: string
      readonly run: string
      readonly env: Readonly<Record<string, string>>
    }
    const { inputs, runs } = parseYaml(read('action.yml')) as Action

    /** As GitHub does: each step in its shell, with the expressions in its environment filled in. */
    function act(given: Readonly<Record<string, string>>) {
      let output = ''
      let status: number | null = 0
      for (const { shell, run, env } of runs.steps) {
        assert.equal(shell, 'bash')
        assert.doesNotMatch(run, /\$\{\{/, 'what somebody writes must not become part of a command')
        const filled = Object.entries(env).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ (?:inputs\.)?([\w.-]+) \}\}/, (_, input) =>
            input === 'github.action_path' ? root : (given[input] ?? inputs[input]!.default),
          ),
        ])
        const flags = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run]
        const result = inFolder('bash', flags, Object.fromEntries(filled))
        output += result.stdout + result.stderr
        status = result.status
        if (status !== 0) break
      }
      return { output, status }
    }

    before(function () {
      if (spawnSync('bash', ['--version']).status !== 0) this.skip()
    })

    it('marks the lines, quotes nothing, and fails where something is to be put right first', () => {
      const { output, status } = act({})
      assert.equal(status, 1)
      assert.match(output, /^::warning file=a draft\.md,line=1,/)
      assert.doesNotMatch(output, words)
    })

    it('quotes the reports if it is told to', () => {
      assert.match(act({ 'show-text': 'true' }).output, words)
    })

    it('takes several files, whatever they are called, and how serious a problem has to be', () => {
      writeFileSync(path.join(folder, '--quiet'), '')
      writeFileSync(path.join(folder, '$(touch oops).md'), 'Two pints of milk.\n')
      const files = 'shopping.md\n$(touch oops).md\na draft.md\n'
      const { output, status } = act({ files, 'fail-on': 'never' })
      assert.equal(status, 0)
      assert.match(
        output,
        /^shopping\.md: no report.*\n\$\(touch oops\)\.md: no report.*\n::warning /,
      )
      assert(!existsSync(path.join(folder, 'oops')))
    })

    it('writes the output into a file', () => {
      const { output } = act({ format: 'html', output: 'problems.html', files: 'a draft.md' })
      assert.equal(output, '')
      const page = readFileSync(path.join(folder, 'problems.html'), 'utf8')
      assert.match(page, /^<!doctype html>/)
      assert.doesNotMatch(page, words)
    })
  })
})
