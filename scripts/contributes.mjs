// Writes into package.json what follows from the code: the settings, one of them for each rule. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const file = path.join(root, 'package.json')
const bundle = path.join(root, 'out', 'rule-settings.mjs')

await esbuild.build({
  ...nodeBundle,
  stdin: {
    contents: `
      export { allRules } from './server/src/rules/all'
      export { exportSettings } from './server/src/lsp/export-settings'
      export { generalSettings, ruleSettings } from './server/src/lsp/rule-settings'
      export { typeSettings } from './server/src/lsp/type-settings'`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  format: 'esm',
  sourcemap: false,
})
const { allRules, exportSettings, generalSettings, ruleSettings, typeSettings } = await import(
  pathToFileURL(bundle)
)

const before = await readFile(file, 'utf8')
const manifest = JSON.parse(before)
manifest.contributes.configuration.properties = {
  ...generalSettings,
  ...typeSettings,
  ...exportSettings,
  ...ruleSettings(allRules),
}
const after = `${JSON.stringify(manifest, null, 2)}\n`
if (after === before) console.log('package.json is up to date.')
else if (process.argv.includes('--check')) {
  console.error('package.json is stale: run `node scripts/contributes.mjs`.')
  process.exitCode = 1
} else {
  await writeFile(file, after)
  console.log('package.json is brought up to date.')
}
