// Bundles one file of the tests that runs in a thread or process of its own: bundle-test.mjs ENTRY OUTFILE.

import path from 'node:path'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

/** Bundles a file of the tests, in which `import.meta.dirname` is the folder of the tests. */
export async function bundleTest(entry, outfile) {
  await esbuild.build({
    ...nodeBundle,
    minify: false,
    entryPoints: [entry],
    outfile,
    external: ['esbuild', 'vscode', 'playwright-core'],
    define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test')) },
  })
}

if (process.argv[1] === import.meta.filename) await bundleTest(process.argv[2], process.argv[3])
