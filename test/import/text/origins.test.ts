import assert from 'node:assert/strict'
import { originsOf, stretchesOf, through } from '../../../server/src/import/text/origins'
import { finish } from '../../../server/src/text/steps'

/** What each stretch of `after` is in `before`, `·` for a character that was put in. */
function read(before: string, after: string): string {
  const origins = finish(originsOf(before, after))
  return Array.from(after, (_, at) => {
    const place = origins[at] ?? -1
    return place < 0 ? '·' : before.charAt(place)
  }).join('')
}

describe('where a text comes from', () => {
  it('is found for words and the marks between them', () => {
    for (const [before, after, expected] of [
      ['All is well.', 'All is well.', 'All is well.'],
      ['All  is\nwell.', 'All is well.', 'All is·well.'],
      ['All is well', '## All is **well**', '···All is ··well··'],
      ['plan-\nning is good', 'planning is good', 'planning is good'],
      ['The ap ple fell', 'The apple fell', 'The apple fell'],
      ['20people came', '20 people came', '20·people came'],
      ['one two three four', 'three four one two', 'three four·one two'],
      ['Title 4', '| Title | 4 |', '··Title ··4··'],
      ['see [TBC] here', '12. see [TBC] here', '····see [TBC] here'],
      ['the the the', 'the the', 'the the'],
      ['a', '', ''],
      ['', 'a', '·'],
    ] as const)
      assert.equal(read(before, after), expected, JSON.stringify(after))
  })

  it('is the same place only once', () => {
    const origins = finish(originsOf('good, good', 'good | good | good,'))
    const places = [...origins].filter(place => place >= 0)
    assert.equal(new Set(places).size, places.length)
  })

  it('can be followed through a text in between', () => {
    const first = finish(originsOf('  one two', 'one two'))
    const second = finish(originsOf('one two', 'two one'))
    assert.deepEqual([...through(first, second)].slice(0, 3), [6, 7, 8])
    assert.deepEqual(stretchesOf(through(first, second), { start: 0, end: 7 }), [
      { start: 6, end: 9 },
      { start: 2, end: 5 },
    ])
  })
})
