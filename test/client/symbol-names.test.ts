import assert from 'node:assert/strict'
import { symbolName } from '../../client/src/symbol-names'

const found = { name: 'Staying safe – good', containerName: 'Westmarch, 2011' }

describe('the name of a judgement in the search over all reports', () => {
  it('begins with what the first word is a part of', () => {
    assert.equal(symbolName(found, 'stay'), 'Staying safe – good – Westmarch, 2011')
    assert.equal(symbolName(found, 'safe'), 'Staying safe – good – Westmarch, 2011')
    assert.equal(symbolName(found, 'Good'), 'good – Staying safe – Westmarch, 2011')
    assert.equal(symbolName(found, 'west'), 'Westmarch, 2011 – Staying safe – good')
    assert.equal(symbolName(found, '2011'), 'Westmarch, 2011 – Staying safe – good')
  })

  it('is the judgement’s first where nothing is asked for, or several begin so', () => {
    assert.equal(symbolName(found, ''), 'Staying safe – good – Westmarch, 2011')
    const west = { name: 'Western area – good', containerName: 'Westmarch, 2011' }
    assert.equal(symbolName(west, 'west'), 'Western area – good – Westmarch, 2011')
  })

  it('keeps a dash within a title, and does without a grade', () => {
    const dashed = { name: 'Leaders – and managers – no grade', containerName: 'Westmarch' }
    assert.equal(symbolName(dashed, 'no'), 'no grade – Leaders – and managers – Westmarch')
    assert.equal(symbolName({ name: 'Leaders', containerName: '' }, 'x'), 'Leaders')
  })
})
