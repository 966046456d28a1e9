/** File patterns of the settings, such as `drafts/*.md`. */

import assert from 'node:assert/strict'
import { matchesPath, typeForPath } from '../../server/src/types/file-patterns'

/** The paths that the pattern fits. */
const fitting = (pattern: string, paths: string) =>
  paths
    .split(' ')
    .filter(path => matchesPath(pattern, path))
    .join(' ')

describe('a file pattern', () => {
  it('begins at any folder, or at the root', () => {
    assert.equal(
      fitting('drafts/a.md', '/drafts/a.md /x/drafts/a.md /xdrafts/a.md'),
      '/drafts/a.md /x/drafts/a.md',
    )
    assert.equal(fitting('/drafts/a.md', '/drafts/a.md /x/drafts/a.md'), '/drafts/a.md')
  })

  it('has stars for names, two for folders and a question mark for a character', () => {
    assert.equal(
      fitting('drafts/*.md', '/drafts/a.md /drafts/x/a.md /drafts/.md'),
      '/drafts/a.md /drafts/.md',
    )
    assert.equal(
      fitting('drafts/**/*.md', '/drafts/a.md /drafts/x/y/a.md /a.md'),
      '/drafts/a.md /drafts/x/y/a.md',
    )
    assert.equal(
      fitting('drafts/**', '/drafts/a.md /drafts/x/a /drafts'),
      '/drafts/a.md /drafts/x/a',
    )
    assert.equal(fitting('a?.md', '/ab.md /a.md /a/.md /a😀.md'), '/ab.md /a😀.md')
    assert.equal(
      fitting('*ilacs*2024*.md', '/ilacs-2024.md /x-ilacs-of-2024-a.md /2024-ilacs.md'),
      '/ilacs-2024.md /x-ilacs-of-2024-a.md',
    )
  })

  it('has alternatives, also inside each other', () => {
    assert.equal(fitting('*.{md,txt}', '/a.md /a.txt /a.doc'), '/a.md /a.txt')
    assert.equal(fitting('{a,b{c,d}}.md', '/a.md /bc.md /bd.md /b.md'), '/a.md /bc.md /bd.md')
    assert.equal(fitting('{a.md', '/{a.md /a.md'), '/{a.md')
    assert.equal(fitting('a,b}.md', '/a,b}.md'), '/a,b}.md')
  })

  it('is the same in capitals, and has no other signs', () => {
    assert.equal(fitting('Drafts/(1) [a]+.md', '/drafts/(1) /DRAFTS/(1)'), '')
    assert.ok(matchesPath('Drafts/(1) [a]+.md', '/DRAFTS/(1) [A]+.md'))
  })

  it('says most where it is longest', () => {
    const set = { '**/*.md': 'any', 'drafts/*.md': 'drafts' }
    assert.equal(typeForPath(set, '/x/drafts/a.md'), 'drafts')
    assert.equal(typeForPath(set, '/x/a.md'), 'any')
  })

  it('of many stars takes no longer on a long path than its length', () => {
    const path = `/${'ab'.repeat(500)}`
    assert.ok(!matchesPath(`${'*a'.repeat(30)}c`, path))
    assert.ok(!matchesPath(`**${'{a,b}*'.repeat(30)}c`, path))
  })
})
