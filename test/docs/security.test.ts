/** The page for administrators names tests, settings and folders that exist. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { capabilities } from '../../package.json'

const root = path.resolve(import.meta.dirname, '..')
const page = readFileSync(path.join(root, 'docs/security.md'), 'utf8')

describe('the page about security', () => {
  it('is linked from the README', () => {
    assert.match(readFileSync(path.join(root, 'README.md'), 'utf8'), /\(docs\/security\.md\)/)
  })

  it('names only tests that exist, and one for most of what it says', () => {
    const named = [...page.matchAll(/`(test\/[\w./-]+)`/g)].map(([, file = '']) => file)
    assert.ok(named.length > 10)
    assert.deepEqual(
      named.filter(file => !existsSync(path.join(root, file))),
      [],
    )
  })

  it('names every setting that is not taken from an untrusted workspace', () => {
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces
    assert.ok(restrictedConfigurations.length > 0)
    assert.deepEqual(
      restrictedConfigurations.filter(setting => !page.includes(`\`${setting}\``)),
      [],
    )
  })
})
