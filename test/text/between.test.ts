import assert from 'node:assert/strict'
import { between, withoutBetween } from '../../server/src/text/between'

describe('what is between two marks', () => {
  it('is the first', () => {
    assert.equal(between('a <b> c <d>', '<', '>'), 'b')
    assert.equal(between('a <b', '<', '>'), undefined)
    assert.equal(between('a> b', '<', '>'), undefined)
    assert.equal(between('<!-->', '<!--', '-->'), undefined)
  })
  it('goes with the marks, and stays where it is not closed', () => {
    assert.equal(withoutBetween('a <b> c <d>', '<', '>'), 'a  c ')
    assert.equal(withoutBetween('a <b <c> d <e', '<', '>'), 'a  d <e')
    assert.equal(withoutBetween('', '<', '>'), '')
  })
})
