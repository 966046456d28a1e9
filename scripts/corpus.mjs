// Shows what is recognised and found in any folder of documents: npm run corpus -- DIR… [--list].
import { createRequire } from 'node:module'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { nodeBundle, root } from './build.mjs'

const outfile = path.join(root, 'out/corpus.cjs')
await esbuild.build({ ...nodeBundle, minify: false, entryPoints: ['test/corpus/main.ts'], outfile })
if (process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD)
const verdicts = path.join(root, 'test/reports/corpus.findings.txt')
process.argv = [process.argv[0], outfile, '--verdicts', verdicts, ...process.argv.slice(2)]
createRequire(import.meta.url)(outfile)
