import assert from 'node:assert/strict'
import { labelLikes } from '../../../server/src/report/cover/label-likes'
import { reportOf } from '../../support/check-rule'
import { growthOf } from '../../support/doubling'
import { itTimed } from '../../support/tier'

const title = '# Inspection of safeguarding and looked after children services\n\nWestmarch\n\n'

const labelsOn = (line: string) =>
  [...labelLikes(reportOf(`${title}${line}\n\n## Safeguarding services\n`))]
    .filter(({ start }) => start >= title.length)
    .map(({ text, sign, value }) => `${text} ${sign}${value}`)

describe('what looks like a label on the cover', () => {
  it('is set off by a colon, a bar, a dash, a tab or three spaces', () => {
    assert.deepEqual(labelsOn('Reporting inspecter: A Name'), ['Reporting inspecter :: A Name'])
    assert.deepEqual(labelsOn('| **Lead HMI** | A Name |'), ['Lead HMI || A Name |'])
    assert.deepEqual(labelsOn('Lead HMI – A Name'), ['Lead HMI gap– A Name'])
    assert.deepEqual(labelsOn('Lead HMI\tA Name'), ['Lead HMI gapA Name'])
    assert.deepEqual(labelsOn('Lead HMI   A Name'), ['Lead HMI gapA Name'])
    assert.deepEqual(labelsOn('**Inspection dates**: 3 May'), ['Inspection dates :: 3 May'])
  })
  it('is the shortest of a line', () => {
    assert.deepEqual(labelsOn('Lead HMI   A Name: B'), ['Lead HMI gapA Name: B'])
  })
  it('is nothing in running text, or longer than a few words', () => {
    assert.deepEqual(labelsOn('Inspectors met the council and families.'), [])
    assert.deepEqual(labelsOn('A: B'), [])
    assert.deepEqual(labelsOn(`${'Inspectors met '.repeat(4)}: B`), [])
    assert.deepEqual(labelsOn('Inspection-dates: 3 May'), [])
  })
  itTimed('is found in time in proportion to the line', () => {
    for (const each of [' ', '\t', '*', 'A ', 'A   ', 'A*', '| ', '('])
      assert.ok(
        growthOf(
          size => {
            const report = reportOf(`${title}A${each.repeat(size * 64)}\n`)
            return () => [...labelLikes(report)]
          },
          { from: 2, to: 64 },
        ).isLinear,
        each,
      )
  })
})
