import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { changed, homeDraft, homeReport, homeReportWithTabs } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const staff = homeReport.slice(homeReport.indexOf('| **Staff**'))

describe('missing-row', () => {
  it('is silent where all rows are there', () => {
    checkRule('missing-row', homeReport, options)
    checkRule('missing-row', homeReportWithTabs, options)
  })

  it('marks the title above a missing row, and inserts it with the grade of its section', () => {
    const text = changed('| Learning | Good |\n', '')
    checkRule(
      'missing-row',
      text.replace(
        '| **How children do** | |\n',
        `| **How children do** | |
    ^^^^^^^^^^^^^^^ missing-row (fix): The Summary of grades has no row "Learning" under "How children do". Insert it.
`,
      ),
      options,
    )
    checkFix('missing-row', text, 'Insert "Learning"', homeReport, options)
  })

  it('finds the place of each row, also the first and the last of a group and of the table', () => {
    for (const row of [
      'Quality of care',
      'Health outcomes',
      'Listening to children',
      'Leaders and managers',
    ])
      for (const report of [homeReport, homeReportWithTabs]) {
        const line = new RegExp(`^(?:\\| )?${row}(?:\\t| \\|).*\\n`, 'm')
        checkFix('missing-row', report.replace(line, ''), `Insert "${row}"`, report, options)
      }
    const last = homeReportWithTabs.slice(0, homeReportWithTabs.lastIndexOf('\n'))
    checkFix('missing-row', last, 'Insert "Equality"', `${last}\nEquality\t`, options)
  })

  it('offers the scale for a row without a section', () => {
    const text = changed('| Equality | Good |\n', '')
    const [fix] = fixesOf('missing-row', text, options)
    assert.equal(
      fix?.snippet?.newText,
      '| Equality | ${1|Outstanding,Good,Requires improvement,Inadequate|} |\n',
    )
    checkFix(
      'missing-row',
      text,
      'Insert "Equality"',
      changed('| Equality | Good |', '| Equality | |'),
      options,
    )
  })

  it('reports a group that is missing with its rows as one', () => {
    const text = homeReport.replace(staff, '')
    checkRule(
      'missing-row',
      text.replace(
        '## Summary of grades\n',
        `## Summary of grades
   ^^^^^^^^^^^^^^^^^ missing-row (fix): The Summary of grades has no rows for "Staff". Insert them.
`,
      ),
      options,
    )
    checkFix(
      'missing-row',
      text,
      'Insert the rows for "Staff"',
      text + staff.replace('| Equality | Good |', '| Equality | |'),
      options,
    )
  })

  it('makes the whole table again where several rows are missing', () => {
    checkFix(
      'missing-row',
      changed('| Learning | Good |\n', '').replace('| **Staff** | |\n', '| Garden | Good |\n'),
      'Insert "Learning"',
      changed('| **Staff** | |\n', '| Garden | Good |\n'),
      options,
    )
    const text = changed('| Learning | Good |\n', '').replace(
      '| Leaders and managers | Inadequate |\n',
      '',
    )
    checkFix('missing-row', text, 'Update the whole table from the sections', homeReport, options)
  })

  it('is silent in a table with padded columns, and pads what it inserts', () => {
    const padded = homeReport.replace(/^\| (.*?) \| (.*?) ?\|$/gm, (_, label, cell) => {
      return `| ${label.padEnd(24)} | ${cell.padEnd(12)} |`
    })
    checkRule('missing-row', padded, options)
    checkFix(
      'missing-row',
      padded.replace(/^\| Learning .*\n/m, ''),
      'Insert "Learning"',
      padded,
      options,
    )
  })

  it('is found in a draft too', () => {
    const text = changed('| Learning | Good |\n', '', homeDraft)
    assert.equal(fixesOf('missing-row', text, options).length, 1)
  })
})
