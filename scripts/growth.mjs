// Shows how the work grows with the text:
//   node scripts/growth.mjs [LENGTH] [PART/PARTS] [TEXT] [WORK]
//     counts, and prints what takes more than twice as much for twice the length
//   node scripts/growth.mjs --sizes [TEXT] [WORK]
//     measures the CPU time of the largest texts that occur
//   node scripts/growth.mjs --throws [TEXT] [WORK]
//     only does each work on them once, and prints what throws
// Words from the name of a text and of a work narrow it.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const given = process.argv.slice(2)
const isLarge = given[0] === '--sizes' || given[0] === '--throws'
const outfile = path.join(root, isLarge ? 'out/growth-sizes.cjs' : 'out/growth.cjs')
await esbuild.build({
  ...nodeBundle,
  minify: false,
  sourcemap: false,
  entryPoints: [isLarge ? 'test/growth/sizes.ts' : 'test/growth/main.ts'],
  outfile,
})
const options = isLarge ? ['--expose-gc', '--max-old-space-size=4096'] : []
const { status } = spawnSync(process.execPath, [...options, outfile, ...given], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
