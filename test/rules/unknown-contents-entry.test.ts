import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }
const title = 'Update the contents from the headings'

describe('unknown-contents-entry', () => {
  it('is silent where each entry leads to a section', () => {
    checkRule('unknown-contents-entry', visitReport, options)
  })

  it('finds an entry that leads nowhere, and takes it out, which is not safe', () => {
    const text = visitReport.replace('grades\t4\n', 'grades\t4\nGlossary\t5\n')
    checkRule(
      'unknown-contents-entry',
      text.replace(
        'Glossary\t5\n',
        `Glossary\t5
^^^^^^^^ unknown-contents-entry (fix): "Glossary" is not a section of this report. Remove the entry.
`,
      ),
      options,
    )
    checkFix('unknown-contents-entry', text, title, visitReport, options)
    assert.deepEqual(
      fixesOf('unknown-contents-entry', text, options).map(fix => fix.safe),
      [false],
    )
  })

  it('finds an entry that should not be in the contents', () => {
    checkRule(
      'unknown-contents-entry',
      visitReport.replace(
        'safe\t2\n',
        `safe\t2
What to do\t2
^^^^^^^^^^ unknown-contents-entry (fix): Reports of this type do not list "What to do" in the contents. Remove the entry.
`,
      ),
      options,
    )
  })

  it('finds an entry that is nearly a title, and writes the title', () => {
    const text = visitReport.replace('Staying safe\t', 'Stayign safe\t')
    checkRule(
      'unknown-contents-entry',
      text.replace(
        'safe\t2\n',
        `safe\t2
^^^^^^^^^^^^ unknown-contents-entry (fix): The title of this section is "Staying safe". Correct it in the contents.
`,
      ),
      options,
    )
    checkFix('unknown-contents-entry', text, title, visitReport, options)
  })

  it('is silent about the entry of a section that is missing', () => {
    const start = visitReport.indexOf('### Staying safe')
    const text = visitReport.slice(0, start) + visitReport.slice(visitReport.indexOf('### What'))
    checkRule('unknown-contents-entry', text, options)
  })
})
