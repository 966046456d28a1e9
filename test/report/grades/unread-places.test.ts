/** A judgement counts as agreeing only where its grade was read in every place that should state it. */

import assert from 'node:assert/strict'
import { lenses } from '../../../server/src/features/navigate/lenses'
import { agreesThroughout } from '../../../server/src/report/judgements'
import { parseReport } from '../../../server/src/report/parse'

const care = 'The experiences and progress of children in care'
const text = `Inspection of Westmarch local authority children’s services

Inspection dates: 2 to 13 June 2025

| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Good |
| ${care} | Good |
| The experiences and progress of care leavers | Good |
| Overall effectiveness | Good |

What needs to improve?

- The timeliness of assessments.

The experiences and progress of children who need help and protection: good

1. Children get help when they need it.

${care}: good

2. Children live in homes that suit them.

The experiences and progress of care leavers: good

3. Young people stay in touch.

The impact of leaders on social work practice with children and families: good

4. Leaders listen to children.
`

function judgement(report: string) {
  const read = parseReport(report)
  const found = read?.judgements.find(({ title }) => title === care)
  assert.ok(read !== undefined && found !== undefined)
  return { read, found }
}

describe('a judgement', () => {
  it('agrees throughout where row and section say the same', () => {
    const { read, found } = judgement(text)
    assert.equal(read.judgements.filter(agreesThroughout).length, 5)
    assert.deepEqual(found.unread, [])
  })

  for (const [name, from, to, unread] of [
    ['without a grade in its row', `| ${care} | Good |`, `| ${care} | |`, ['row']],
    ['without a row', `| ${care} | Good |\n`, '', ['row']],
    ['with a word on no scale in its row', `| ${care} | Good |`, `| ${care} | Fairish |`, ['row']],
    ['without a grade after its heading', `${care}: good`, care, ['section']],
    ['with a word on no scale after its heading', `${care}: good`, `${care}: fairish`, ['section']],
    [
      'without a section',
      `${care}: good\n\n2. Children live in homes that suit them.\n\n`,
      '',
      ['section'],
    ],
  ] as const)
    it(`${name} does not count as agreeing`, () => {
      const { read, found } = judgement(text.replace(from, to))
      assert.equal(found.grade?.word, 'good')
      assert.deepEqual(found.unread, unread)
      assert.equal(agreesThroughout(found), false)
      const words = lenses(read)
        .filter(({ span }) => span.start === found.section?.heading.title.start)
        .map(each => each.words)
      assert.ok(!words.some(each => each.includes('agrees')), words.join())
    })

  it('whose places differ does not count as agreeing', () => {
    const { found } = judgement(text.replace(`${care}: good`, `${care}: inadequate`))
    assert.deepEqual([found.unread, agreesThroughout(found)], [[], false])
  })
})
