// Prints how much memory the server holds, as bytes after everything unused is thrown away: with one document
// open, after 200 others were opened and closed, and after 60 edits of the first.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const outfile = path.join(root, 'out/memory.cjs')
await esbuild.build({ ...nodeBundle, entryPoints: ['test/lsp/memory/memory.ts'], outfile })
// Code that is compiled again while it runs is held too, for good, and is not what is looked for here.
const flags = ['--expose-gc', '--no-opt', '--no-sparkplug']
const report = path.join(root, 'samples/westmarch-with-problems.inspection.md')
const { status } = spawnSync(process.execPath, flags.concat(outfile, report), {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
