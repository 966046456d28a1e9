/** Headings of single inspections that are in a box beside their grade, as text extraction leaves them. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits } from '../../../server/src/text/edits'
import { changed } from '../../reports/samples'
import { found, imported, isLeadership, read } from '../../support/single-inspection'
import { extracted, leadership } from '../../support/single-inspection-texts'

describe('a report of a single inspection, its judgements in boxes', () => {
  it('has headings in boxes with their grades, wrapped in any way', () => {
    const boxes = read(extracted).sections.filter(({ grade }) => grade?.form === 'cell')
    assert.deepEqual(
      boxes.map(({ definition, grade }) => [definition.id, grade?.grade?.word]),
      [
        ['help-and-protection', 'requires improvement'],
        ['looked-after', 'good'],
        ['leadership', 'good'],
      ],
    )
    const wrapped = `                                                       Requires
Leadership, management and governance
                                                       improvement
`
    const text = changed(extracted, leadership, wrapped)
    assert.deepEqual(found(text), ['mismatched-grade: Good'])
  })

  it('has headings in boxes that have lost their columns', () => {
    const gradesIn = (each: string) => read(each).judgements.map(({ grade }) => grade?.word)
    const start = extracted.indexOf('The experiences and progress of\nchildren who need')
    const end = extracted.indexOf('Summary\n', start)
    for (const box of [
      'The experiences and progress of Requires\nchildren who need help and improvement\nprotection\n',
      'The experiences and progress of\nchildren who need help and\nRequires improvement\nprotection\n',
      'The experiences and progress of children who need help Requires improvement and protection\n',
    ]) {
      const text = `${extracted.slice(0, start)}${box}\n${extracted.slice(end)}`
      const imported = tidy(text).text.replace('Status: draft\n', '')
      for (const each of [text, imported]) {
        assert.deepEqual(gradesIn(each), gradesIn(extracted))
        assert.deepEqual(found(each), [])
      }
      const wrong = text.replace(
        box,
        box.replace(/Requires(\s+(?:[a-z ]+)?)improvement/, 'Inadequate$1'),
      )
      assert.ok(
        found(wrong).some(each => each.startsWith('mismatched-grade')),
        wrong.slice(start, end),
      )
    }
  })

  it('has headings in boxes whose columns are set by tabs', () => {
    const text = extracted.replace(/(?<=\S) {3,}(?=\S)/g, '\t')
    const gradesIn = (each: string) =>
      read(each).judgements.map(({ title, grade }) => `${title}: ${grade?.word}`)
    assert.deepEqual(gradesIn(text), gradesIn(extracted))
    assert.deepEqual(found(text), [])
    const imported = tidy(text).text.replace('Status: draft\n', '')
    assert.deepEqual(gradesIn(imported), gradesIn(extracted))
    assert.deepEqual(found(imported), [])
  })

  it('has headings in boxes where a blank line is after each line, when it is imported', () => {
    const tall = `The experiences and progress of                        Requires
children who need help and                             improvement
protection
`
    const start = extracted.indexOf('The experiences and progress of\nchildren who need')
    const boxed =
      extracted.slice(0, start) + tall + extracted.slice(extracted.indexOf('Summary\n', start))
    for (const text of [
      boxed.replace(/\n/g, '\n\n'),
      boxed.replace(/\n\s*(?=\n)/g, '').replace(/\n/g, '\n\n'),
    ])
      assert.deepEqual(found(tidy(text).text.replace('Status: draft\n', '')), [])
  })

  it('may have a box below a heading, under column titles', () => {
    const below = `Leadership, management and governance
 Key Judgement                                 Judgement Grade
${leadership}`
    const text = changed(extracted, leadership, below)
    const { heading, grade } = read(text).sections.find(isLeadership) ?? {}
    assert.deepEqual(
      [heading?.title.text, grade?.grade?.word],
      ['Leadership, management and governance', 'good'],
    )
    assert.deepEqual(found(text), [])
  })

  it('may have a box that is torn in extraction', () => {
    const torn = `Leadership, management and

                                                       Good   1
governance
`
    assert.deepEqual(found(changed(extracted, leadership, torn)), [])
  })

  it('may have a slip in the title of a box, which is told where it is and written right', () => {
    const boxes = [
      leadership,
      `                                                       Requires
Leadership, management and governance
                                                       improvement
`,
      'Leadership, management and        Requires\ngovernance                        improvement\n',
      'Leadership, management and Requires\ngovernance improvement\n',
    ]
    for (const box of boxes)
      for (const [right, wrong] of [
        ['management', 'managment'],
        ['Leadership', 'Leadreship'],
        ['governance', 'goverannce'],
      ] as const) {
        const original = changed(extracted, leadership, box)
        const text = changed(extracted, leadership, box.replace(right, wrong))
        const [slip, ...more] = checkReport(read(text)).filter(
          ({ rule }) => rule.id !== 'mismatched-grade',
        )
        assert.equal(slip?.rule.id, 'misspelt-heading', box)
        assert.deepEqual(
          more.map(({ message }) => message),
          [],
          box.replace(right, wrong),
        )
        assert.ok(text.slice(slip.span.start, slip.span.end).includes(wrong), box)
        const [fix] = slip.fixes?.() ?? []
        assert.equal(applyEdits(text, fix?.edits ?? []), original)
      }
  })

  it('may have its box as a table with column titles', () => {
    const box = `### Leadership, management and governance

| Key judgement | Judgement grade |
| --- | --- |
| Leadership, management and governance | Inadequate |
`
    assert.deepEqual(found(changed(extracted, leadership, box)), ['mismatched-grade: Good'])
  })

  it('reports a box without a grade, where the other boxes have one', () => {
    const title = 'Leadership, management and governance'
    const header = ' Key Judgement                                 Judgement Grade\n'
    const wrapped = ' Leadership, management and\n governance\n'
    for (const empty of [`${title}\n`, `${title}\n\n${header}${wrapped}`]) {
      const text = changed(extracted, leadership, empty)
      assert.deepEqual(found(text), [`missing-grade: ${title}`])
      assert.deepEqual(found(imported(text)), [`missing-grade: ${title}`])
      const [finding] = checkReport(read(text))
      assert.equal(finding?.severity, 'information')
    }
    // A grade close by may be that of a box which is torn.
    const torn = changed(extracted, leadership, `${title}\n\nKey judgement\n\nGood\n`)
    assert.deepEqual(found(torn), [])
    const no = (text: string, box: RegExp) => text.replace(box, '$1')
    const bare = no(changed(extracted, leadership, `${title}\n`), / +Good\n(children looked after)/)
    const none = found(no(bare, /(children who need help and) +Requires improvement/))
    assert.ok(!none.some(each => each.startsWith('missing-grade')), none.join('\n'))
  })

  it('reports a grade in a box that is on no scale', () => {
    const spaces = ' '.repeat(29)
    for (const word of ['Satisfactory', 'Adequate', 'Requires improvment', 'Very strong'])
      for (const box of [
        `Leadership, management and${spaces}${word}\ngovernance\n`,
        `Leadership, management and governance    ${word}\n`,
        `Leadership, management and\n${spaces}${spaces}${word}\ngovernance\n`,
        ` Key Judgement                Judgement Grade\n${leadership.replace('Good', word)}`,
      ])
        assert.deepEqual(found(changed(extracted, leadership, box)), [`unknown-grade: ${word}`])
  })

  it('reports such a grade in a box that has lost its columns, and when it is imported', () => {
    for (const word of ['Satisfactory', 'Adequate', 'Requires improvment'])
      for (const box of [
        leadership.replace('Good', word),
        `Leadership, management and ${word}\ngovernance\n`,
        `Leadership, management and\n${word}\ngovernance\n`,
      ]) {
        const text = changed(extracted, leadership, box)
        assert.deepEqual(found(text), [`unknown-grade: ${word}`])
        assert.deepEqual(found(imported(text)), [`unknown-grade: ${word}`])
      }
  })

  it('has a place for a grade in a box found as such alone', () => {
    const text = changed(extracted, leadership, leadership.replace('Good', '[grade]'))
    assert.deepEqual(found(text), ['open-placeholder: [grade]'])
  })
})

describe('the titles of the columns of a box', () => {
  /** The second title is wrapped, and its column is in the middle of the row. */
  const titles = `${' '.repeat(60)}Judgement
Key judgement
${' '.repeat(60)}Grade
`

  it('are not grades in the text, even where "Grade" is on a line of its own', () => {
    const text = changed(
      extracted,
      leadership,
      `Leadership, management and governance
${titles}${leadership}`,
    )
    assert.deepEqual(found(text), [])
  })

  it('leave a grade that is in the text by itself a finding', () => {
    const text = changed(
      extracted,
      leadership,
      `${leadership}\n\nLeaders know the county.\n\nGrade: good\n`,
    )
    assert.deepEqual(found(text), ['misplaced-grade: Grade: good'])
  })
})
