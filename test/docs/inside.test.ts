/** What the pages for developers link to and name exists. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '..')
const decisions = globSync('docs/decisions/*/*.md', { cwd: root })
const pages = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/decisions/readme.md', 'docs/security.md']
const all = [...pages, ...globSync('docs/inside/*.md', { cwd: root }), ...decisions]

/** The folders from which a file may be named: `rules/all.ts`, `cover/dates.ts`. */
const from = ['.', 'server/src', 'server/src/report']

/** A name without a folder means a file in the folder of the one named before it. */
const names = new Set(
  globSync(['server/src/**', 'client/src/**', 'test/**'], { cwd: root }).map(file =>
    path.basename(file),
  ),
)

function isThere(name: string): boolean {
  return names.has(name) || from.some(base => existsSync(path.join(root, base, name)))
}

/** The files that a page names, in quotes of code. */
function filesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([\w./-]+\.(?:ts|mjs|md|txt))`/g)].map(([, name = '']) => name)
}

describe('the pages for developers', () => {
  for (const page of all)
    it(`${page} links to pages and names files that exist`, () => {
      const text = readFileSync(path.join(root, page), 'utf8')
      const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
      const folder = path.dirname(page)
      assert.deepEqual(
        links.filter(to => !existsSync(path.join(root, folder, to))),
        [],
      )
      assert.deepEqual(
        filesIn(text).filter(name => !isThere(name)),
        [],
      )
    })

  it('list every decision', () => {
    const list = readFileSync(path.join(root, 'docs/decisions/readme.md'), 'utf8')
    assert.ok(decisions.length > 30)
    assert.deepEqual(
      decisions.filter(page => !list.includes(`(${page.slice('docs/decisions/'.length)})`)),
      [],
    )
  })
})
