// Bundles the unit tests into one file and runs it with mocha; an argument narrows it to file names that contain it.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { globSync } from 'tinyglobby'
import { nodeBundle, root } from './build.mjs'

const only = process.argv[2] ?? ''
const files = globSync(['test/**/*.test.ts', '!test/editor/**'], { cwd: root })
  .filter(file => file.includes(only))
  .sort()
if (files.length === 0) {
  console.error(`No test file has "${only}" in its name.`)
  process.exit(1)
}
const outfile = path.join(
  root,
  'out/test',
  only === '' ? 'unit.cjs' : `unit-${only.replace(/\W/g, '-')}.cjs`,
)
await esbuild.build({
  ...nodeBundle,
  minify: false,
  stdin: {
    contents: files.map(file => `import './${file}'`).join('\n'),
    resolveDir: root,
    loader: 'ts',
  },
  outfile,
  external: ['esbuild', 'vscode', 'playwright-core'],
  define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test')) },
})
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', mocha, '--reporter', 'dot', '--timeout', '120000', outfile],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
