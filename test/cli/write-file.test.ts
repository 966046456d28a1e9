import assert from 'node:assert/strict'
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { replaceFile } from '../../server/src/cli/write-file'

describe('replaceFile', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    writeFileSync(path.join(folder, 'a.txt'), 'old')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('writes the file and leaves nothing else behind', async () => {
    await replaceFile(path.join(folder, 'a.txt'), Buffer.from('new'))
    assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), 'new')
    assert.deepEqual(readdirSync(folder), ['a.txt'])
  })

  it('keeps the mode', async function () {
    if (process.platform === 'win32') return this.skip()
    chmodSync(path.join(folder, 'a.txt'), 0o664)
    await replaceFile(path.join(folder, 'a.txt'), Buffer.from('new'))
    assert.equal(statSync(path.join(folder, 'a.txt')).mode & 0o777, 0o664)
  })

  it('keeps a link, and writes what it leads to', async function () {
    if (process.platform === 'win32') return this.skip()
    symlinkSync('a.txt', path.join(folder, 'link.txt'))
    await replaceFile(path.join(folder, 'link.txt'), Buffer.from('new'))
    assert.ok(lstatSync(path.join(folder, 'link.txt')).isSymbolicLink())
    assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), 'new')
  })

  it('fails for a file that is not there, and makes none', async () => {
    await assert.rejects(replaceFile(path.join(folder, 'b.txt'), Buffer.from('new')))
    assert.deepEqual(readdirSync(folder), ['a.txt'])
  })
})
