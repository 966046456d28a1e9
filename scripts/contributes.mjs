// Writes into package.json what follows from the rules: one setting each. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const file = path.join(root, 'package.json')

/** The settings of the rules, as they stand in package.json. */
export function ruleSettings(rules) {
  return Object.fromEntries(
    rules.map(({ id, summary, severity }) => {
      const page = `command:inspectionReports.openRulePage?${encodeURIComponent(JSON.stringify([id]))}`
      return [
        `inspectionReports.rules.${id}`,
        {
          type: 'string',
          enum: ['default', 'off', 'hint', 'information', 'warning', 'error'],
          default: 'default',
          scope: 'window',
          markdownDescription: `${summary}. Severity: ${severity}, unless the report type says otherwise. [More about this rule](${page})`,
        },
      ]
    }),
  )
}

/** A package.json with the settings of these rules in place of those that it has. */
export function withRuleSettings(manifest, rules) {
  const configuration = { ...manifest.contributes.configuration, properties: ruleSettings(rules) }
  return { ...manifest, contributes: { ...manifest.contributes, configuration } }
}

async function loadRules() {
  const outfile = path.join(root, 'out', 'rules.mjs')
  await esbuild.build({
    ...nodeBundle,
    entryPoints: ['server/src/rules/all.ts'],
    outfile,
    format: 'esm',
    sourcemap: false,
  })
  return (await import(pathToFileURL(outfile))).allRules
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = await readFile(file, 'utf8')
  const after = `${JSON.stringify(withRuleSettings(JSON.parse(before), await loadRules()), null, 2)}\n`
  if (after === before) console.log('package.json is up to date.')
  else if (process.argv.includes('--check')) {
    console.error('package.json is stale: run `node scripts/contributes.mjs`.')
    process.exit(1)
  } else {
    await writeFile(file, after)
    console.log('package.json is brought up to date.')
  }
}
