/** The parts of `npm run release:check` that take no time: versions, changelog, links of all pages, install scripts. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'

describe('the papers of a release', () => {
  it('agree on the version, say what has changed, and have no link that leads nowhere', () => {
    const root = path.resolve(import.meta.dirname, '..')
    const papers = path.join(root, 'scripts/release/papers.mjs')
    const { status, stderr } = spawnSync(process.execPath, [papers], { encoding: 'utf8' })
    assert.equal(stderr, '')
    assert.equal(status, 0)
  })
})
