/** A page is brought up to date although its text changes while it is being checked. */

import assert from 'node:assert/strict'
import { askingAgain } from '../../../client/src/problems/asking-again'

const failure = (code?: number) => Object.assign(new Error('failed'), { code })

/** A question that fails in these ways before it is answered; how often it was asked comes with the answer. */
function asking(...failures: readonly Error[]) {
  let count = 0
  return askingAgain(async () => {
    const next = failures[count++]
    if (next !== undefined) throw next
    return count
  })
}

describe('a question about a text that changes', () => {
  it('is asked once where nothing changes', async () => assert.equal(await asking(), 1))

  it('is asked again where the text has changed, or the server had to begin again', async () => {
    assert.equal(await asking(failure(-32801)), 2)
    assert.equal(await asking(failure(-32802), failure(-32801)), 3)
  })

  it('fails for any other reason, and where it changes without end', async () => {
    await assert.rejects(asking(failure()), /failed/)
    await assert.rejects(asking(failure(-32800)), /failed/)
    await assert.rejects(asking(...Array.from({ length: 9 }, () => failure(-32801))), /failed/)
  })
})
