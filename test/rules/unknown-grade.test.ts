import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { unknownGrade } from '../../server/src/rules/unknown-grade'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { changed, homeDraft, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const scale = 'outstanding, good, requires improvement, inadequate'

describe('unknown-grade', () => {
  it('is silent where all grades are on the scale', () => {
    checkRule('unknown-grade', homeReport, options)
  })

  it('finds a word that is not on the scale, in a section', () => {
    const text = changed('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade 2 (goood)')
    checkRule(
      'unknown-grade',
      text.replace(
        '(goood)\n',
        `(goood)
         ^^^^^ unknown-grade (fix): "goood" is not on the scale. Write one of these: ${scale}.
`,
      ),
      options,
    )
    checkFix('unknown-grade', text, 'Write "good"', homeReport, options)
    const titles = fixesOf('unknown-grade', text, options).map(fix => fix.title)
    assert.equal(titles.length, 4)
    assert.ok(titles.includes('Write "Grade 1 (outstanding)"'))
  })

  it('finds one in a row, and keeps its capital letter', () => {
    const text = changed('| Learning | Good |', '| Learning | Gold |')
    checkRule(
      'unknown-grade',
      text.replace(
        '| Gold |\n',
        `| Gold |
             ^^^^ unknown-grade (fix): "Gold" is not on the scale. Write one of these: ${scale}.
`,
      ),
      options,
    )
    checkFix('unknown-grade', text, 'Write "Good"', homeReport, options)
    checkFix(
      'unknown-grade',
      text,
      'Write "Requires improvement"',
      changed('| Learning | Good |', '| Learning | Requires improvement |'),
      options,
    )
  })

  it('finds one in a row whose name is to be corrected, too', () => {
    const found = (row: string) => {
      const report = parseReport(changed('| Learning | Good |', row), options)
      assert.ok(report !== undefined)
      return [...unknownGrade.check(report)].length
    }
    for (const row of ['| Learned | Gold |', '| Learnings | Goo |', '| Lear | Fine |'])
      assert.equal(found(row), 1, row)
    for (const row of [
      '| Learnings here | Good |',
      '| Number of visits to the home this year | Gold |',
    ])
      assert.equal(found(row), 0, row)
  })

  it('finds a number that is not on the scale', () => {
    const text = changed('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade 7')
    checkRule(
      'unknown-grade',
      text.replace(
        'Grade 7\n',
        `Grade 7
      ^ unknown-grade (fix): The scale has no grade 7. Write the right number.
`,
      ),
      options,
    )
    checkFix(
      'unknown-grade',
      text,
      'Write "Grade 4"',
      changed('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade 4'),
      options,
    )
  })

  it('takes a half-typed grade of a draft as a to-do', () => {
    const text = changed('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade 2 (go', homeDraft)
    const report = parseReport(text, options)
    assert.ok(report !== undefined)
    assert.deepEqual(
      [...unknownGrade.check(report)].map(({ toDo, message }) => [toDo, message]),
      [[true, `This grade is not finished. Write one of these: ${scale}.`]],
    )
    checkFix('unknown-grade', text, 'Write "Grade 2 (good)"', homeDraft, options)
  })

  it('is silent about placeholders, which are found as such', () => {
    checkRule(
      'unknown-grade',
      changed('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade [grade]'),
      options,
    )
    checkRule('unknown-grade', changed('| Learning | Good |', '| Learning | [grade] |'), options)
  })

  it('says in each title what is written', () => {
    for (const half of ['Gr', 'Grade', 'Grade 2 (']) {
      const text = changed('Learning\n\nGrade 2 (good)', `Learning\n\n${half}`)
      const titles = fixesOf('unknown-grade', text, options).map(fix => fix.title)
      if (titles.length > 0) assert.ok(titles.includes('Write "Grade 4 (inadequate)"'), half)
    }
  })

  it('offers first what the other place says, otherwise the number, otherwise what the word is like', () => {
    const first = (from: string, to: string) =>
      fixesOf('unknown-grade', changed(from, to), options)[0]?.title
    const line = 'Learning\n\nGrade 2 (good)'
    assert.equal(first(line, 'Learning\n\nGrade 3 (satisfactory)'), 'Write "Grade 2 (good)"')
    assert.equal(first('| Learning | Good |', '| Learning | Satisfactory |'), 'Write "Good"')
    assert.equal(first('| Learning | Good |', '| Learning | Inadequat |'), 'Write "Good"')
    const alone = (words: string) => {
      const text = changed(line, `Learning\n\n${words}`).replace(
        '| Learning | Good |',
        '| Learning | |',
      )
      return fixesOf(
        'unknown-grade',
        text.replace(/Learning is good\b/g, 'Much is said'),
        options,
      )[0]?.title
    }
    assert.equal(alone('Grade 3 (satisfactory)'), 'Write "requires improvement"')
    assert.equal(alone('Grade 2 (inadequat)'), 'Write "good"')
  })

  it('prefers no fix that might change the grade', () => {
    const preferred = (cell: string, section = 'Grade 2 (good)') =>
      fixesOf(
        'unknown-grade',
        changed('| Learning | Good |', `| Learning | ${cell} |`).replace(
          'Learning\n\nGrade 2 (good)',
          `Learning\n\n${section}`,
        ),
        options,
      ).filter(fix => fix.preferred)
    for (const cell of [
      'Adequate',
      'Satisfactory',
      'Inadequat',
      'Very good',
      'Food',
      'Not good',
      '3',
    ])
      assert.deepEqual(preferred(cell), [], cell)
    for (const cell of ['Goood', 'Gooda', 'GOD']) assert.equal(preferred(cell).length, 1, cell)
    assert.deepEqual(preferred('Adequate', 'Grade 4 (inadequate)'), [])
  })

  it('writes into a cell without letters what the other rows are like', () => {
    for (const cell of ['-', 'n/a', '✔'])
      checkFix(
        'unknown-grade',
        changed('| Learning | Good |', `| Learning | ${cell} |`),
        'Write "Good"',
        homeReport,
        options,
      )
  })
})
