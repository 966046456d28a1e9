/** Grades that are wrapped or marked where a line or a cell has them. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { changed, homeReport } from '../../rules/home-report'
import { homeType } from '../../rules/home-type'

const gradeUnder = (line: string) => {
  const text = changed('Learning\n\nGrade 2 (good)', `Learning\n\n${line}`)
  return parseReport(text, { type: homeType })?.sections.find(
    ({ definition }) => definition.title === 'Learning',
  )?.grade?.grade?.word
}

const gradeInRow = (cell: string) => {
  const text = changed('| Learning | Good |', cell, homeReport)
  return parseReport(text, { type: homeType })?.summary?.entries.find(
    ({ definition }) => definition?.title === 'Learning',
  )?.grade?.grade?.word
}

describe('a grade under its heading', () => {
  it('may carry emphasis or the mark of a footnote', () => {
    for (const line of [
      'Grade 2 (good)',
      '**Grade 2 (good)**',
      '**Grade 2** (*good*)',
      'Grade 2 (good)[^1]',
      'Grade 2 (good)¹',
      'Grade 2 (**good**)',
      '_Grade 2 (good)_',
      'Grade 2 (good).',
    ])
      assert.equal(gradeUnder(line), 'good', line)
  })

  it('may be wrapped', () => {
    for (const line of [
      'Grade 3 (requires\nimprovement)',
      'Grade 3\n(requires improvement)',
      'Grade 3 (requires improvement\nto be good)',
      'Requires\nimprovement',
      '**Requires\nimprovement**',
      'Requires improvement\nto be good',
    ])
      assert.equal(gradeUnder(line), 'requires improvement', line)
  })
})

describe('text directly below a grade', () => {
  it('is a paragraph of its own', () => {
    const text = changed(
      'Learning\n\nGrade 2 (good)\n\n3. Learning',
      'Learning\n\nGrade 2 (good)\n3. Learning',
    )
    const report = parseReport(text, { type: homeType })
    assert.equal(report?.numbering.paragraphs.length, 6)
    assert.equal(gradeUnder('Grade 2 (good)\nMuch is done well.'), 'good')
  })
})

describe('a grade in a row', () => {
  it('may carry emphasis or the mark of a footnote', () => {
    for (const cell of ['Good', '**Good**', 'Good[^1]', 'Good¹', '*Good*.', 'Good [1]', 'Good†'])
      assert.equal(gradeInRow(`| Learning | ${cell} |`), 'good', cell)
  })

  it('may be wrapped', () => {
    for (const cell of ['Requires<br>improvement', 'Requires<br/>improvement to be good'])
      assert.equal(gradeInRow(`| Learning | ${cell} |`), 'requires improvement', cell)
  })
})
