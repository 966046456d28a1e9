import assert from 'node:assert/strict'
import {
  isBlankSpace,
  isEmphasis,
  isLineEnd,
  isSpaceOrEmphasis,
  isWhiteSpace,
  runEnd,
  runStart,
  withoutRunAtEnd,
  withoutRuns,
} from '../../server/src/text/runs'

describe('runs of like characters', () => {
  it('end before the first other character, and begin after the last', () => {
    assert.equal(runEnd('**good**', isEmphasis), 2)
    assert.equal(runEnd('a  b', isBlankSpace, 1), 3)
    assert.equal(runStart('**good**', isEmphasis), 6)
    assert.equal(runStart('a  b', isBlankSpace, 3), 1)
  })
  it('are empty where no such character is there', () => {
    assert.equal(runEnd('good', isEmphasis), 0)
    assert.equal(runStart('good', isEmphasis), 4)
    assert.equal(runEnd('', isEmphasis), 0)
    assert.equal(runStart('', isEmphasis), 0)
  })
  it('may be all of the text', () => {
    assert.equal(runEnd('***', isEmphasis), 3)
    assert.equal(runStart('***', isEmphasis), 0)
    assert.equal(withoutRuns('***', isEmphasis), '')
  })
  it('are taken off', () => {
    assert.equal(withoutRunAtEnd('row |\r\n', isLineEnd), 'row |')
    assert.equal(withoutRuns(' *_good_* ', isSpaceOrEmphasis), 'good')
  })
  it('of white space are those that a pattern finds', () => {
    for (let code = 0; code < 0x10000; code++)
      assert.equal(isWhiteSpace(code), /\s/.test(String.fromCharCode(code)), `${code}`)
  })
})
