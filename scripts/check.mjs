// Runs the command line from a checkout; builds it first, quietly, if it is older than its sources.
// `check` may be left out: `npm run check -- FILE` is `inspection-reports check FILE`.
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bundle = path.join(root, 'dist/program.js')
const program = path.join(root, 'dist/cli.js')

if (!existsSync(path.join(root, 'node_modules/esbuild'))) {
  console.error(`Run "npm install" in ${root} first.`)
  process.exit(2)
}
await bringUpToDate()
// npm runs scripts in the package's folder, but file names are relative to where the user is.
if (process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD)
const given = process.argv.slice(2)
const isWhole = [
  'check',
  'fix',
  'export',
  'import',
  'judgements',
  'forget',
  'leaving',
  'points',
  'lsp',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
].includes(given[0])
process.argv = [process.argv[0], program, ...(isWhole ? [] : ['check']), ...given]
createRequire(import.meta.url)(program)

async function bringUpToDate() {
  const { globSync } = await import('tinyglobby')
  const sources = ['server/src/**/*.ts', 'server/types/*.yaml', 'package.json', 'scripts/build.mjs']
  const built = existsSync(bundle) ? statSync(bundle).mtimeMs : 0
  const isStale = globSync(sources, { cwd: root, absolute: true }).some(
    source => statSync(source).mtimeMs > built,
  )
  if (!isStale) return
  const { buildServer, writeEntries } = await import('./build.mjs')
  await Promise.all([buildServer({ program: 'server/src/package.ts' }), writeEntries()])
}
