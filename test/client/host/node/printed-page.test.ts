/** The page to be printed is on the disk only while it is needed, and only its owner can read it. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { printedPage } from '../../../../client/src/host/node/printed-page'

describe('the printed page', () => {
  let storage: string
  beforeEach(() => {
    storage = mkdtempSync(path.join(tmpdir(), 'printed-'))
  })
  afterEach(() => rmSync(storage, { recursive: true }))

  const inPrint = () => readdirSync(path.join(storage, 'print'))
  const leave = (folder: string) => {
    mkdirSync(path.join(storage, 'print', folder), { recursive: true })
    writeFileSync(path.join(storage, 'print', folder, 'report.html'), 'left')
  }

  it('is there once it is put there, and takes the place of the one before', () => {
    const page = printedPage(storage)
    const first = page.put('one')
    const second = page.put('two')
    assert.equal(readFileSync(second, 'utf8'), 'two')
    assert.equal(first, second)
    page.dispose()
  })

  it('can be read by nobody else', function () {
    if (process.platform === 'win32') return this.skip()
    const page = printedPage(storage)
    const file = page.put('one')
    assert.equal(statSync(file).mode & 0o077, 0)
    assert.equal(statSync(path.dirname(file)).mode & 0o077, 0)
    page.dispose()
  })

  it('goes when the extension ends', () => {
    const page = printedPage(storage)
    page.put('one')
    page.dispose()
    assert.deepEqual(inPrint(), [])
  })

  it('goes when the browser has had time to open it', () => {
    const real = globalThis.setTimeout
    const due: (() => void)[] = []
    Object.assign(globalThis, {
      setTimeout: (run: () => void) => {
        due.push(run)
        return { unref() {} }
      },
    })
    try {
      const file = printedPage(storage).put('one')
      for (const run of due) run()
      assert.ok(!existsSync(file))
    } finally {
      globalThis.setTimeout = real
    }
  })

  it('makes no folder before something is printed', () => {
    printedPage(storage).dispose()
    assert.deepEqual(readdirSync(storage), [])
  })

  it('of a window that was killed goes at the next start; that of one that is open stays', () => {
    const { pid: killed } = spawnSync(process.execPath, ['--version'])
    for (const each of [killed, process.pid, process.ppid]) leave(String(each))
    writeFileSync(path.join(storage, 'print', 'report.html'), 'left')
    printedPage(storage)
    assert.deepEqual(inPrint(), [String(process.ppid)])
  })
})
