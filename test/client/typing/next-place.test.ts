import assert from 'node:assert/strict'
import { type OpenWords, placesNow } from '../../../client/src/typing/next-place'

/** The places found in an earlier text, where they are in the text now. */
function now(before: string, text: string): readonly string[] {
  const places = [...before.matchAll(/\[[^\]]+\]/g)].map(
    ({ 0: words, index }): OpenWords => ({
      words,
      start: index,
      end: index + words.length,
      choices: [],
    }),
  )
  return placesNow(text, places).map(({ start, end }) => `${start} ${text.slice(start, end)}`)
}

describe('the places of a draft while it is typed', () => {
  const before = '[date] and [TBC] and [TBC] and [name]'

  it('are where their words are now', () =>
    assert.deepEqual(now(before, `On ${before}`), [
      '3 [date]',
      '14 [TBC]',
      '24 [TBC]',
      '34 [name]',
    ]))
  it('are fewer where one was written over', () => {
    assert.deepEqual(now(before, '6 May and [TBC] and [TBC] and [name]'), [
      '10 [TBC]',
      '20 [TBC]',
      '30 [name]',
    ])
    assert.deepEqual(now(before, '[date] and [TBC] and all and [name]'), [
      '0 [date]',
      '11 [TBC]',
      '29 [name]',
    ])
  })
  it('are gone once all is written', () => assert.deepEqual(now(before, 'All is written.'), []))
})
