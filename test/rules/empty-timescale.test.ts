import assert from 'node:assert/strict'
import { emptyTimescale } from '../../server/src/rules/empty-timescale'
import { checkFix, checkRule, reportOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }
const empty = visitReport.replace('At once:', 'At once:\n\nWithin a year:')

describe('empty-timescale', () => {
  it('is silent where something is under each, also a table', () => {
    checkRule('empty-timescale', visitReport, options)
    const table = visitReport.replace(
      '- mend the gate.',
      '| What | Who |\n| --- | --- |\n| gate | Joan |',
    )
    checkRule('empty-timescale', table, options)
  })

  it('finds one under which nothing is', () => {
    checkRule(
      'empty-timescale',
      empty.replace(
        'At once:\n',
        `At once:
^^^^^^^ empty-timescale (fix): There is nothing under "At once". Write what is to be done, or remove it.
`,
      ),
      options,
    )
  })

  it('takes it out', () => {
    const after = visitReport.replace('At once:', 'Within a year:')
    checkFix('empty-timescale', empty, 'Remove "At once"', after, options)
  })

  it('is a thing to do in a draft', () => {
    const draft = empty.replace('Westmarch', 'Westmarch\n\nStatus: draft')
    const found = [...emptyTimescale.check(reportOf(draft, options))]
    assert.deepEqual(
      found.map(finding => finding.toDo),
      [true],
    )
  })
})
