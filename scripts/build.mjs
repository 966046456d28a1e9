// Builds the bundles: the client, the server, the command line, and (asked for) the tests.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { parse as parseYaml } from 'yaml'
import { compileAhead } from './compile-ahead.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Lets a report type be imported as the object it describes, so that no YAML reader is needed at run time. */
export const yamlAsData = {
  name: 'yaml-as-data',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path: file }) => ({
      contents: JSON.stringify(parseYaml(await readFile(file, 'utf8'))),
      loader: 'json',
    }))
  },
}

export const nodeBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Else these patterns are compiled anew at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  minify: true,
  sourcemap: true,
  logLevel: 'warning',
  plugins: [yamlAsData],
  // Its other form asks for `import.meta.url`, which a bundle in this format has not.
  alias: { tinyglobby: createRequire(import.meta.url).resolve('tinyglobby') },
}

/** Builds what the extension ships. */
export async function buildProduct() {
  await Promise.all([
    esbuild.build({
      ...nodeBundle,
      entryPoints: { client: 'client/src/extension.ts' },
      outdir: 'dist',
      external: ['vscode'],
      target: 'node20',
    }),
    esbuild.build({
      ...nodeBundle,
      entryPoints: {
        server: 'server/src/lsp/node-start.ts',
        'server-code': 'server/src/lsp/node.ts',
        cli: 'server/src/cli/main.ts',
      },
      outdir: 'dist',
    }),
  ])
  await compileAhead()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now()
  await buildProduct()
  if (!process.argv.includes('--quiet'))
    console.log(`Built dist/ in ${Math.round(performance.now() - began)} ms.`)
}
