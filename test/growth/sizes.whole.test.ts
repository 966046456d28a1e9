import assert from 'node:assert/strict'
import { itTimed, itWhole } from '../support/tier'
import { type Growing, growingAtSize, throwingAtSize } from './growing'

describe('texts as large as they come', function () {
  // They are measured against themselves, however long that takes.
  this.timeout(0)

  itWhole('make nothing throw', () => assertNoneFound(throwingAtSize()))

  itTimed('take time in proportion', () => assertNoneFound(growingAtSize()))

  function assertNoneFound({ counted, found }: Growing): void {
    assert.ok(counted > 180, `${counted} works were done`)
    assert.deepEqual(found, [])
  }
})
