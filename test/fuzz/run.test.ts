import assert from 'node:assert/strict'
import { fuzz } from './run'
import { samples } from './texts'

describe('trying texts made at random', () => {
  const options = { sources: samples.slice(0, 1), seed: 1, runs: 20, longest: 300 }

  it('finds the smallest text that fails', () => {
    const found = fuzz({ name: 'is empty', holds: text => assert.equal(text, '') }, options)
    assert.equal(found?.text.length, 1)
  })

  it('ends at the time that was asked for', () => {
    const tried: string[] = []
    const holds = (text: string) => void tried.push(text)
    assert.equal(fuzz({ name: 'holds', holds }, { ...options, end: Date.now() }), undefined)
    assert.deepEqual(tried, [])
  })

  it('ends at that time while it looks for a smaller text, too', () => {
    const end = Date.now() + 300
    const tried: string[] = []
    const holds = (text: string): void => {
      tried.push(text)
      while (Date.now() <= end);
      assert.fail('it does not hold')
    }
    const found = fuzz({ name: 'fails at the end', holds }, { ...options, end })
    assert.deepEqual(tried, [found?.text])
  })
})
