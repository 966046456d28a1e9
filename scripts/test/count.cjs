// A reporter for mocha that prints as another one does (`MOCHA_REPORTER`, otherwise dots), and writes its counts
// into the file `TEST_COUNTS`, of all tests and by the outermost `describe`: a test counts once, and one that a
// hook kept from running has failed.
const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

const named = process.env.MOCHA_REPORTER ?? 'dot'
const Printing = reporters[named] ?? require(named)

module.exports = class Counting extends Printing {
  constructor(runner, options) {
    super(runner, options)
    const file = process.env.TEST_COUNTS
    if (file === undefined) return
    const groups = {}
    const count = outcome => test => {
      const [title] = test.titlePath()
      groups[title] ??= { passed: 0, failed: 0, skipped: 0 }
      groups[title][outcome]++
    }
    runner.on('pass', count('passed'))
    runner.on('fail', count('failed'))
    runner.on('pending', count('skipped'))
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats
      const counts = { passed: passes, failed: failures, skipped: pending, groups }
      writeFileSync(file, JSON.stringify(counts))
    })
  }
}
