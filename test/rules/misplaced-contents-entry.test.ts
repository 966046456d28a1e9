import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }
const title = 'Update the contents from the headings'

describe('misplaced-contents-entry', () => {
  it('is silent where the entries follow the sections', () => {
    checkRule('misplaced-contents-entry', visitReport, options)
  })

  it('finds an entry out of order, and puts it in its place with its page number', () => {
    const text = visitReport
      .replace('About this visit\t1\n', '')
      .replace('Record of grades\t', 'About this visit\t1\nRecord of grades\t')
    checkRule(
      'misplaced-contents-entry',
      text.replace(
        'visit\t1\n',
        `visit\t1
^^^^^^^^^^^^^^^^ misplaced-contents-entry (fix): "About this visit" is out of order in the contents. Put it where the section is.
`,
      ),
      options,
    )
    checkFix('misplaced-contents-entry', text, title, visitReport, options)
    assert.deepEqual(
      fixesOf('misplaced-contents-entry', text, options).map(fix => fix.safe),
      [true],
    )
  })

  it('finds an entry that is there twice', () => {
    const text = visitReport.replace('Record of grades\t', 'Staying safe\t3\nRecord of grades\t')
    checkRule(
      'misplaced-contents-entry',
      text.replace(
        'safe\t3\n',
        `safe\t3
^^^^^^^^^^^^ misplaced-contents-entry (fix): "Staying safe" appears twice in the contents. Remove one of the entries.
`,
      ),
      options,
    )
    checkFix('misplaced-contents-entry', text, title, visitReport, options)
  })
})
