import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { missingRow } from '../../server/src/rules/missing-row'
import { applyEdits } from '../../server/src/text/edits'
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

  it('writes the number that the row has in this table, in the form of its neighbours', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['1', 'Children who need help and protection'],
      ['2', 'Children looked after and achieving permanence'],
      ['2.1', 'Adoption performance'],
      ['2.2', 'Experiences and progress of care leavers'],
      ['3', 'Leadership, management and governance'],
    ]
    const forms: Readonly<Record<string, (number: string, title: string) => string>> = {
      'in the cell of the title': (number, title) =>
        `| ${number.includes('.') ? number : `${number}.`} ${title} | Good |\n`,
      'always with a full stop': (number, title) => `| ${number}. ${title} | Good |\n`,
      'never with one': (number, title) => `| ${number} ${title} | Good |\n`,
      'in a cell of its own': (number, title) => `| ${number} | ${title} | Good |\n`,
      nowhere: (_, title) => `| ${title} | Good |\n`,
      'set by tabs': (number, title) => `${number} ${title}\tGood\n`,
    }
    for (const [form, rowOf] of Object.entries(forms))
      for (const left of rows) {
        const text = singleInspection(rows.map(row => rowOf(...row)).join(''))
        const without = text.replace(rowOf(...left), '')
        assert.notEqual(without, text, form)
        const report = parseReport(without) ?? assert.fail('no report')
        const fixes = [...missingRow.check(report)].flatMap(({ fixes }) => fixes?.() ?? [])
        const fix = fixes.find(({ title }) => title === `Insert "${left[1]}"`)
        assert.equal(applyEdits(without, fix?.edits ?? []), text, `${form}: ${left[1]}`)
      }
  })
})

/** A report of a single inspection with these rows, each section of which is good. */
function singleInspection(rows: string): string {
  const sections = [
    'The experiences and progress of children who need help and protection are good',
    'The experiences and progress of children looked after and achieving permanence are good',
    'The graded judgement for adoption performance is that it is good',
    'The graded judgement about the experience and progress of care leavers is that they are good',
    'Leadership, management and governance are good',
  ]
  return `# Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 6 to 30 March 2017

Report published: 13 June 2017

Children’s services in Westmarch are good

${rows}
## The local authority

${sections.map((title, at) => `### ${title}\n\n${at + 1}. Much is done well here.\n`).join('\n')}`
}
