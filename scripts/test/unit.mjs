// Which unit tests run when, and in which lots.

import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { globSync } from 'tinyglobby'
import { nodeBundle, root } from '../build.mjs'

const every = '!test/**/*.every.test.ts'
const whole = '!test/**/*.whole.test.ts'
/** What a run leaves out. The tests of the command line and the server start what is built. */
const leftOut = {
  quick: [every, whole, '!test/cli/**', '!test/lsp/**', '!test/product/layers.test.ts'],
  usual: [whole],
  whole: [],
}

/** The tiers by name; see CONTRIBUTING.md. */
export const tiers = Object.keys(leftOut)

/** The files of a tier, or those whose names contain one of the words, whatever their tier. */
export function unitFiles(tier, words = []) {
  const narrowed = words.length > 0
  const patterns = ['test/**/*.test.ts', '!test/editor/**', ...(narrowed ? [] : leftOut[tier])]
  return globSync(patterns, { cwd: root })
    .filter(file => !narrowed || words.some(word => file.includes(word)))
    .sort()
}

/** The lots of these files; all are bundled at once, when the first of them is to run. */
export function unitLots(files, { tier, name = tier, env = {} }) {
  const shares = dealt(files, tier)
  let bundles
  return [...shares.keys()].map(number => ({
    title: shares.length === 1 ? 'Unit tests' : `Unit tests ${number + 1} of ${shares.length}`,
    env: { TEST_TIER: tier, ...env },
    words: async () => {
      bundles ??= bundled(shares, name)
      return ['--enable-source-maps', ...mocha, (await bundles)[number]]
    },
  }))
}

/**
 * The tests that measure time, in one lot that must run where nothing else does: those of `itTimed`, which ends
 * their titles.
 */
export function timedLots() {
  const files = unitFiles('whole').filter(file =>
    readFileSync(path.join(root, file), 'utf8').includes('itTimed('),
  )
  const words = async () => [
    ...['--enable-source-maps', ...mocha, '--fgrep', '(timed)'],
    ...(await bundled([files], 'timed')),
  ]
  const env = { TEST_TIER: 'whole', TEST_TIMED: '1' }
  return [{ title: 'Unit tests that measure time', env, words }]
}

const mocha = [
  path.join(root, 'node_modules/mocha/bin/mocha.js'),
  ...['--reporter', path.join(root, 'scripts/test/count.cjs'), '--timeout', '120000'],
]

/**
 * The files in lots that run side by side: first those that take minutes, each by itself, then the others in a
 * few lots for each core, each with its share of what takes long. All in one if there are few.
 */
function dealt(files, tier) {
  if (files.length < 20) return [files]
  const long = files.filter(file => file.endsWith('.whole.test.ts'))
  const weight = file =>
    statSync(path.join(root, file)).size + (file.endsWith('.every.test.ts') ? 1e6 : 0)
  const heaviestFirst = files
    .filter(file => !long.includes(file))
    .sort((a, b) => weight(b) - weight(a))
  const count = availableParallelism() * (tier === 'quick' ? 1 : 2)
  const shares = Array.from({ length: count }, (_, lot) =>
    heaviestFirst.filter((_, at) => at % count === lot).sort(),
  )
  return [...long.map(file => [file]), ...shares]
}

async function bundled(shares, name) {
  const folder = path.join(root, 'out/test')
  mkdirSync(folder, { recursive: true })
  const entries = shares.map((_, number) => `unit-${name}-${number + 1}`)
  await Promise.all(
    entries.map((entry, number) =>
      writeFile(
        path.join(folder, `${entry}.ts`),
        shares[number].map(file => `import '../../${file}'\n`).join(''),
      ),
    ),
  )
  await esbuild.build({
    ...nodeBundle,
    minify: false,
    entryPoints: entries.map(entry => path.join(folder, `${entry}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    external: ['esbuild', 'vscode', 'playwright-core', 'recheck', 'typescript'],
    define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test')) },
  })
  return entries.map(entry => path.join(folder, `${entry}.cjs`))
}
