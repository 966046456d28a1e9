import { checkRule } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }

describe('duplicate-section', () => {
  it('is silent where two parts have a section of the same title', () => {
    checkRule('duplicate-section', visitReport, options)
  })

  it('finds a section that is in its part twice', () => {
    checkRule(
      'duplicate-section',
      visitReport.replace(
        'At once:',
        `### What to do
    ^^^^^^^^^^ duplicate-section: "What to do" appears twice. Merge the sections, or remove one heading.

At once:`,
      ),
      options,
    )
  })
})
