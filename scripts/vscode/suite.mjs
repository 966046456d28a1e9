// Runs the editor tests inside a real VS Code: on the desktop where there is one, otherwise in the browser.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { globSync } from 'tinyglobby'
import { nodeBundle, root } from '../build.mjs'
import { launchChromium } from './chromium.mjs'
import { findDesktopEditor } from './editor.mjs'
import { fewBuiltIn, serveEditor } from './serve.mjs'

/** However slow the machine, if it takes longer than this, something hangs. */
const deadline = 20 * 60_000

/**
 * Runs the tests and returns 0 where all passed, otherwise 1. `extension` and `samples` are folders; the
 * tests work in a copy of `samples`. `only` narrows them to names that contain it.
 */
export async function runSuite({ extension = root, samples, tests, only = '', verbose = false }) {
  const { copy: workspace, remove } = await temporaryCopy(samples)
  try {
    const desktop = await chooseDesktop()
    const counts = process.env.TEST_COUNTS ?? ''
    const env = { ONLY_TESTS: only, TEST_COUNTS: counts }
    const run = { extension, workspace, tests, env, verbose }
    if (desktop === undefined) return await runInBrowser(run)
    console.log(`The tests run in ${desktop}.`)
    return await runOnDesktop(desktop, run)
  } finally {
    await remove()
  }
}

/** A copy of a folder, to be worked in and then removed. Its name has a space in it, as users' folders do. */
export async function temporaryCopy(folder) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'inspection-reports-'))
  const copy = path.join(temporary, 'My reports')
  await cp(folder, copy, { recursive: true })
  const remove = () => rm(temporary, { recursive: true, force: true, maxRetries: 5 })
  return { copy, remove }
}

/** Those that `web-suite.mjs` runs. */
const notWeb = '!test/editor/web/**'

const patterns = {
  usual: ['test/editor/**/*.test.ts', '!test/editor/**/*.whole.test.ts', notWeb],
  whole: ['test/editor/**/*.whole.test.ts', notWeb],
  all: ['test/editor/**/*.test.ts', notWeb],
}

/**
 * Bundles the editor tests of a tier (`usual`, `whole` for those that are left, or `all`) into one module that exports
 * `run()`; returns its path.
 */
export async function bundleSuite(tier = 'all') {
  const files = globSync(patterns[tier], { cwd: root }).sort()
  const outfile = path.join(root, `out/test/editor/${tier}.cjs`)
  const loads = files.map(file => `require('./${file}')`).join('\n')
  await esbuild.build({
    ...nodeBundle,
    minify: false,
    stdin: {
      contents: `import { runSuite } from './test/editor/suite'
        export const run = () => runSuite(() => { ${loads} })`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    external: ['vscode'],
    target: 'node20',
    logLevel: 'error', // Mocha asks for files of its own that only its command line needs.
  })
  return outfile
}

/** `VSCODE_VERSION=stable` asks for a desktop VS Code to be downloaded by `@vscode/test-electron`. */
async function chooseDesktop() {
  const version = process.env.VSCODE_VERSION
  if (!version) return findDesktopEditor()
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron')
  return downloadAndUnzipVSCode(version)
}

async function runOnDesktop(desktop, { extension, workspace, tests, env }) {
  const { runTests } = await import('@vscode/test-electron')
  // Where the package would put it too.
  const data = path.resolve('.vscode-test', 'user-data')
  try {
    return await runTests({
      vscodeExecutablePath: desktop,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { EDITOR_DATA: data, ...env },
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        `--user-data-dir=${data}`,
      ],
    })
  } catch (error) {
    console.error(error.message)
    return 1
  }
}

async function runInBrowser({ extension, workspace, tests, env, verbose }) {
  const editor = await serveEditor({
    env,
    builtIn: fewBuiltIn,
    settings: { 'editor.cursorBlinking': 'solid' },
    ...(verbose && { log: text => process.stdout.write(text) }),
  })
  try {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      })
      return await settle(page, editor.address({ workspace, extension, tests }), verbose)
    } finally {
      await browser.close()
    }
  } finally {
    await editor.stop()
  }
}

/**
 * Opens the page and waits until the tests have run; returns 0 where all passed, otherwise 1. `show` gets each line
 * that mocha prints.
 */
export async function settle(page, address, verbose, show = console.log) {
  let settled = () => {}
  const exit = new Promise(resolve => {
    settled = resolve
  })
  await page.exposeFunction('codeAutomationLog', (type, args) => print(type, args, verbose, show))
  await page.exposeFunction('codeAutomationExit', code => settled(code))
  page.on('crash', () => settled('The browser crashed.'))
  if (verbose) page.on('console', message => console.log(`[page] ${message.text()}`))
  const timer = setTimeout(() => settled('The tests did not end within twenty minutes.'), deadline)
  await page.goto(address)
  const code = await exit
  clearTimeout(timer)
  if (typeof code === 'string') console.error(code)
  return code === 0 ? 0 : 1
}

/** VS Code logs a great deal; what mocha prints comes after an empty word. */
function print(type, args, verbose, show) {
  if (args.length === 2 && args[0] === '') show(args[1])
  else if (verbose) console.log(`[${type}]`, ...args)
}
