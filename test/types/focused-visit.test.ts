import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'

const letter = `Inspection House
Market Street

28 February 2020

Ada Quill
Director of Children’s Services
Westmarch Council

Dear Ms Quill

Focused visit to Westmarch county council children’s services

This letter summarises the findings of a focused visit to Westmarch county council children’s services on 5 and 6 February 2020.

Overview

Most children in need receive an effective service. Leaders know what they have to do.

There are no priority actions.

What needs to improve in this area of social work practice

- The quality of planning.
- The attendance of partners at conferences.

Findings

- Thresholds are applied appropriately.
- Plans are reviewed on time.

Yours sincerely

Eleanor Thripp
`

describe('the letter about a focused visit', () => {
  it('is read by its subject line, gives no grades, and has nothing wrong', () => {
    const report = parseReport(letter)
    assert.equal(report?.type.id, 'ofsted-focused-visit')
    assert.ok(report.type.letter)
    assert.equal(report.cover.authority?.text, 'Westmarch county council')
    assert.deepEqual(
      report.sections.map(({ definition }) => definition.id),
      ['overview', 'what-needs-to-improve', 'findings'],
    )
    assert.deepEqual(report.judgements, [])
    assert.deepEqual(
      checkReport(report).map(({ message }) => message),
      [],
    )
  })

  it('may have the headings of newer letters', () => {
    const newer = letter
      .replace('\nOverview\n', '\nHeadline findings\n')
      .replace('\nFindings\n', '\nMain findings\n')
      .replace('social work practice\n', 'social work practice?\n')
    assert.deepEqual(
      parseReport(newer)?.sections.map(({ definition }) => definition.id),
      ['overview', 'what-needs-to-improve', 'findings'],
    )
  })

  it('is known by what it lacks too', () => {
    const report = parseReport(letter.replace('\nFindings\n', '\n'))
    assert.ok(report !== undefined)
    assert.deepEqual(
      report.missingSections.map(({ id }) => id),
      ['findings'],
    )
  })
})
