// Runs the editor tests in a real VS Code; an argument narrows them to names that contain it. `SUITE` is the
// path of their bundle, if it is made already.
import path from 'node:path'
import { root } from './build.mjs'
import { Missing } from './vscode/fetch.mjs'
import { bundleSuite, runSuite } from './vscode/suite.mjs'

const words = process.argv.slice(2)
const verbose = words.includes('--verbose')
const only = words.filter(word => word !== '--verbose').join(' ')
try {
  const samples = path.join(root, 'samples')
  const tests = process.env.SUITE ?? (await bundleSuite())
  process.exitCode = await runSuite({ samples, tests, only, verbose })
} catch (error) {
  console.error(error instanceof Missing ? error.message : error)
  process.exitCode = 1
}
