/** The npm package: what `npm run package:npm` packs, installed in an empty folder without a network, and used there. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const sample = path.join(root, 'samples/westmarch-with-problems.inspection.md')

describe('the npm package', () => {
  let folder = ''
  let said = ''
  let installed = ''

  const run = (command: string, args: readonly string[], input = '') =>
    spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      input,
      shell: process.platform === 'win32',
    })

  before(function () {
    this.timeout(5 * 60_000)
    folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    const packing = path.join(folder, 'packed')
    const packed = run(process.execPath, [
      path.join(root, 'scripts/release/npm-package.mjs'),
      packing,
    ])
    said = packed.stderr
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }')
    const [file = ''] = readdirSync(packing).filter(name => name.endsWith('.tgz'))
    const given = ['install', '--offline', '--no-audit', '--no-fund', path.join(packing, file)]
    const { stderr, status } = run('npm', given)
    assert.equal(status, 0, stderr)
    installed = path.join(folder, 'node_modules/inspection-reports')
    copyFileSync(sample, path.join(folder, 'draft.md'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const program = (args: readonly string[]) =>
    run(path.join('node_modules', '.bin', 'inspection-reports'), args)

  it('is small, and neither publint nor attw finds anything wrong with it', () => {
    assert.equal(said, '')
  })

  it('brings no other package, no test, no source and nothing that leads back to one', () => {
    const packages = readdirSync(path.join(folder, 'node_modules'))
    assert.deepEqual(
      packages.filter(name => !name.startsWith('.')),
      ['inspection-reports'],
    )
    const all = readdirSync(installed, { recursive: true }).map(String)
    assert.deepEqual(
      all.filter(name => /\.map$|test|\.ts$/.test(name)),
      [path.join('dist', 'library.d.ts')],
    )
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
    for (const key of ['private', 'scripts', 'dependencies', 'contributes', 'main'])
      assert(!(key in manifest), key)
  })

  it('says its version, checks, fixes and exports', () => {
    assert.equal(program(['--version']).stdout, `${version}\n`)
    const { stdout, status } = program(['check', 'draft.md'])
    assert.equal(status, 1)
    assert.match(stdout, /^draft\.md\n {6}1:3 /)
    assert.match(program(['fix', '--dry-run', 'draft.md']).stdout, /^\+/m)
    assert.equal(program(['export', '--anyway', 'draft.md']).status, 0)
    assert.match(program(['check', 'draft.docx']).stdout, /^draft\.docx\n/)
  })

  it('checks many files on several threads', () => {
    mkdirSync(path.join(folder, 'many'))
    for (let at = 0; at < 60; at++)
      copyFileSync(sample, path.join(folder, 'many', `${String(at).padStart(2, '0')}.md`))
    const [one, two] = ['1', '2'].map(jobs => program(['check', '--jobs', jobs, 'many']).stdout)
    assert.equal(one, two)
    assert.equal(one?.match(/^many\/\d+\.md$/gm)?.length, 60)
  })

  const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8')
  for (const [at, [, code = '']] of [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].entries())
    it(`runs example ${at + 1} of the library`, () => {
      writeFileSync(path.join(folder, 'example.mjs'), code)
      const { stdout, stderr } = run(process.execPath, ['example.mjs'])
      assert.equal(stderr, '')
      assert.notEqual(stdout, '')
    })
})
