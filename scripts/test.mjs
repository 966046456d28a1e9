// Builds and packs once, then runs the unit tests side by side and what needs a window after them, and ends with
// one line that counts what ran.
//   --tier=whole   instead of them what `npm test` leaves out: every place in every document, long fuzzing, and what
//                  takes long in VS Code
import path from 'node:path'
import { buildProduct, root } from './build.mjs'
import { packExtension } from './package.mjs'
import { none, runLots, shown, together } from './test/lots.mjs'
import { peopleLots } from './test/people.mjs'
import { unitFiles, unitLots } from './test/unit.mjs'
import { findChromium } from './vscode/chromium.mjs'
import { fetchBrowserEditor } from './vscode/editor.mjs'
import { Missing } from './vscode/fetch.mjs'
import { bundleSuite } from './vscode/suite.mjs'
import { fetchWebEditor } from './vscode/web.mjs'
import { bundleWebSuite } from './vscode/web-suite.mjs'

// The lots write into a pipe, where mocha would use no colours. FORCE_COLOR would also affect what they test.
if (process.stdout.isTTY) process.env.MOCHA_COLORS = '1'

const began = performance.now()
const seconds = () => Math.round((performance.now() - began) / 1000)
let sum = none
try {
  await buildProduct()
  sum = await withWindows(process.argv.includes('--tier=whole') ? 'whole' : 'usual')
} catch (error) {
  console.error(error instanceof Missing ? error.message : error)
  sum = { ...sum, failed: sum.failed + 1 }
}
console.log(`\nAll of it took ${seconds()} s.\n\n${shown(sum)}`)
process.exitCode = sum.failed === 0 ? 0 : 1

/**
 * Runs the unit tests of a tier side by side, then what needs a window, one window after the other: drawing takes a
 * core and more, so that nothing is gained by running the unit tests beside it.
 */
async function withWindows(tier) {
  const [vsix, suite, webSuite] = await Promise.all([
    packExtension(),
    bundleSuite(tier),
    bundleWebSuite(tier),
  ])
  console.log(`Built and packed in ${seconds()} s.`)
  Object.assign(process.env, { PACKED_EXTENSION: vsix, NO_PICTURES: '1' })
  const editor = {
    title: 'Tests in VS Code',
    env: { SUITE: suite },
    words: async () => [path.join(root, 'scripts/test-editor.mjs')],
  }
  const web = {
    title: 'Tests in VS Code for the web',
    env: { SUITE: webSuite },
    words: async () => [path.join(root, 'scripts/test-web.mjs')],
  }
  const people = peopleLots({ tier, vsix })
  // Where they have to be fetched first, the unit tests run meanwhile. What goes wrong is said where they are needed.
  const fetched = fetchBrowserEditor()
    .then(findChromium)
    .then(fetchWebEditor)
    .catch(() => {})
  try {
    let ran = await runLots(unitLots(unitFiles(tier), { tier }))
    await fetched
    for (const lot of [editor, web, ...people.lots]) ran = together(ran, await runLots([lot]))
    return ran
  } finally {
    await people.stop()
  }
}
