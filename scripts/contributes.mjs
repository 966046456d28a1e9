// Writes into package.json what follows from the code, the settings, and moves what people read of it into
// package.nls.json, where it can be translated. `--check` only compares.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'
import { moveStrings } from './manifest-strings.mjs'

const { allRules, settingSections } = await fromSources(
  'rule-settings',
  `export { allRules } from './server/src/rules/all'
  export { settingSections } from './server/src/lsp/setting-sections'`,
)

const manifestFile = path.join(root, 'package.json')
const stringsFile = path.join(root, 'package.nls.json')
const json = value => `${JSON.stringify(value, null, 2)}\n`

const manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
manifest.contributes.configuration = settingSections(allRules)
const before = JSON.parse(await readFile(stringsFile, 'utf8').catch(() => '{}'))
const strings = moveStrings(manifest, before)
await bringUpToDate(manifestFile, () => json(manifest))
await bringUpToDate(stringsFile, () => json(strings))
