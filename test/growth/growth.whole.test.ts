import assert from 'node:assert/strict'
import { growing } from './growing'

const parts = 12

describe('growth', function () {
  // It is counted, however long that takes.
  this.timeout(0)
  for (const part of Array.from({ length: parts }, (_, at) => at + 1))
    it(`of every rule, fix, feature and step of an import, on every hard text (${part} of ${parts})`, () => {
      const { counted, found } = growing(8_000, `${part}/${parts}`)
      assert.ok(counted > 1_000, `${counted} works were counted`)
      assert.deepEqual(found, [])
    })
})
