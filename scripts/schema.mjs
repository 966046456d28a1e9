// Writes what follows from the format of report types: its JSON schema, and the tables of all keys in
// docs/report-types.md. `--check` only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const schemaFile = path.join(root, 'schemas', 'report-type.schema.json')
const pageFile = path.join(root, 'docs', 'report-types.md')
const bundle = path.join(root, 'out', 'schema.mjs')
const mark = '<!-- Made by scripts/schema.mjs -->\n'

await esbuild.build({
  ...nodeBundle,
  stdin: {
    contents: `
      export { typeSchema } from './server/src/types/schema'
      export { keyTables } from './server/src/types/key-tables'`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  format: 'esm',
  sourcemap: false,
})
const { typeSchema, keyTables } = await import(pathToFileURL(bundle))

await bringUpToDate(schemaFile, () => `${JSON.stringify(typeSchema(), null, 2)}\n`)
await bringUpToDate(pageFile, page => `${page.split(mark)[0]}${mark}\n${keyTables()}`)

async function bringUpToDate(file, write) {
  const before = await readFile(file, 'utf8').catch(() => '')
  const after = write(before)
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
}
