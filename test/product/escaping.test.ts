/** What VS Code shows of words that somebody else wrote runs nothing, loads nothing and leads nowhere. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { parse as parseYaml } from 'yaml'
import { hover } from '../../server/src/features/navigate/hover'
import { parseReport } from '../../server/src/report/parse'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { catalogueOf } from '../../server/src/types/catalogue'

const root = path.resolve(import.meta.dirname, '..')
const sources = globSync(['client/**/*.ts', 'server/src/**/*.ts'], { cwd: root }).map(file => ({
  file,
  source: readFileSync(path.join(root, file), 'utf8'),
}))

/** The files in which something is, apart from those where it may be. */
const elsewhere = (pattern: RegExp, ...allowed: readonly string[]) =>
  sources
    .filter(({ file, source }) => pattern.test(source) && !allowed.includes(file))
    .map(({ file }) => file)

describe('what VS Code shows', () => {
  it('has the pictures in a type as text', () => {
    const type = parseYaml(`
      id: with-pictures
      name: With pictures
      extends: ofsted-slac
      scale:
        line: 'Grade {number} ({word})'
        grades:
          - number: 2
            word: good
            meaning: 'm ![i](https://192.0.2.1/m.png)'
    `)
    const sample = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')
    const text = `---\nreport: with-pictures\n---\n${sample}`
    const report = parseReport(text, { types: catalogueOf([type], builtInCatalogue()) })
    const { markdown = '' } = hover(report!, text.indexOf('(good)') + 2) ?? {}
    assert.equal(
      markdown.split('\n', 1)[0],
      String.raw`**Good** (grade 2 of 1): m !\[i\](https:\//192.0.2.1/m.png)`,
    )
  })

  it('says every message through one place, which makes text of its words', () => {
    const said =
      /\bwindow\s*\.(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\b|\.showMessage\b/
    assert.deepEqual(elsewhere(said, 'client/src/messages/saying.ts'), [])
    assert.deepEqual(elsewhere(/\bShowMessage\w*\b/, 'server/src/lsp/telling.ts'), [])
    assert.deepEqual(elsewhere(/\bwithProgress\(/, 'client/src/messages/long-work.ts'), [])
    assert.deepEqual(elsewhere(/\bcreateLanguageStatusItem\(/, 'client/src/panel/status.ts'), [])
  })

  it('makes no Markdown in the client, and none that may run commands', () => {
    assert.deepEqual(elsewhere(/\bMarkdownString\b|isTrusted: true|supportHtml: true/), [])
    const makers = ['server/src/features/page/markdown.ts', 'server/src/text/escape.ts']
    assert.deepEqual(elsewhere(/\bmarkdown(?:Text|Line)\(/, ...makers), [])
  })

  it('escapes text for HTML and for snippets in one way', () => {
    assert.deepEqual(elsewhere(/'&(?:amp|lt|quot);'|&#\$\{/, 'server/src/text/escape.ts'), [])
    assert.deepEqual(
      elsewhere(/\.replace\(\/\[[^\]]*\$[^\]]*\}[^\]]*\]\/g/, 'server/src/text/escape.ts'),
      [],
    )
  })

  it('lets no page load or send anything', () => {
    const pages = sources.filter(({ source }) => /<!doctype html>/i.test(source))
    assert.ok(pages.length >= 3)
    for (const { file, source } of pages) {
      const [count, policies] = [
        /<!doctype html>/gi,
        /"(default-src [^"]*)"|`(default-src [^`]*)`/g,
      ].map(pattern => [...source.matchAll(pattern)])
      assert.equal(policies?.length, count?.length, file)
      for (const [, one, other] of policies ?? []) {
        const parts = (one ?? other ?? '').split('; ')
        assert.equal(parts[0], "default-src 'none'", file)
        for (const part of parts.slice(1))
          assert.match(
            part,
            /^(?:style|script)-src (?:'nonce-\$\{nonce\}'|'unsafe-inline'|\$\{webview\.cspSource\})$/,
          )
        assert.ok(!parts.some(part => /^script-src.*unsafe/.test(part)), file)
      }
    }
  })
})
