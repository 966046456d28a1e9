/** What runs side by side is counted whole: a test that failed in any lot fails the run. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const lots = pathToFileURL(path.resolve(import.meta.dirname, '..', 'scripts/test/lots.mjs')).href

/** Runs a script with lots that count and end in some way, and returns what is printed. */
function printedBy(script: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

describe('lots of tests', () => {
  it('are summed up, whichever ends first, is not made ready or dies', () => {
    const printed = printedBy(`
      import { runLots, shown } from '${lots}'
      const lot = (passed, failed, delay) => ({
        title: 'of ' + passed,
        words: async () => ['-e', \`setTimeout(() => require('fs').writeFileSync(
          process.env.TEST_COUNTS,
          JSON.stringify({ passed: \${passed}, failed: \${failed}, skipped: 0 }),
        ), \${delay})\`],
      })
      const unready = { title: 'unready', words: () => Promise.reject(new Error('none')) }
      const dying = { title: 'dying', words: async () => ['-e', 'process.exit(3)'] }
      console.log(shown(await runLots([lot(1, 0, 200), lot(10, 1, 50), unready, dying], { atOnce: 2 })))
    `)
    assert.match(printed, /^== of 1: 1 passed, 0 failed/m)
    assert.match(printed, /\n11 passed, 3 failed\n$/)
  })
})
