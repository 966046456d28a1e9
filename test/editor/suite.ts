/** Runs the editor tests with mocha inside VS Code's extension host. */

import { format } from 'node:util'
import Mocha from 'mocha'

/**
 * Loads the tests by `load`, runs them and prints what mocha reports.
 * Rejects where one fails, which is how VS Code is told. `ONLY_TESTS` narrows them to names that
 * contain it. In a run of all, a test that fails gets a second try, since a machine that does much else may
 * be slower than anybody waits; what was wrong at the first is printed. A narrowed run shows every failure.
 */
export function runSuite(load: () => void): Promise<void> {
  // VS Code logs through the console too: an empty first word tells which lines are mocha's
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => console.log('', format(...words))
  const only = process.env.ONLY_TESTS ?? ''
  const retries = only === '' ? 1 : 0
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 2_000, retries })
  mocha.fgrep(only)
  // mocha gives its describe and it to a file that it loads; here the bundle is that file
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha)
  load()
  return new Promise((resolve, reject) => {
    const runner = mocha.run(failures => {
      if (failures === 0) resolve()
      else reject(new Error(`${failures} of the editor tests failed.`))
    })
    runner.on('retry', (test, error) => {
      console.log('', `A second try for "${test.fullTitle()}": ${error.message}`)
    })
  })
}
