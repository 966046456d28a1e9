// What the generators share: values taken from the sources, and files that are written or only compared.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from '../build.mjs'

/** What the sources export, named in `export … from './server/src/…'` lines. `name` distinguishes the bundles. */
export async function fromSources(name, contents) {
  const outfile = path.join(root, 'out', `${name}.mjs`)
  await esbuild.build({
    ...nodeBundle,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    format: 'esm',
    sourcemap: false,
  })
  return import(pathToFileURL(outfile))
}

/** Writes what `write` makes of the file's text; with `--check` on the command line, only says if it is stale. */
export async function bringUpToDate(file, write) {
  const before = await readFile(file, 'utf8').catch(() => '')
  const after = write(before)
  const name = path.relative(root, file)
  if (after === before) console.log(`${name} is up to date.`)
  else if (process.argv.includes('--check')) {
    console.error(`${name} is stale: run \`npm run generate\`.`)
    process.exitCode = 1
  } else {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, after)
    console.log(`${name} is brought up to date.`)
  }
}
