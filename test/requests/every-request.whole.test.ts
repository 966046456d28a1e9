/** Every request answers: at every place of the samples, and wherever somebody stops in any report. */

import assert from 'node:assert/strict'
import { buildIfStale } from '../lsp/session'
import { publishedReports } from '../support/published'
import { askedDocuments } from './documents'
import { assertAnswers } from './every-request'
import { assertServerAnswers } from './over-stdio'

describe('every request', () => {
  it('is answered at every place of the samples', async function () {
    this.timeout(0)
    const answers = await assertAnswers({
      documents: 'samples',
      oneIn: 1,
      changesOneIn: 60,
      seed: 1,
    })
    assert.ok(answers > 100_000, `only ${answers} were made`)
  })

  it('is answered at the end of every line and after every punctuation mark of every report', async function () {
    if (publishedReports('whole').length === 0) this.skip()
    this.timeout(0)
    const answers = await assertAnswers({
      documents: 'reports',
      oneIn: 1,
      changesOneIn: 700,
      seed: 2,
    })
    assert.ok(answers > 1_000_000, `only ${answers} were made`)
  })

  it('is answered by the built server, at one in two hundred of these places', async function () {
    this.timeout(0)
    buildIfStale()
    for (const documents of ['samples', 'reports'] as const)
      await assertServerAnswers(askedDocuments(documents), 200)
  })
})
