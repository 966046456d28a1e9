import assert from 'node:assert/strict'
import { authorityNames } from '../../../server/src/features/complete/authority-names'
import { reportOf } from '../../support/check-rule'
import { growthOf } from '../../support/doubling'
import { itTimed } from '../../support/tier'

const namesIn = (text: string) => authorityNames(reportOf(`# A report\n\n${text}\n`))

describe('the names of an authority', () => {
  it('are read before "Council", without the kind of council', () => {
    for (const [text, name] of [
      ['Westmarch Council has plans.', 'Westmarch'],
      ['met Westmarch County Council.', 'Westmarch'],
      ['The North West Marsh City Council', 'North West Marsh'],
      ['Stoke-on-March Borough Council', 'Stoke-on-March'],
      ['Kingston upon March Metropolitan Borough Council', 'Kingston upon March'],
      ['(Westmarch Council)', 'Westmarch'],
      ['and the O’Marsh and March District Council', 'O’Marsh and March'],
      ['the County Council', 'County'],
    ] as const)
      assert.deepEqual(namesIn(text), [name], text)
  })
  it('are not before "council", after a small word, or across lines', () => {
    for (const text of ['the Council', 'Westmarch council', 'Westmarch\nCouncil', 'W Council'])
      assert.deepEqual(namesIn(text), [], text)
  })
  it('are read where the sentences of the type have them', () => {
    assert.deepEqual(
      namesIn(
        'The overall effectiveness of services in Isle of\nMarch to safeguard children is good.',
      ),
      ['Isle of March'],
    )
  })
  itTimed('are found in time in proportion to the text, whatever its words', () => {
    const words = [
      'Ay',
      'Ma An ',
      'A-',
      'A’a-',
      'services in A ',
      'services in  ',
      ' Council',
      'A Ab ',
    ]
    for (const each of words) {
      const growth = growthOf(
        size => {
          const report = reportOf(`# A report\n\nx${each.repeat(size * 64)}.\n`)
          return () => authorityNames(report)
        },
        { from: 2, to: 64 },
      )
      assert.ok(growth.isLinear, `${each}: ${growth.shown}`)
    }
  })
})
