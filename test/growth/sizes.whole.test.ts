import assert from 'node:assert/strict'
import { growingAtSize } from './growing'

describe('growth of texts as large as they come', function () {
  // It is measured against itself, however long that takes.
  this.timeout(0)
  it('is in proportion, and nothing throws', () => {
    const { counted, found } = growingAtSize()
    assert.ok(counted > 180, `${counted} works were measured`)
    assert.deepEqual(found, [])
  })
})
