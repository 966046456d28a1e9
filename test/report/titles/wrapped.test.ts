/** Titles over several lines, with and without what usually sets a grade off from them. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { builtInTypes } from '../../../server/src/types/built-in'

const ilacs = builtInTypes().findLast(({ id }) => id === 'ofsted-ilacs')

/** The sections with their grades in a text whose last section follows the given heading. */
function readAfter(heading: string): readonly string[] {
  assert.ok(ilacs !== undefined)
  const text = `The experiences and progress of children who need help and protection: good

1. Children get help early.

${heading}

2. Children live in stable homes.
`
  const sections = parseReport(text, { type: ilacs })?.sections ?? []
  return sections.map(({ definition, grade, match }) =>
    [definition.id, grade?.grade?.word, match].join(' '),
  )
}

describe('a title over several lines', () => {
  for (const [heading, grade] of [
    ['The experiences and progress of children in\ncare good', 'good'],
    ['The experiences and progress of children in care\ngood', 'good'],
    ['The experiences and progress of children in care good', 'good'],
    ['The experiences and\nprogress of children in\ncare outstanding', 'outstanding'],
    [
      'The experiences and progress of children in\ncare requires improvement',
      'requires improvement to be good',
    ],
    [
      'The experiences and progress of children in\ncare requires improvement to\nbe good',
      'requires improvement to be good',
    ],
    ['The experiences and progress of children in\ncare: good', 'good'],
    ['The experiences and progress of children in\ncare is\ngood', 'good'],
    ['The experiences and progress of children in care is\n\ngood', 'good'],
    ['THE EXPERIENCES AND PROGRESS OF CHILDREN IN\nCARE GOOD', 'good'],
    ['**The experiences and progress of children in\ncare good**', 'good'],
    ['## The experiences and progress of children in\ncare good', 'good'],
    ['## The experiences and progress of children in\n## care: good', 'good'],
    ['The experiences and progress of children[^1] in\ncare: good', 'good'],
    ['The experiences and progress of children1 in\ncare good', 'good'],
    ['<a id="x"></a>The experiences and progress of children in\ncare: **good**', 'good'],
    ['Annex A: The experiences and progress of children in\ncare: good', 'good'],
  ] as const)
    it(`is read with its grade: ${JSON.stringify(heading)}`, () => {
      assert.deepEqual(readAfter(heading), [
        'help-and-protection good exact',
        `in-care ${grade} exact`,
      ])
    })

  it('is not read where other words come after it', () => {
    for (const heading of [
      'The experiences and progress of children in care good practice',
      'The experiences and progress of children in care are described below',
    ])
      assert.deepEqual(readAfter(heading), ['help-and-protection good exact'])
  })
})
