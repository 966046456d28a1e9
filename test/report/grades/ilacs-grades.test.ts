/** Grades after the headings of children's services reports, in all the forms they come in. */

import assert from 'node:assert/strict'
import { changed, sample } from '../../reports/samples'
import { found, read } from '../../support/ilacs-texts'

describe('a grade after a heading', () => {
  const clean = sample('ilacs-westmarch.inspection.md')
  const heading = 'The experiences and progress of children in care: good'
  const gradeOf = (written: string) => {
    const report = read(changed(clean, heading, written))
    return report.sections.find(({ definition }) => definition.id === 'in-care')?.grade
  }
  const title = 'The experiences and progress of children in care'

  it('is read in all the forms that are written', () => {
    for (const suffix of [
      ': good',
      ': Good',
      ' is good',
      ' is good.',
      ' are good',
      ' is: Good',
      ': **good**',
      ' – good',
      ':good',
      '; good',
      ', good',
      ' (good)',
      ' are judged to be good',
    ])
      assert.equal(gradeOf(title + suffix)?.grade?.word, 'good', suffix)
    for (const suffix of [
      ': requires improvement to be good',
      ' requires improvement to be good',
      ' is requires improvement to be good',
      ': requires improvement',
    ])
      assert.equal(gradeOf(title + suffix)?.grade?.word, 'requires improvement to be good', suffix)
  })

  it('is compared with an opening sentence that states the grade of the whole', () => {
    const opened = (sentence: string) =>
      changed(clean, `${heading}\n`, `${heading}\n\n${sentence}\n`)
    for (const sentence of [
      'Services for children in care in Westmarch are inadequate because change comes late.',
      'Services for children in care require improvement to be good.',
    ])
      assert.deepEqual(
        found(read(opened(sentence))).map(each => each.split(':')[0]),
        ['mismatched-opening'],
        sentence,
      )
    for (const sentence of [
      'Services for children in care in Westmarch are good because they listen.',
      'Services for most children in care are outstanding.',
      'Services for disabled children in care are inadequate.',
      'Services for children in care were inadequate at the last inspection.',
      'In 2018, services for children in care were inadequate, and they are good now.',
      'Children in care receive outstanding support.',
    ])
      assert.deepEqual(found(read(opened(sentence))), [], sentence)
  })

  it('may be said again in the paragraph below, which is not a heading', () => {
    for (const again of [`${title} are good.`, `**${title} are good.**`, `${title}: good.`])
      assert.deepEqual(found(read(changed(clean, heading, `${heading}\n\n${again}`))), [], again)
    // Without a heading above, such a line is the heading.
    const written = read(changed(clean, `## ${heading}`, `${title} are good.`))
    assert.deepEqual(found(written), [])
  })

  it('may be one that is on no scale, or half written', () => {
    const report = read(changed(clean, heading, `${title}: satisfactory`))
    assert.deepEqual(found(report), ['unknown-grade: satisfactory'])
    assert.equal(gradeOf(`${title} is satisfactory`)?.word?.text, 'satisfactory')
    assert.equal(gradeOf(`${title}: requires impr`)?.unfinished, true)
    assert.equal(gradeOf(`${title}: [grade]`)?.unfinished, true)
    assert.equal(gradeOf(`${title}:`), undefined)
  })

  it('may have the number of a footnote after the title', () => {
    for (const mark of ['1', ' 1', '¹', '[1]', '[^1]'])
      assert.deepEqual(
        read(clean.replace('improve?[^1]', `improve?${mark}`)).missingSections,
        [],
        mark,
      )
  })

  it('is compared with its row', () => {
    const report = read(changed(clean, heading, `${title}: outstanding`))
    assert.deepEqual(found(report), ['mismatched-grade: Good'])
  })
})
