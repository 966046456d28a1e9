import assert from 'node:assert/strict'
import { gradeApart } from '../../../server/src/import/word/grade-apart'

describe('a grade apart from its heading', () => {
  it('is after a tab or a line break', () => {
    assert.deepEqual(gradeApart('Staying safe\tGrade 2 (good)'), {
      title: 'Staying safe',
      grade: 'Grade 2 (good)',
    })
    assert.deepEqual(gradeApart('Staying safe \n Requires improvement to be good '), {
      title: 'Staying safe',
      grade: 'Requires improvement to be good',
    })
  })
  it('is not one in the words of the heading, or without one', () => {
    for (const words of ['Staying safe good', 'What is\tgood practice', '\tGood', 'Grade 2', ''])
      assert.equal(gradeApart(words), undefined, words)
  })
})
