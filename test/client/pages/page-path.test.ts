/** The documentation serves its own files, and no others. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { pagePath } from '../../../client/src/pages/page-path'

const root = path.resolve(import.meta.dirname, '..')
const pages = globSync('docs/**/*', { cwd: root }).map(file => file.slice('docs/'.length))

/** What VS Code makes of an address that is written in a link. */
const pathOf = (address: string) => decodeURIComponent(address.replace(/[?#].*$/, ''))

describe('the path of a page', () => {
  it('is there for every page and picture', () => {
    assert.ok(pages.length > 50)
    for (const page of pages) assert.equal(pagePath(`/${page}`), page)
    assert.equal(pagePath('/'), '')
    assert.equal(pagePath('/rules'), 'rules')
  })

  for (const address of [
    '/..',
    '/../package.json',
    '/rules/../../package.json',
    '/%2e%2e/package.json',
    '/%2E%2E%2Fpackage.json',
    '/rules/..%5C..%5C..%5Cpackage.json',
    '/%252e%252e/package.json',
    '/.',
    '/./commands.md',
    '//etc/hosts',
    '/rules//open-note.md',
    '/C:/Windows/win.ini',
    '/%5C%5Cserver%5Cshare',
    '/commands.md:stream',
    '/commands.md%00.png',
    '/~/a',
    '/commands.md ',
    '/commands.md.',
    '/rules/',
  ])
    it(`is not there for ${address}`, () => assert.equal(pagePath(pathOf(address)), undefined))

  it('leads out of docs/ on no system', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%2e', ':', 'c:', 'rules', 'a.md', '\0', '~', ''),
      fc.string({ maxLength: 3 }),
    )
    const address = fc.array(part, { maxLength: 8 }).map(parts => `/${parts.join('')}`)
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          address.map(each => each.replaceAll('.', '/')),
        ),
        asked => {
          const found = pagePath(asked)
          if (found === undefined) return
          assert.ok(`${path.posix.resolve('/x/docs', found)}/`.startsWith('/x/docs/'))
          assert.ok(`${path.win32.resolve('C:\\x\\docs', found)}\\`.startsWith('C:\\x\\docs\\'))
        },
      ),
    )
  })

  it('is there for every link from page to page', () => {
    let links = 0
    for (const page of pages.filter(each => each.endsWith('.md'))) {
      const text = readFileSync(path.join(root, 'docs', page), 'utf8')
      // What is in code shows how something is written.
      const prose = text.replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, '')
      for (const [, address = ''] of prose.matchAll(/\]\(([^)]*)\)/g)) {
        if (/^#/.test(address)) continue
        links++
        const target = path.posix.resolve('/', path.posix.dirname(page), pathOf(address))
        const file = pagePath(target)
        assert.ok(
          file !== undefined && existsSync(path.join(root, 'docs', file)),
          `${page}: ${address}`,
        )
      }
    }
    assert.ok(links > 10)
  })
})
