import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'

const id = 'unknown-report-type'

const titled = `
# Inspection of safeguarding and looked after children services

Westmarch

## Inspection judgement

Staying safe
`

describe(id, () => {
  it('finds a type that does not exist, and the one that may be meant', () => {
    checkRule(
      id,
      `---
report: ofsted-slca
        ^^^^^^^^^^^ unknown-report-type (fix): There is no report type "ofsted-slca". Did you mean "ofsted-slac"?
---
${titled}`,
    )
  })

  it('finds one that is like none', () => {
    checkRule(
      id,
      `---
report: survey
        ^^^^^^ unknown-report-type (fix): There is no report type "survey". Choose one that is there, or remove the line.
---
${titled}`,
    )
  })

  it('is silent on a type that exists, and where none is named', () => {
    checkRule(id, `---\nreport: ofsted-ilacs\nstatus: draft\n---\n${titled}`)
    checkRule(id, titled)
    checkRule(id, `Report: ofsted-ilacs\n${titled}`)
  })

  it('finds on a cover only what is nearly a type', () => {
    checkRule(id, `Report: follow-up\n${titled}`)
    checkRule(id, `Report: final version of May\n${titled}`)
    checkRule(
      id,
      `Report: ofsted-ilac
        ^^^^^^^^^^^ unknown-report-type (fix): There is no report type "ofsted-ilac". Did you mean "ofsted-ilacs"?
${titled}`,
    )
  })

  it('offers the types that are like it, and the one as which the report is read', () => {
    const before = `---\nreport: ofsted-ilac\n---\n${titled}`
    assert.deepEqual(
      fixesOf(id, before).map(({ title, preferred }) => [title, preferred ?? false]),
      [
        ['Write "ofsted-ilacs"', true],
        ['Write "ofsted-slac"', false],
      ],
    )
    checkFix(id, before, 'Write "ofsted-slac"', `---\nreport: ofsted-slac\n---\n${titled}`)
  })
})

describe('a text that only its first lines show to be a report', () => {
  const text = (lines: string) => `---\n${lines}\n---\n\nMonday\n\nText.\n`

  it('is read as the type that they nearly name, which is reported', () => {
    const report = parseReport(text('report: ofsted-ilcas\nstatus: draft'))
    assert.equal(report?.type.id, 'ofsted-ilacs')
    assert.equal(report?.recognised, 'nearly')
    assert.ok(report && checkReport(report).some(({ rule }) => rule.id === id))
  })

  it('is not a report where they name something else, as files of other programs do', () => {
    for (const lines of [
      'report: quarterly\nstatus: draft',
      'report: true',
      'report: annual-2020',
      'report: Visit to the harbour',
      'title: x\nreport:\n  - one',
    ])
      assert.equal(parseReport(text(lines)), undefined, lines)
  })
})
