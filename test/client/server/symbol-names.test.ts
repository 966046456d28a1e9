import assert from 'node:assert/strict'
import { symbolName } from '../../../client/src/server/symbol-names'

const found = { name: 'Staying safe – good', containerName: 'Westmarch, 2011' }

const nameFor = (query: string, symbol = found) => symbolName(symbol, query).name

describe('the name of a judgement in the search over all reports', () => {
  it('begins with what the first word is a part of', () => {
    assert.equal(nameFor('stay'), 'Staying safe – good – Westmarch, 2011')
    assert.equal(nameFor('safe'), 'Staying safe – good – Westmarch, 2011')
    assert.equal(nameFor('Good'), 'good – Staying safe – Westmarch, 2011')
    assert.equal(nameFor('west'), 'Westmarch, 2011 – Staying safe – good')
    assert.equal(nameFor('2011'), 'Westmarch, 2011 – Staying safe – good')
  })

  it('is the judgement’s first where nothing is asked for, or several begin so', () => {
    assert.equal(nameFor(''), 'Staying safe – good – Westmarch, 2011')
    const west = { name: 'Western area – good', containerName: 'Westmarch, 2011' }
    assert.equal(nameFor('west', west), 'Western area – good – Westmarch, 2011')
  })

  it('has the other words beside it in their other order, for whoever begins with grade or report', () => {
    assert.equal(symbolName(found, 'good').containerName, 'Westmarch, 2011 – Staying safe')
    assert.equal(symbolName(found, 'west').containerName, 'good – Staying safe')
    assert.equal(symbolName(found, 'stay').containerName, '')
  })

  it('keeps a dash within a title, and does without a grade', () => {
    const dashed = { name: 'Leaders – and managers – no grade', containerName: 'Westmarch' }
    assert.equal(nameFor('no', dashed), 'no grade – Leaders – and managers – Westmarch')
    assert.equal(nameFor('x', { name: 'Leaders', containerName: '' }), 'Leaders')
  })
})
