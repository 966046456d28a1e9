/** A sample of what `every-request.whole.test.ts` asks, so that a fault is seen before a change is made. */

import assert from 'node:assert/strict'
import { buildIfStale } from '../lsp/session'
import { askedDocuments } from './documents'
import { assertAnswers } from './every-request'
import { assertServerAnswers } from './over-stdio'

describe('requests at random', () => {
  it('are answered in the samples', async () => {
    const answers = await assertAnswers({
      documents: 'samples',
      oneIn: 600,
      changesOneIn: 60,
      seed: 3,
    })
    assert.ok(answers > 700, `only ${answers} were made`)
  })

  it('are answered by the built server', async () => {
    buildIfStale()
    const answers = await assertServerAnswers(askedDocuments('samples'), 2_000)
    assert.ok(answers > 500, `only ${answers} were made`)
  })
})
