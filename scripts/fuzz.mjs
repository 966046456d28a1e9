// Tries random texts for the time given: npm run fuzz -- --minutes 30 [--seed 7].
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './build.mjs'
import { bundleTest } from './bundle-test.mjs'

const outfile = path.join(root, 'out/fuzz.cjs')
await bundleTest('test/fuzz/main.ts', outfile)
process.argv = [process.argv[0], outfile, ...process.argv.slice(2)]
createRequire(import.meta.url)(outfile)
