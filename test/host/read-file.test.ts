/** Ordinary files are read; whatever else is there is named, and never waited for. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesBelow, ordinaryFiles } from '../../server/src/host/find-files'
import { readFile } from '../../server/src/host/read-file'
import { asOther } from '../support/as-other'

const isUnix = process.platform !== 'win32'

describe('reading files', () => {
  let folder: string
  const at = (name: string) => path.join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    writeFileSync(at('a.md'), 'text')
    mkdirSync(at('deep/er'), { recursive: true })
    writeFileSync(at('deep/er/b.md'), 'text')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const code = (error: unknown) => (error as { readonly code?: string } | undefined)?.code
  const shown = (found: readonly { readonly path: string; readonly error?: unknown }[]) =>
    found.map(({ path: file, error }) => {
      const name = path.relative(folder, file) || '.'
      return error === undefined ? name : `${name}: ${code(error)}`
    })
  const isReport = (name: string) => name.endsWith('.md')

  /** Everything that may be where a file is expected, by its name. */
  function putOddities(): void {
    symlinkSync('round.md', at('round.md'))
    symlinkSync('nowhere.md', at('dangling.md'))
    spawnSync('mkfifo', [at('pipe.md')])
    symlinkSync('pipe.md', at('to-pipe.md'))
    symlinkSync('/dev/zero', at('to-device.md'))
    mkdirSync(at('folder.md'))
  }

  it('gives the bytes of a file, and of what a link leads to', async function () {
    assert.equal(String(await readFile(at('a.md'))), 'text')
    if (!isUnix) return this.skip()
    symlinkSync('a.md', at('link.md'))
    assert.equal(String(await readFile(at('link.md'))), 'text')
  })

  for (const [name, expected] of Object.entries({
    'round.md': 'ELOOP',
    'dangling.md': 'EDANGLING',
    'pipe.md': 'EFTYPE',
    'to-pipe.md': 'EFTYPE',
    'to-device.md': 'EFTYPE',
    'folder.md': 'EISDIR',
    'gone.md': 'ENOENT',
    'a.md/b.md': 'ENOTDIR',
  }))
    it(`says what ${name} is (${expected})`, async function () {
      if (!isUnix) return this.skip()
      putOddities()
      await assert.rejects(readFile(at(name)), { code: expected })
    })

  it('says what a socket is', async function () {
    if (!isUnix) return this.skip()
    const server = createServer().listen(at('socket'))
    await new Promise(resolve => server.once('listening', resolve))
    await assert.rejects(readFile(at('socket')), { code: 'EFTYPE' })
    await new Promise(resolve => server.close(resolve))
  })

  it('refuses more than is wanted, and reads no less', async () => {
    await assert.rejects(readFile(at('a.md'), 3), { code: 'EFBIG' })
    assert.equal(String(await readFile(at('a.md'), 4)), 'text')
  })

  it('says so where a file may not be read', async function () {
    if (!isUnix) return this.skip()
    chmodSync(folder, 0o755)
    chmodSync(at('a.md'), 0o000)
    await asOther(() => assert.rejects(readFile(at('a.md')), { code: 'EACCES' }))
  })

  it('finds the files of a folder, with what is there and cannot be read', async function () {
    if (!isUnix) return this.skip()
    putOddities()
    assert.deepEqual(shown(await filesBelow(folder, isReport)), [
      'a.md',
      'deep/er/b.md',
      'pipe.md: EFTYPE',
      'dangling.md: EDANGLING',
      'round.md: ELOOP',
      'to-device.md: EFTYPE',
    ])
  })

  it('follows links to folders once, and comes out of circles', async function () {
    if (!isUnix) return this.skip()
    const other = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    try {
      writeFileSync(path.join(other, 'c.md'), 'text')
      symlinkSync(folder, path.join(other, 'back'))
      symlinkSync(other, at('other'))
      symlinkSync(other, at('deep/other'))
      for (const [name, to] of Object.entries({
        self: '.',
        'deep/up': '..',
        'deep/er/up': '../..',
      }))
        symlinkSync(to, at(name))
      symlinkSync('a.md', at('A-link.md'))
      assert.deepEqual(shown(await filesBelow(folder, isReport)), [
        'a.md',
        'deep/er/b.md',
        'deep/other/c.md',
      ])
    } finally {
      rmSync(other, { recursive: true })
    }
  })

  it('leaves hidden folders and those of programs out', async () => {
    for (const name of ['.git', 'node_modules']) {
      mkdirSync(at(name))
      writeFileSync(path.join(at(name), 'a.md'), 'text')
    }
    assert.deepEqual(shown(await filesBelow(folder, isReport)), ['a.md', 'deep/er/b.md'])
  })

  it('names a folder that may not be read, and goes on', async function () {
    if (!isUnix) return this.skip()
    chmodSync(folder, 0o755)
    chmodSync(at('deep'), 0o000)
    try {
      await asOther(async () => {
        const found: { readonly path: string; readonly error?: unknown }[] = []
        for await (const each of ordinaryFiles(folder, isReport)) found.push(each)
        assert.deepEqual(shown(found), ['a.md', 'deep: EACCES'])
      })
    } finally {
      chmodSync(at('deep'), 0o755)
    }
  })
})
