// Writes into package.json what follows from the code (the settings, and which of them an untrusted workspace
// may not set), and moves the parts of it that people read into package.nls.json, where they can be
// translated. `--check` only compares.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'
import { moveStrings } from './manifest-strings.mjs'

const { allRules, restrictedSettings, settingSections } = await fromSources(
  'rule-settings',
  `export { allRules } from './server/src/rules/all'
  export { restrictedSettings, settingSections } from './server/src/lsp/settings/sections'`,
)

const manifestFile = path.join(root, 'package.json')
const stringsFile = path.join(root, 'package.nls.json')
const json = value => `${JSON.stringify(value, null, 2)}\n`

const manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
manifest.contributes.configuration = settingSections(allRules)
manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = restrictedSettings(allRules)
const before = JSON.parse(await readFile(stringsFile, 'utf8').catch(() => '{}'))
const strings = moveStrings(manifest, before)
await bringUpToDate(manifestFile, () => json(manifest))
await bringUpToDate(stringsFile, () => json(strings))
