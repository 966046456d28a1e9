/** What a write leaves: the old text or the new one, links and permissions as they were, and no other file. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  createFile,
  removeLeftovers,
  replaceFile,
  writeFile,
} from '../../server/src/host/write-file'
import { buildIfStale } from '../lsp/session'

const root = path.resolve(import.meta.dirname, '..')
const isUnix = process.platform !== 'win32'
const isRoot = isUnix && process.getuid?.() === 0

/** Makes a function of the file system fail, or do something first, during `run`. */
async function withFault<Name extends keyof typeof fs>(
  name: Name,
  fault: (...given: unknown[]) => unknown,
  run: () => Promise<unknown>,
): Promise<void> {
  const real = fs[name]
  Object.assign(fs, { [name]: fault })
  try {
    await run()
  } finally {
    Object.assign(fs, { [name]: real })
  }
}

const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code })
}

describe('writing a file', () => {
  let folder: string
  const at = (name: string) => path.join(folder, name)
  const text = (name: string) => readFileSync(at(name), 'utf8')
  const fresh = Buffer.from('new')
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    writeFileSync(at('a.txt'), 'old')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  describe('that is there', () => {
    it('puts the new text in its place and leaves nothing else behind', async () => {
      await replaceFile(at('a.txt'), fresh)
      assert.equal(text('a.txt'), 'new')
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })

    for (const mode of [0o600, 0o664, 0o755])
      it(`keeps the mode ${mode.toString(8)}`, async function () {
        if (!isUnix) return this.skip()
        chmodSync(at('a.txt'), mode)
        await replaceFile(at('a.txt'), fresh)
        assert.equal(statSync(at('a.txt')).mode & 0o777, mode)
      })

    it('lets nobody else read the new text in the meantime', async function () {
      if (!isUnix) return this.skip()
      chmodSync(at('a.txt'), 0o600)
      let meanwhile = 0
      const { chmod } = fs
      const look = (...[file, mode]: Parameters<typeof chmod>) => {
        meanwhile = statSync(file).mode & 0o777
        return chmod(file, mode)
      }
      await withFault('chmod', look as never, () => replaceFile(at('a.txt'), fresh))
      assert.equal(meanwhile, 0o600)
    })

    it('keeps the owner', async function () {
      if (!isRoot) return this.skip()
      chownSync(at('a.txt'), 65_534, 65_534)
      await replaceFile(at('a.txt'), fresh)
      const { uid, gid } = statSync(at('a.txt'))
      assert.deepEqual([uid, gid], [65_534, 65_534])
    })

    it('writes in place where the owner could not be kept', async () => {
      const { ino } = statSync(at('a.txt'))
      await withFault('chmod', failing('EPERM'), () => replaceFile(at('a.txt'), fresh))
      assert.equal(text('a.txt'), 'new')
      assert.equal(statSync(at('a.txt')).ino, ino)
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })

    for (const code of ['EPERM', 'EBUSY', 'EXDEV'])
      it(`writes in place where nothing can be put in its place (${code})`, async () => {
        await withFault('rename', failing(code), () => replaceFile(at('a.txt'), fresh))
        assert.equal(text('a.txt'), 'new')
        assert.deepEqual(readdirSync(folder), ['a.txt'])
      })

    it('writes a file of several names in place, longer or shorter than before', async () => {
      linkSync(at('a.txt'), at('b.txt'))
      for (const each of ['a longer text', 'x', '']) {
        await replaceFile(at('a.txt'), Buffer.from(each))
        assert.deepEqual([text('a.txt'), text('b.txt')], [each, each])
      }
      assert.equal(statSync(at('a.txt')).nlink, 2)
      assert.deepEqual(readdirSync(folder), ['a.txt', 'b.txt'])
    })

    it('keeps the old text of a file of several names where the disk is full', async () => {
      linkSync(at('a.txt'), at('b.txt'))
      const handle = await fs.open(at('a.txt'))
      const prototype = Object.getPrototypeOf(handle)
      await handle.close()
      const { write } = prototype
      let writes = 0
      prototype.write = function (...given: unknown[]) {
        if (++writes === 2) return failing('ENOSPC')()
        const [bytes, from, length, position] = given as [Uint8Array, number, number, number]
        return write.call(this, bytes, from, Math.min(length, 2), position)
      }
      try {
        const long = Buffer.from('a longer text')
        await assert.rejects(replaceFile(at('a.txt'), long), { code: 'ENOSPC' })
      } finally {
        prototype.write = write
      }
      assert.equal(text('b.txt'), 'old')
    })

    it('keeps a symbolic link, a chain of them too, and writes what it leads to', async function () {
      if (!isUnix) return this.skip()
      mkdirSync(at('other'))
      symlinkSync('../a.txt', at('other/link.txt'))
      symlinkSync('other/link.txt', at('chain.txt'))
      await replaceFile(at('chain.txt'), fresh)
      assert.ok(lstatSync(at('chain.txt')).isSymbolicLink())
      assert.ok(lstatSync(at('other/link.txt')).isSymbolicLink())
      assert.equal(text('a.txt'), 'new')
      assert.deepEqual(readdirSync(at('other')), ['link.txt'])
    })

    it('writes a file whose name is as long as a name may be', async () => {
      const name = 'é'.repeat(125)
      writeFileSync(at(name), 'old')
      await replaceFile(at(name), fresh)
      assert.equal(text(name), 'new')
    })

    it('keeps the old text, and leaves nothing behind, where the disk is full', async () => {
      await withFault('rename', failing('ENOSPC'), () =>
        assert.rejects(replaceFile(at('a.txt'), fresh), { code: 'ENOSPC' }),
      )
      assert.equal(text('a.txt'), 'old')
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })

    it('refuses a folder, a pipe and a device, and does not wait for one', async function () {
      if (!isUnix) return this.skip()
      mkdirSync(at('folder'))
      spawnSync('mkfifo', [at('pipe')])
      await assert.rejects(replaceFile(at('folder'), fresh), { code: 'EISDIR' })
      for (const each of [at('pipe'), '/dev/null'])
        await assert.rejects(replaceFile(each, fresh), { code: 'EFTYPE' })
    })

    it('fails for a file that is not there, and does not make it', async () => {
      await assert.rejects(replaceFile(at('b.txt'), fresh), { code: 'ENOENT' })
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })
  })

  describe('that is not there', () => {
    it('makes it, and the folders that it needs', async () => {
      await createFile(at('deep/er/b.txt'), fresh)
      assert.equal(text('deep/er/b.txt'), 'new')
      assert.deepEqual(readdirSync(at('deep/er')), ['b.txt'])
    })

    it('makes what a link leads to, and keeps the link', async function () {
      if (!isUnix) return this.skip()
      mkdirSync(at('other'))
      symlinkSync('other/c.txt', at('b.txt'))
      symlinkSync('b.txt', at('chain.txt'))
      await createFile(at('chain.txt'), fresh)
      assert.equal(text('other/c.txt'), 'new')
      assert.ok(lstatSync(at('b.txt')).isSymbolicLink())
    })

    it('refuses a link that leads to itself', async function () {
      if (!isUnix) return this.skip()
      symlinkSync('b.txt', at('c.txt'))
      symlinkSync('c.txt', at('b.txt'))
      await assert.rejects(createFile(at('b.txt'), fresh), { code: 'ELOOP' })
    })

    it('leaves alone one that has appeared in the meantime', async () => {
      await assert.rejects(createFile(at('a.txt'), fresh), { code: 'EEXIST' })
      assert.equal(text('a.txt'), 'old')
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })

    for (const code of ['EPERM', 'EISDIR'])
      it(`is done without hard links where the drive has none (${code})`, async () => {
        await withFault('link', failing(code), async () => {
          await createFile(at('b.txt'), fresh)
          await assert.rejects(createFile(at('a.txt'), fresh), { code: 'EEXIST' })
        })
        assert.deepEqual([text('a.txt'), text('b.txt')], ['old', 'new'])
        assert.deepEqual(readdirSync(folder), ['a.txt', 'b.txt'])
      })

    it('leaves neither file nor folder where that fails', async () => {
      await withFault('link', failing('ENOSPC'), () =>
        assert.rejects(createFile(at('deep/er/b.txt'), fresh), { code: 'ENOSPC' }),
      )
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })
  })

  describe('of either kind', () => {
    it('makes or replaces', async () => {
      for (const name of ['a.txt', 'b.txt']) await writeFile(at(name), fresh)
      assert.deepEqual([text('a.txt'), text('b.txt')], ['new', 'new'])
    })

    it('fails where a folder on the way is a file', async () => {
      await assert.rejects(writeFile(at('a.txt/b.txt'), fresh), { code: 'ENOTDIR' })
    })
  })

  describe('after a write that was killed', () => {
    /** What the command line leaves if it is killed when everything is written but not yet put in place. */
    function leftover(): string {
      writeFileSync(at('killing.cjs'), killing)
      const child = spawnSync(process.execPath, [
        '--require',
        at('killing.cjs'),
        path.join(root, 'dist/cli.js'),
        'fix',
        at('a.txt'),
      ])
      assert.equal(child.signal, 'SIGKILL')
      rmSync(at('killing.cjs'))
      const [left = '', ...others] = readdirSync(folder).filter(name => name !== 'a.txt')
      assert.deepEqual(others, [])
      return left
    }

    const killing = `
      const fs = require('node:fs/promises')
      fs.rename = () => process.kill(process.pid, 'SIGKILL')`
    const report = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')
    const misspelt = report.replace('#### Staying safe', '#### Stayng safe')
    before(() => {
      buildIfStale()
    })
    beforeEach(() => {
      writeFileSync(at('a.txt'), misspelt)
    })

    it('has the old text, and the next write takes away what was left', async function () {
      if (!isUnix) return this.skip()
      const left = leftover()
      assert.equal(text('a.txt'), misspelt)
      assert.doesNotMatch(left, /a\.txt/)
      await replaceFile(at('a.txt'), fresh)
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })

    it('keeps what belongs to another file, and what is not ours', async () => {
      const others = [
        '.inspection-reports-000000000000-000000-999999-0-1.tmp',
        '.inspection-reports-notes.tmp',
        '.a.txt.tmp',
        '~$a.txt',
      ]
      for (const each of others) writeFileSync(at(each), 'mine')
      await replaceFile(at('a.txt'), fresh)
      assert.deepEqual(readdirSync(folder).sort(), [...others, 'a.txt'].sort())
    })

    it('goes with all others in its folder when that is wanted, but for what is not ours', async () => {
      const notOurs = ['.inspection-reports-notes.tmp', '.a.txt.tmp', '~$a.txt']
      // The second is of another file, whose number differs.
      const other = leftover().replace(/(?<=reports-)[0-9a-f]{12}/, '0123456789ab')
      writeFileSync(at(other), 'left')
      for (const each of notOurs) writeFileSync(at(each), 'mine')
      assert.equal(await removeLeftovers(folder), 2)
      assert.deepEqual(readdirSync(folder).sort(), [...notOurs, 'a.txt'].sort())
      assert.equal(await removeLeftovers(path.join(folder, 'no such folder')), 0)
    })

    it('distinguishes a writer that is still running from one that is not', async function () {
      if (!isUnix) return this.skip()
      const left = leftover()
      const renamed = (pid: number, computer?: string) =>
        left
          .replace(/-\d+-(\d+-\d+)\.tmp$/, `-${pid}-$1.tmp`)
          .replace(/-[0-9a-f]{6}-(?=\d+-\d+-\d+\.tmp$)/, each =>
            computer === undefined ? each : `-${computer}-`,
          )
      rmSync(at(left))
      const running = renamed(process.ppid)
      const elsewhere = renamed(1, '0a0a0a')
      const otherThread = renamed(process.pid).replace(/-0(?=-\d+\.tmp$)/, '-7')
      for (const each of [running, elsewhere, otherThread, left]) writeFileSync(at(each), 'left')
      await replaceFile(at('a.txt'), fresh)
      assert.deepEqual(
        [running, elsewhere, otherThread, left].map(each => existsSync(at(each))),
        [true, true, true, false],
      )
      // Whatever it is, nobody spends hours writing.
      const long = new Date(Date.now() - 2 * 60 * 60_000)
      for (const each of [running, elsewhere, otherThread]) utimesSync(at(each), long, long)
      await replaceFile(at('a.txt'), fresh)
      assert.deepEqual(readdirSync(folder), ['a.txt'])
    })
  })
})
