import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { emptySection } from '../../server/src/rules/empty-section'
import { checkReport } from '../../server/src/rules/run'
import { checkRule, reportOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }

describe('empty-section', () => {
  it('is silent where each section has text, and about headings of groups', () => {
    checkRule('empty-section', visitReport, options)
  })

  it('finds a section without text', () => {
    checkRule(
      'empty-section',
      visitReport.replace(
        '\n\n1. Two inspectors came.',
        '\n   ^^^^^^^^^^^^^^^^ empty-section: "About this visit" has no text. Write it, or remove the heading.',
      ),
      options,
    )
  })

  it('does not take a grade line for text', () => {
    checkRule(
      'empty-section',
      visitReport.replace(
        'safe\n\nGrade 2 (weak)\n\n3. Outcomes are weak.',
        `safe
    ^^^^^^^^^^^^ empty-section: "Staying safe" has no text. Write it, or remove the heading.

Grade 2 (weak)`,
      ),
      options,
    )
  })

  it('is worth a look where nothing but a study follows, which may be all there is', () => {
    const letter = `Joint targeted area inspection in Westmarch

12 March 2023

Dear local partnership

Headline findings

Partners know the area.

What needs to improve?

- Plans.

Main findings

Practice study: a young carer

She was listened to.

Next steps

A statement is due.
`
    const report = parseReport(letter)
    assert.ok(report !== undefined)
    assert.deepEqual(
      checkReport(report).map(({ rule, severity, message }) => [rule.id, severity, message]),
      [
        [
          'empty-section',
          'information',
          '"Main findings" has no text. Write it, or remove the heading.',
        ],
      ],
    )
  })

  it('is a thing to do in a draft', () => {
    const text = visitReport
      .replace('\n\n1. Two inspectors came.', '')
      .replace('Westmarch', 'Westmarch\n\nStatus: draft')
    const found = [...emptySection.check(reportOf(text, options))]
    assert.deepEqual(
      found.map(finding => finding.toDo),
      [true],
    )
  })
})
