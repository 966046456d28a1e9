import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { changed, homeReport, homeReportWithTabs } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }

describe('missing-row-grade', () => {
  it('is silent where all rows have a grade, and about group titles', () => {
    checkRule('missing-row-grade', homeReport, options)
  })

  it('finds an empty cell, and writes what the section says', () => {
    const text = changed('| Learning | Good |', '| Learning | |')
    checkRule(
      'missing-row-grade',
      text.replace(
        '| Learning | |\n',
        `| Learning | |
  ^^^^^^^^ missing-row-grade (fix): This row has no grade. Write "Good", as its section says.
`,
      ),
      options,
    )
    checkFix('missing-row-grade', text, 'Write "Good"', homeReport, options)
  })

  it('fills empty cells of all forms', () => {
    for (const cell of ['| Learning ||', '| Learning |  |', '| Learning |      |'])
      assert.equal(
        fixesOf('missing-row-grade', changed('| Learning | Good |', cell), options)[0]?.title,
        'Write "Good"',
      )
    checkFix(
      'missing-row-grade',
      changed('| Learning | Good |', '| Learning ||'),
      'Write "Good"',
      homeReport,
      options,
    )
    for (const line of ['Learning\t', 'Learning'])
      checkFix(
        'missing-row-grade',
        homeReportWithTabs.replace('Learning\tGood', line),
        'Write "Good"',
        homeReportWithTabs,
        options,
      )
  })

  it('offers the scale for a row without a section', () => {
    const text = changed('| Equality | Good |', '| Equality | |')
    const titles = fixesOf('missing-row-grade', text, options).map(fix => fix.title)
    assert.deepEqual(titles, [
      'Write "Outstanding"',
      'Write "Good"',
      'Write "Requires improvement"',
      'Write "Inadequate"',
    ])
    checkFix('missing-row-grade', text, 'Write "Good"', homeReport, options)
  })

  it('is silent about a cell that is still to be written', () => {
    checkRule(
      'missing-row-grade',
      changed('| Learning | Good |', '| Learning | [grade] |'),
      options,
    )
  })
})
