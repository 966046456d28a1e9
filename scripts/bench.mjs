// Times the product: npm run bench -- [FILE…]. The first file is also tried at 10 and 100 times its size.
// npm run bench -- --files [PDF…] measures imports and exports instead, in processor time and memory.
import { createRequire } from 'node:module'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { buildProduct, nodeBundle, root } from './build.mjs'

const outdir = path.join(root, 'out/bench')
await Promise.all([
  buildProduct(),
  esbuild.build({
    ...nodeBundle,
    entryPoints: {
      main: 'test/bench/main.ts',
      'minimal-server': 'test/bench/minimal-server.ts',
      'file-work': 'test/bench/file-work.ts',
    },
    outdir,
    outExtension: { '.js': '.cjs' },
  }),
])
if (process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD)
const main = path.join(outdir, 'main.cjs')
const given = process.argv.slice(2)
process.argv = [
  process.argv[0],
  main,
  path.join(outdir, 'file-work.cjs'),
  path.resolve(root, '../shared/reports/pdf'),
  path.join(root, 'dist/server.js'),
  path.join(outdir, 'minimal-server.cjs'),
  path.join(root, 'samples/westmarch.inspection.md'),
  ...given,
]
createRequire(import.meta.url)(main)
