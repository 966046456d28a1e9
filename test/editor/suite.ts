/** Runs the editor tests with mocha inside VS Code's extension host. */

import { writeFileSync } from 'node:fs'
import { format } from 'node:util'
import Mocha from 'mocha'

/**
 * Loads the tests with `load`, runs them and prints what mocha reports.
 * Rejects if one fails, which is how VS Code hears of it. `ONLY_TESTS` narrows them to names that
 * contain it; what ran is counted in the file `TEST_COUNTS`.
 */
export function runSuite(load: () => void): Promise<void> {
  // VS Code logs through the console too: an empty first word marks the lines of mocha.
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => console.log('', format(...words))
  const only = process.env.ONLY_TESTS ?? ''
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    slow: 2_000,
  })
  mocha.fgrep(only)
  // Mocha gives its `describe` and `it` to each file that it loads; here the bundle is that file.
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha)
  load()
  return new Promise((resolve, reject) => {
    const runner = mocha.run(failures => {
      if (failures === 0) resolve()
      else reject(new Error(`${failures} of the editor tests failed.`))
    })
    const file = process.env.TEST_COUNTS ?? ''
    if (file !== '') runner.once('end', () => keepCounts(file, runner.stats))
  })
}

function keepCounts(file: string, stats: Mocha.Stats | undefined): void {
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {}
  writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }))
}
