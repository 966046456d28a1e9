import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'

describe('the memory of the server', function () {
  // What is held counts, however long it takes.
  this.timeout(0)
  it('is what it was, after 200 documents were opened and closed and one was edited 60 times', () => {
    const script = path.resolve(import.meta.dirname, '..', 'scripts', 'memory.mjs')
    const { stdout, status } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    assert.equal(status, 0)
    const { before, after, closed } = JSON.parse(stdout) as Record<string, number>
    assert.ok(before !== undefined && after !== undefined && closed !== undefined)
    assert.ok(closed < before * 1.1, `${before} bytes before, ${closed} after the documents`)
    assert.ok(after < before * 1.1, `${before} bytes before, ${after} after the edits`)
  })
})
