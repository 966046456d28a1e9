/** Tests over reports that are known to fail: one list of them, which may only shrink. */

import assert from 'node:assert/strict'
import { knownFailures } from '../reports/known-failures'

/**
 * A mocha test over one report. Where the list of known failures has the report under `test`, it must
 * fail: once it holds, its entry has to go, so that it is never allowed to fail again.
 *
 * `test` is the short name of the test in that list, `file` the report's file name.
 */
export function itHolds(
  title: string,
  test: string,
  file: string,
  body: () => void | Promise<void>,
): void {
  const known = knownFailures.find(each => each.file === file && each.test === test)
  if (known === undefined) {
    it(title, body)
    return
  }
  it(`${title} (known to fail: ${known.cause})`, async () => {
    let failed = false
    try {
      await body()
    } catch {
      failed = true
    }
    assert.ok(failed, `"${test}" holds for ${file} now: take it out of known-failures.ts.`)
  })
}
