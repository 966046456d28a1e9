/** What the client says can be translated: every text of it is in the bundle that translators get. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '..')
const sources = globSync('client/src/*.ts', { cwd: root }).map(file => ({
  file,
  source: readFileSync(path.join(root, file), 'utf8'),
}))

/** A text in the source that is shown as it stands: behind these functions and properties. */
const untranslated =
  /(?:say|failed|show\w+Message)\(\s*['`](?!\$\{)|(?:title|placeHolder|prompt|openLabel|saveLabel|tooltip|label|detail): ['`][A-Z][a-z]/

describe('what the client says', () => {
  it('is in l10n/bundle.l10n.json (else run `npm run l10n`)', () => {
    const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8'))
    const said = sources.flatMap(({ source }) =>
      [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) =>
        text?.replace(/\\(.)/g, '$1'),
      ),
    )
    assert.ok(said.length > 100)
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(said)].sort())
  })

  it('is given to VS Code’s translation as plain text', () => {
    for (const { file, source } of sources) {
      assert.equal(untranslated.exec(source)?.[0], undefined, file)
      // A text that is put together or held elsewhere cannot be looked up.
      assert.doesNotMatch(source, /l10n\.t\(\s*[^'\s]/, file)
    }
  })
})
