/** Runs the editor tests with mocha inside VS Code's extension host. */

import { format } from 'node:util'
import Mocha from 'mocha'

/**
 * Loads the tests by `load`, runs them and prints what mocha reports.
 * Rejects where one fails, which is how VS Code is told. `ONLY_TESTS` narrows them to names that
 * contain it.
 */
export function runSuite(load: () => void): Promise<void> {
  // VS Code logs through the console too: an empty first word tells which lines are mocha's
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => console.log('', format(...words))
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 2_000 })
  mocha.fgrep(process.env.ONLY_TESTS ?? '')
  // mocha gives its describe and it to a file that it loads; here the bundle is that file
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha)
  load()
  return new Promise((resolve, reject) => {
    mocha.run(failures => {
      if (failures === 0) resolve()
      else reject(new Error(`${failures} of the editor tests failed.`))
    })
  })
}
