import assert from 'node:assert/strict'
import { between } from '../../server/src/text/between'

describe('what is between two marks', () => {
  it('is the first', () => {
    assert.equal(between('a <b> c <d>', '<', '>'), 'b')
    assert.equal(between('a <b', '<', '>'), undefined)
    assert.equal(between('a> b', '<', '>'), undefined)
    assert.equal(between('<!-->', '<!--', '-->'), undefined)
  })
})
