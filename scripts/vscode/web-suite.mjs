// Runs tests inside VS Code for the web, where the extension and its server are workers of a browser.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { unzipSync } from 'fflate'
import { globSync } from 'tinyglobby'
import { nodeBundle, root, webBundle } from '../build.mjs'
import { packExtension } from '../package.mjs'
import { launchChromium } from './chromium.mjs'
import { settle } from './suite.mjs'
import { serveWebEditor } from './web.mjs'

const patterns = {
  usual: ['test/editor/web/*.test.ts', '!test/editor/web/*.whole.test.ts'],
  whole: ['test/editor/web/*.whole.test.ts'],
  all: ['test/editor/web/*.test.ts'],
}

/** Mocha for browsers, which would otherwise export itself in place of the bundle that it is in. */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup(build) {
    build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
      contents: `(function (exports, module, define) {\n${await readFile(file, 'utf8')}\n}).call(globalThis)`,
      loader: 'js',
    }))
  },
}

/** Bundles the tests of a tier into one module for the worker in which extensions run; returns its path. */
export async function bundleWebSuite(tier = 'all') {
  const files = globSync(patterns[tier], { cwd: root }).sort()
  const outfile = path.join(root, `out/test/web/${tier}.js`)
  const loads = files.map(file => `require('./${file}')`).join('\n')
  await esbuild.build({
    ...webBundle,
    minify: false,
    stdin: {
      contents: `import { runSuite } from './test/editor/web/suite'
        export const run = () => runSuite(() => { ${loads} })`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    plugins: [...webBundle.plugins, mochaAsScript],
    external: ['vscode'],
    alias: {
      ...webBundle.alias,
      'node:assert/strict': path.join(root, 'test/editor/web/assert.ts'),
    },
    logLevel: 'error',
  })
  return outfile
}

/** Runs the tests and returns 0 where all passed, otherwise 1. */
export async function runWebSuite({ tests, only = '', verbose = false }) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'inspection-reports-web-'))
  try {
    const extension = await unpacked(process.env.PACKED_EXTENSION, temporary)
    const files = await madeFiles(temporary)
    await writeFile(path.join(files, 'only.txt'), only)
    const editor = await serveWebEditor({ extension, tests, files })
    try {
      const browser = await launchChromium()
      try {
        return await open(browser, editor.address, verbose)
      } finally {
        await browser.close()
      }
    } finally {
      await editor.stop()
    }
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What the line begins with that says how many tests there were. */
const countsMark = 'counts: '

async function open(browser, address, verbose) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  // What somebody allows who is asked.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  // Whatever is asked for outside is not there, as in a closed network, and nothing should be.
  const { port } = new URL(address)
  const outside = new Set()
  await page.context().route(
    url => url.port !== port && url.protocol.startsWith('http'),
    route => {
      outside.add(new URL(route.request().url()).host)
      return route.abort()
    },
  )
  let counts = ''
  const code = await settle(page, address, verbose, line => {
    if (line.startsWith(countsMark)) counts = line.slice(countsMark.length)
    else console.log(line)
  })
  const file = process.env.TEST_COUNTS
  if (file !== undefined && counts !== '') await writeFile(file, counts)
  if (outside.size === 0) return code
  console.error(`Something was asked for outside this machine, of ${[...outside].join(', ')}.`)
  return 1
}

/** The folder of an extension as it is packed, which is packed first if it is not yet. */
async function unpacked(given, temporary) {
  const vsix = given ?? (await packExtension())
  const folder = path.join(temporary, 'extension')
  const files = unzipSync(new Uint8Array(await readFile(vsix)))
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue
    const file = path.join(temporary, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  return folder
}

/** A folder with the files for the tests, and what Node makes of them. */
async function madeFiles(temporary) {
  const folder = path.join(temporary, 'files')
  await mkdir(folder)
  const outfile = path.join(root, 'out/test/web/files.cjs')
  await esbuild.build({
    ...nodeBundle,
    minify: false,
    entryPoints: ['test/editor/web/files.ts'],
    outfile,
    absWorkingDir: root,
  })
  const { makeFiles } = await import(pathToFileURL(outfile).href)
  await makeFiles({ folder, samples: path.join(root, 'samples'), dist: path.join(root, 'dist') })
  return folder
}
