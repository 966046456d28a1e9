import assert from 'node:assert/strict'
import { openNote } from '../../server/src/rules/open-note'
import { checkReport } from '../../server/src/rules/run'
import { checkRule, reportOf } from '../support/check-rule'

const id = 'open-note'

describe(id, () => {
  it('finds notes', () => {
    checkRule(
      id,
      `
About this inspection

1. Inspectors saw case files. [Note AB: check evidence 12] They met staff. [Note: all of them?]
                                                                           ^^^^^^^^^^^^^^^^^^^^ open-note: A note is still in the report. Deal with it, then remove it.
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ open-note: A note by AB is still in the report. Deal with it, then remove it.
`,
    )
  })

  it('is silent on other brackets', () => {
    checkRule(
      id,
      'About this inspection\n\n1. Staff ‘[note] the plan’. [Notes of the board](board.pdf)\n',
    )
  })

  it('is a to-do in a draft', () => {
    const found = [
      ...openNote.check(reportOf('Status: draft\n\nAbout this inspection\n\n1. A [Note AB: b]\n')),
    ]
    assert.deepEqual(
      found.map(each => each.toDo),
      [true],
    )
  })

  it('can be ignored where the note is on a line of its own', () => {
    const text =
      'About this inspection\n\n<!-- inspection-reports ignore open-note: agreed -->\n[Note AB: a]\n\n1. A [Note AB: b]\n'
    const rules = checkReport(reportOf(text)).map(({ rule }) => rule.id)
    assert.equal(rules.filter(rule => rule === id).length, 1)
    assert.ok(!rules.includes('unused-suppression'))
  })
})
