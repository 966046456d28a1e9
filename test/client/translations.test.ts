/** What client and server say can be translated: every text is in the bundle that translators get. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '..')
const sourcesOf = (pattern: string) =>
  globSync(pattern, { cwd: root }).map(file => ({
    file,
    source: readFileSync(path.join(root, file), 'utf8'),
  }))
const client = sourcesOf('client/src/**/*.ts')
const server = sourcesOf('server/src/**/*.ts')

/** A text in the source that is shown as it is: one that follows these functions and properties. */
const untranslated =
  /(?<!client\.)\b(?:say|failed|inform|warn|ask|show\w+Message)\(\s*['`](?!\$\{)|(?:title|placeHolder|prompt|openLabel|saveLabel|tooltip|label|detail): ['`][A-Z][a-z]/

/** A text that a rule or a feature says as it is, or puts together from English words. */
const untranslatedOfServer =
  /(?:message|title|error|tooltip|detail|description|words):\s*(?:[^,;\n]*\?\s*)?(?:'[^'\n]*|`[^`\n]*|"[^"\n]*)[A-Za-z]{2,} [A-Za-z]/

/** Where the server says something; what is said in a terminal and in settings stays English. */
const isSaid =
  /src.(?:rules|features|lsp).(?!.*(?:settings.(?:export|notes|rules|types|typing)|snippets|lists.judgements)\.ts$)/

/** Files in which a sentence is a message: the others hold data and descriptions of keys. */
const saysSentences =
  /src.(?:text|types|report|import|export).(?!.*(?:format|key-tables|schema)\.ts$)/
const sentence = /(['"`])[A-Z](?:(?!\1)[^\n])* (?:(?!\1)[^\n])*[.?]\1/

/** A translation between words that are not translated, or changed as only English words can be. */
const putTogether =
  /[A-Za-z]{2,} \$\{l10n\.t\(|l10n\.t\([^()]*\)\} [A-Za-z]{2,}|l10n\.t\([^()]*\)\.to/

/** The source without comments, and without the texts that can be translated. */
const withoutThem = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/l10n\.t\(\s*(['"])(?:(?!\1)[^\\]|\\.)*\1/g, '')

describe('what client and server say', () => {
  it('is in l10n/bundle.l10n.json (otherwise run `npm run l10n`)', () => {
    const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8'))
    const said = [...client, ...server].flatMap(({ source }) =>
      [...source.matchAll(/l10n\.t\(\s*(['"])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(([, , text]) =>
        text?.replace(/\\(.)/g, '$1'),
      ),
    )
    assert.ok(said.length > 300)
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(said)].sort())
  })

  it('is given to VS Code’s translation as plain text', () => {
    for (const { file, source } of client)
      assert.equal(untranslated.exec(source)?.[0], undefined, file)
    for (const { file, source } of server.filter(each => isSaid.test(each.file)))
      assert.equal(untranslatedOfServer.exec(withoutThem(source))?.[0], undefined, file)
    for (const { file, source } of server.filter(each => saysSentences.test(each.file)))
      assert.equal(sentence.exec(withoutThem(source))?.[0], undefined, file)
    // A constant would keep the English text: the server gets its translations when a client comes.
    for (const { file, source } of server)
      assert.doesNotMatch(source, /^(?:export )?const \w+ =\s*l10n\.t\(/m, file)
    for (const { file, source } of [...client, ...server]) {
      // A text that is put together or held elsewhere cannot be looked up.
      assert.doesNotMatch(source, /l10n\.t\(\s*[^'"\s]|l10n\.t\(\s*(['"])[^\n]*?\1 \+/, file)
      assert.equal(putTogether.exec(source)?.[0], undefined, file)
    }
  })
})
