// Writes the JSON schema of report types, which follows from their format. `--check` only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const file = path.join(root, 'schemas', 'report-type.schema.json')
const bundle = path.join(root, 'out', 'schema.mjs')

await esbuild.build({
  ...nodeBundle,
  entryPoints: ['server/src/types/schema.ts'],
  outfile: bundle,
  format: 'esm',
  sourcemap: false,
})
const { typeSchema } = await import(pathToFileURL(bundle))

const before = await readFile(file, 'utf8').catch(() => '')
const after = `${JSON.stringify(typeSchema(), null, 2)}\n`
const name = path.relative(root, file)
if (after === before) console.log(`${name} is up to date.`)
else if (process.argv.includes('--check')) {
  console.error(`${name} is stale: run \`node scripts/schema.mjs\`.`)
  process.exitCode = 1
} else {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, after)
  console.log(`${name} is brought up to date.`)
}
