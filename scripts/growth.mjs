// Shows how the work grows with the text:
//   node scripts/growth.mjs [LENGTH] [PART/PARTS] [TEXT] [WORK]
//     counts, and prints what takes more than twice as much for twice the length
//   node scripts/growth.mjs --sizes [TEXT] [WORK]
//     measures the CPU time of the largest texts that occur
// Words from the name of a text and of a work narrow it.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const given = process.argv.slice(2)
const isMeasured = given[0] === '--sizes'
const outfile = path.join(root, isMeasured ? 'out/growth-sizes.cjs' : 'out/growth.cjs')
await esbuild.build({
  ...nodeBundle,
  minify: false,
  sourcemap: false,
  entryPoints: [isMeasured ? 'test/growth/sizes.ts' : 'test/growth/main.ts'],
  outfile,
})
const options = isMeasured ? ['--expose-gc', '--max-old-space-size=4096'] : []
const { status } = spawnSync(
  process.execPath,
  [...options, outfile, ...(isMeasured ? given.slice(1) : given)],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
