// Measures how many defects put into reports on purpose the rules find: npm run recall -- FILE… [--misses].
import { createRequire } from 'node:module'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const outfile = path.join(root, 'out/recall.cjs')
await esbuild.build({ ...nodeBundle, minify: false, entryPoints: ['test/recall/main.ts'], outfile })
if (process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD)
process.argv = [process.argv[0], outfile, ...process.argv.slice(2)]
createRequire(import.meta.url)(outfile)
