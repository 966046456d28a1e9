/** The memory that the process of the server takes, as the system counts it. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { sample } from '../../reports/samples'
import { buildIfStale, Session } from '../session'

/** Megabytes of memory in use; undefined where the system has no `ps`. */
function taken(pid: number): number | undefined {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  return status === 0 ? Number(stdout) / 1024 : undefined
}

const text = sample('westmarch.inspection.md')

async function openAndClose(session: Session, count: number): Promise<void> {
  for (let each = 0; each < count; each++) {
    const uri = await session.open(`${text}\n${each}\n`, 'plaintext', `untitled:${count}-${each}`)
    await session.problems(uri)
    await session.close(uri)
  }
}

describe('the process of the server', () => {
  it('gives back what 200 reports and 60 edits took, once nothing is asked', async function () {
    this.timeout(300_000)
    buildIfStale()
    const session = await Session.start()
    try {
      const uri = await session.open(text)
      // Enough for everything that is compiled for a report to have been compiled.
      await openAndClose(session, 20)
      const before = taken(session.pid)
      if (before === undefined) return this.skip()
      await openAndClose(session, 200)
      const start = { line: 0, character: 0 }
      for (let edit = 0; edit < 60; edit++) {
        await session.change(uri, { start, end: start }, 'x')
        await session.problems(uri)
      }
      const largest = taken(session.pid) ?? 0
      let after = largest
      // It waits for a pause of its own before it gives anything back; a busy machine may take longer.
      for (let tries = 0; tries < 120 && after > before * 1.1; tries++) {
        await pause(500)
        after = taken(session.pid) ?? after
      }
      assert.ok(after <= before * 1.1, `${before} MB before, up to ${largest}, ${after} after`)
    } finally {
      await session.stop()
    }
  })
})
