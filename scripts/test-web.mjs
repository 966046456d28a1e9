// Runs the tests of the extension in VS Code for the web; an argument narrows them to names that contain it.
import { Missing } from './vscode/fetch.mjs'
import { bundleWebSuite, runWebSuite } from './vscode/web-suite.mjs'

const words = process.argv.slice(2)
const verbose = words.includes('--verbose')
const only = words.filter(word => word !== '--verbose').join(' ')
try {
  const tests = process.env.SUITE ?? (await bundleWebSuite())
  process.exitCode = await runWebSuite({ tests, only, verbose })
} catch (error) {
  console.error(error instanceof Missing ? error.message : error)
  process.exitCode = 1
}
