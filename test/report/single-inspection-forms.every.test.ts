/** Early and half-changed reports of single inspections: what contradicts is found, what is right is not. */

import assert from 'node:assert/strict'
import { changed } from '../reports/samples'
import { found, imported, read } from '../support/single-inspection'
import { early, extracted } from '../support/single-inspection-texts'

/** Without what is missing from so short a report. */
const told = (text: string) => found(text).filter(each => !each.startsWith('missing-section'))

const sections = [
  'help-and-protection',
  'looked-after',
  'adoption',
  'care-leavers',
  'leadership',
  'board.effectiveness',
]

const gradesIn = (text: string) =>
  sections.map(
    id => read(text).sections.find(each => each.definition.id === id)?.grade?.grade?.word,
  )

describe('a single inspection of early 2014', () => {
  it('states each judgement in a sentence, and the board’s below the table', () => {
    const report = read(early)
    assert.deepEqual(gradesIn(early), Array(6).fill('good'))
    assert.deepEqual(
      report.judgements.map(({ mentions }) => mentions.filter(each => each.grade).length),
      [2, 2, 2, 2, 2, 2, 1],
    )
    assert.deepEqual(told(early), [])
    assert.deepEqual(told(imported(early)), [])
  })

  it('is found where its sentences contradict the table, with the limit that they break', () => {
    const text = changed(
      early,
      'need help and protection\nare good',
      'need help and protection\nare inadequate',
    )
      .replace('adoption performance is good', 'adoption performance is inadequate')
      .replace('care leavers is\ngood.', 'care leavers is\nrequires improvement.')
      .replace('(LSCB) is good', '(LSCB) is inadequate')
    assert.deepEqual(told(text), [
      'breached-limit: good',
      'mismatched-grade: Good',
      'mismatched-grade: Good',
      'mismatched-grade: Good',
      'mismatched-grade: good',
    ])
  })

  it('may state the board’s judgement in other words and wraps', () => {
    const sentence = 'The effectiveness of the Local Safeguarding Children Board (LSCB) is\ngood\n'
    for (const other of [
      'The effectiveness of the Local Safeguarding Children Board (LSCB) is good\n',
      'The effectiveness of the Local Safeguarding Children Board is\ngood.\n',
      'The effectiveness of the LSCB is **good**\n',
      'The effectiveness of the Local Safeguarding Children Board (LSCB)\nis judged to be good\n',
      'The effectiveness of the Westmarch Safeguarding Children Board (LSCB) is good\n',
      '\nThe effectiveness of the Local Safeguarding Children Board (LSCB) is good\n',
    ]) {
      const text = changed(early, sentence, other)
      const board = read(text).judgements.find(each => each.definition.id === 'board.effectiveness')
      assert.equal(board?.row?.grade?.grade?.word, 'good', other)
      assert.deepEqual(told(text), [], other)
    }
  })

  it('has a single grade that differs told once', () => {
    const text = changed(
      early,
      'Leadership, management and governance are good',
      'Leadership, management and governance are inadequate',
    )
    assert.deepEqual(told(text), ['mismatched-grade: Good'])
  })
})

/** Rows and sections that are not judged. */
const notJudged = changed(
  changed(
    early,
    '2.1 Adoption performance                                      Good',
    '2.1 Adoption performance                                      Not judged',
  ),
  'The graded judgment for adoption performance is good.\n\n3. Adopters are well prepared.',
  'The graded judgment for adoption performance\n\n3. Adoption performance was not judged. No child has been placed.',
)

describe('a judgement that is not given', () => {
  it('is right in row and section, in several forms', () => {
    const row = '2.1 Adoption performance                                      Not judged'
    const section =
      'The graded judgment for adoption performance\n\n3. Adoption performance was not judged. No child has been placed.'
    for (const [other, heading] of [
      [row, section],
      [row.replace('Not judged', 'not judged'), section],
      [row.replace('Not judged', '**Not judged**'), section],
      [row, section.replace('performance\n\n', 'performance: not judged\n\n')],
      [row, section.replace('was not judged', 'has not been graded, since it was not judged')],
      [row, section.replace('judgment', 'judgement')],
      [row, section.replace(' was not judged', ' is not judged')],
    ] as const) {
      const text = changed(changed(notJudged, row, other), section, heading)
      assert.deepEqual(told(text), [], `${other} / ${heading}`)
      const adoption = read(text).judgements.find(({ definition }) => definition.id === 'adoption')
      assert.equal(adoption?.isNone, true)
      assert.equal(adoption?.grade, undefined)
    }
  })

  it('is a mismatch where the section has a grade, and a missing grade where only the row has', () => {
    const graded = changed(
      notJudged,
      'The graded judgment for adoption performance\n\n3. Adoption performance was not judged.',
      'The graded judgment for adoption performance is good.\n\n3. Adopters are ready.',
    )
    assert.equal(
      read(graded).judgements.find(({ definition }) => definition.id === 'adoption')?.isNone,
      false,
    )
  })
})

describe('a box of which only a part was changed', () => {
  const box = `The experiences and progress of
children who need help and                             Requires improvement
protection
`
  it('has the grade that is whole, and contradicts its row', () => {
    for (const lines of [
      `The experiences and progress of
                                                       Inadequate
children who need help and
protection                                             to be good
`,
      `The experiences and progress of                        Inadequate
children who need help and protection                  to be good
`,
      `The experiences and progress of children who need      Good
help and protection                                    improvement
`,
    ]) {
      const text = changed(extracted, box, lines)
      const told = found(text)
      assert.ok(told.includes('mismatched-grade: Requires improvement to'), `${lines} ${told}`)
    }
  })
})
