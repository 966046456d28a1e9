// Writes snippets/inspection-report.json from the built-in report types. `--check` only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

export const snippetFile = path.join(root, 'snippets/inspection-report.json')

/** The file's text as it ought to be, made from `{ name, prefix, description, body }` values. */
export function snippetFileText(snippets) {
  const entries = snippets.map(({ name, prefix, description, body }) => [
    name,
    { prefix, description, body: body.split('\n') },
  ])
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = path.join(root, 'out/snippets.mjs')
  await esbuild.build({
    ...nodeBundle,
    stdin: {
      contents: `
        export { allSnippets } from './server/src/features/snippets'
        export { builtInCatalogue } from './server/src/types/built-in'
        export { latestTypes } from './server/src/types/catalogue'`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    format: 'esm',
    sourcemap: false,
  })
  const { allSnippets, builtInCatalogue, latestTypes } = await import(pathToFileURL(bundle))
  const text = snippetFileText(allSnippets(latestTypes(builtInCatalogue())))
  const before = await readFile(snippetFile, 'utf8').catch(() => '')
  if (before === text) console.log('The snippets are up to date.')
  else if (process.argv.includes('--check')) {
    console.error('The snippets are stale: run `node scripts/snippets.mjs`.')
    process.exitCode = 1
  } else {
    await mkdir(path.dirname(snippetFile), { recursive: true })
    await writeFile(snippetFile, text)
    console.log('The snippets are brought up to date.')
  }
}
