/** Asserts that everything asked about documents is answered, and with answers that an editor can use. */

import assert from 'node:assert/strict'
import { bundled, Standstill, watch } from '../support/watched'
import { type Asking, requestNames, type Said } from './asking'

/** Asks in a thread of its own, and returns how often. A request that is never answered fails and is named. */
export async function assertAnswers(asking: Asking): Promise<number> {
  const wrong: string[] = []
  let document = ''
  let answers = 0
  try {
    await watch<Said>(bundled('test/requests/asking.ts'), asking, said => {
      document = said.document ?? document
      answers = said.answers ?? answers
      if (said.wrong !== undefined) wrong.push(said.wrong)
    })
  } catch (error) {
    if (!(error instanceof Standstill)) throw error
    const [, request = 0, offset] = error.progress
    assert.fail(`${document}, ${requestNames[request]} at offset ${offset}: never answered`)
  }
  assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} answers of ${answers} are wrong`)
  return answers
}
