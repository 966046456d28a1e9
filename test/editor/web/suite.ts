/** Runs the tests with mocha in the worker in which VS Code for the web runs extensions. */

import 'mocha/mocha'
import { copyFiles, textOfFile } from './files-here'

/** Loads the tests with `load`, runs them and prints what mocha reports. Rejects if one fails. */
export async function runSuite(load: () => void): Promise<void> {
  await copyFiles()
  const only = await textOfFile('only.txt')
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 2_000 })
  mocha.reporter(Reporter as unknown as Mocha.ReporterConstructor)
  mocha.fgrep(only)
  // Mocha gives its `describe` and `it` to each file that it loads; here the bundle is that file.
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha)
  load()
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => {
      if (failures === 0) resolve()
      else reject(new Error(`${failures} of the tests in VS Code for the web failed.`))
    })
  })
}

/** An empty first word marks the lines that are printed. */
const print = (line: string): void => console.log('', line)

class Reporter {
  constructor(runner: Mocha.Runner) {
    runner.on('suite', ({ title }) => print(`  ${title}`))
    runner.on('pass', ({ title, duration = 0 }) => print(`    ✔ ${title} (${duration}ms)`))
    runner.on('fail', (test, error) => {
      print(`    ✘ ${test.title}\n${error.stack ?? error.message}`)
    })
    runner.on('end', () => {
      const { passes = 0, failures: failed = 0, pending = 0 } = runner.stats ?? {}
      print(`  ${passes} passing, ${failed} failing`)
      print(`counts: ${JSON.stringify({ passed: passes, failed, skipped: pending })}`)
    })
  }
}
