import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport, homeReportWithTabs } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const heading = '## Summary of grades\n'
const withoutTable = homeReport.slice(0, homeReport.indexOf(heading) - 1)

const table = `| Judgement | Grade |
| --- | --- |
| **Children** | |
| Quality of care | Good |
| **How children do** | |
| Health outcomes | Outstanding |
| Learning | Good |
| Listening to children | Good |
| Equality | |
| **Staff** | |
| Leaders and managers | Inadequate |
| Quality of care | Good |
| Equality | |
`

describe('missing-summary', () => {
  it('is silent where the table is there', () => {
    checkRule('missing-summary', homeReport, options)
  })

  it('is silent where single rows are missing', () => {
    checkRule('missing-summary', changed('| Learning | Good |\n', ''), options)
  })

  it('marks the title, and inserts heading and rows with the grades of the sections', () => {
    checkRule(
      'missing-summary',
      withoutTable.replace(
        'of homes\n',
        `of homes
  ^^^^^^^^^^^^^^^^^^^ missing-summary (fix): The report has no "Summary of grades". Insert the table.
`,
      ),
      options,
    )
    checkFix(
      'missing-summary',
      withoutTable,
      'Insert "Summary of grades"',
      `${withoutTable}\n${heading}\n${table}`,
      options,
    )
  })

  it('marks a heading without a table, and inserts the rows', () => {
    const text = `${withoutTable}\n${heading}`
    checkRule(
      'missing-summary',
      `${text}   ^^^^^^^^^^^^^^^^^ missing-summary (fix): "Summary of grades" has no rows. Insert the table.\n`,
      options,
    )
    checkFix('missing-summary', text, 'Insert "Summary of grades"', `${text}\n${table}`, options)
    checkRule('missing-row', text, options)
  })

  it('makes the table of a plain-text report with tabs', () => {
    const plain = homeReportWithTabs.replace(/^#+ /gm, '')
    const start = plain.lastIndexOf('Summary of grades')
    checkFix(
      'missing-summary',
      plain.slice(0, start),
      'Insert "Summary of grades"',
      `${plain.slice(0, start)}${plain.slice(start).replace(/^(Equality|Children|How children do|Staff)\t.*$/gm, '$1\t')}\n`,
      options,
    )
  })

  it('finds a table without its heading or with another, and writes the heading', () => {
    const other = homeReport.replace('## Summary of grades', '## Record of findings')
    checkRule(
      'missing-summary',
      other.replace(
        '## Record of findings\n',
        `## Record of findings
   ^^^^^^^^^^^^^^^^^^ missing-summary (fix): This table should be called "Summary of grades". Write this heading above it.
`,
      ),
      options,
    )
    const title = 'Write the heading "Summary of grades"'
    checkFix('missing-summary', other, title, homeReport, options)
    checkFix(
      'missing-summary',
      homeReport.replace('## Summary of grades\n\n', ''),
      title,
      homeReport,
      options,
    )
  })

  it('is all that is found where the groups of the table look like headings', () => {
    const plain = homeReportWithTabs.replace(/^#+ /gm, '').replace(/^(.+)\t$/gm, '$1')
    const lost =
      plain.slice(0, plain.lastIndexOf('Summary of grades')) +
      plain.slice(plain.lastIndexOf('Summary of grades') + 19)
    checkRule('duplicate-section', lost, options)
    checkFix('missing-summary', lost, 'Write the heading "Summary of grades"', plain, options)
  })
})
