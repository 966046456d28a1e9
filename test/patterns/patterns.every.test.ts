/** Every pattern takes time in proportion to the text at most, except those in a list that may only shrink. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type AllPatterns, allPatterns } from './all-patterns'
import { type Growth, Judgements } from './judge'
import { type Pattern, shown, written } from './pattern'

const root = path.resolve(import.meta.dirname, '..')
const listed = path.join(root, 'test/patterns/not-linear.txt')

/** Lines `file`, growth and pattern, with a tab between them. */
const exceptions: readonly string[] = readFileSync(listed, 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

const asException = (pattern: Pattern, growth: Growth) =>
  `${pattern.file}\t${growth}\t${written(pattern)}`

describe('the patterns', function () {
  // A pattern that is new is judged first, which can take seconds.
  this.timeout(600_000)
  let found: AllPatterns
  const slow: { readonly pattern: Pattern; readonly growth: Growth }[] = []

  before(async () => {
    found = await allPatterns()
    const judgements = new Judgements(root)
    // Judging all that are made takes minutes, for which only the whole run has time.
    const made = found.made.filter(pattern => judgements.has(pattern))
    for (const pattern of [...found.written, ...made]) {
      const growth = judgements.of(pattern)
      if (growth !== 'linear') slow.push({ pattern, growth })
    }
    if (process.env.UPDATE !== undefined) judgements.keep()
  })

  it('are found: literals, those put together, those that VS Code reads', () => {
    const files = new Set(found.written.map(({ file }) => file))
    assert.ok(found.written.length > 500)
    for (const file of [
      'server/src/text/spaces.ts',
      'server/src/report/sections/openings.ts',
      'client/src/typing/next-line.ts',
      'syntaxes/inspection-report.tmLanguage.json',
      'syntaxes/language-configuration.json',
    ])
      assert.ok(files.has(file), file)
  })

  it('that code puts together are put together here', () => {
    const idle = found.idle.map(({ file, line }) => `${file}:${line}`)
    assert.deepEqual(idle, [], 'let test/patterns/make-all.ts reach them')
  })

  it('are linear, except those listed', () => {
    const unlisted = slow
      .filter(({ pattern, growth }) => !exceptions.includes(asException(pattern, growth)))
      .map(({ pattern, growth }) => `${shown(pattern)} is ${growth}`)
    assert.deepEqual(unlisted, [], 'write them so that no text takes them long')
  })

  it('that are listed only import, export or print, and are not worse than quadratic', () => {
    const allowed = /^server\/src\/(?:import|export|cli)\/\S+\t(?:quadratic|undecided)\t/
    assert.deepEqual(
      exceptions.filter(line => !allowed.test(line)),
      [],
    )
  })

  it('that are listed are still there, and no better', () => {
    const there = new Set(slow.map(({ pattern, growth }) => asException(pattern, growth)))
    const needless = exceptions.filter(line => !there.has(line))
    assert.deepEqual(needless, [], `take these lines out of ${path.relative(root, listed)}`)
  })
})
