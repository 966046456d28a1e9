import assert from 'node:assert/strict'
import { withoutLastWord, withoutLineEnds } from '../../server/src/text/spaces'

describe('white space inside a text', () => {
  it('gives way with the line end that it is around', () => {
    assert.equal(withoutLineEnds('one \n\n  two  three\tfour\n', ' '), 'one two  three\tfour ')
    assert.equal(withoutLineEnds('multi-\r\nagency', ''), 'multi-agency')
  })
  it('goes with the last word', () => {
    assert.equal(withoutLastWord('the quality of prov'), 'the quality of')
    assert.equal(withoutLastWord('the quality  of '), 'the quality  of')
    assert.equal(withoutLastWord('quality'), 'quality')
    assert.equal(withoutLastWord(' quality'), '')
    assert.equal(withoutLastWord(''), '')
  })
})
