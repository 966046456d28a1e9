import assert from 'node:assert/strict'
import { checkReport } from '../../server/src/rules/run'
import { checkRule, reportOf } from '../support/check-rule'

const id = 'identifying-detail'

describe(id, () => {
  it('asks about a child that is named together with a place', () => {
    checkRule(
      id,
      `
Service information

1. A girl, 14, had waited for a place at Oakfield School.
   ^^^^^^^^^^ identifying-detail: Could somebody recognise this child? "A girl, 14" and "Oakfield School" are named together.
`,
    )
  })

  it('asks about names, numbers and addresses', () => {
    checkRule(
      id,
      `
Service information

1. Mrs Smith may be called on 01632 960001.
                              ^^^^^^^^^^^^ identifying-detail: Is this somebody’s telephone number? Take it out if it is.
   ^^^^^^^^^ identifying-detail: Could somebody recognise this person? "Mrs Smith" is named here.

2. Child A lives at 4 Quay Street, AB1 2DE.
                                   ^^^^^^^ identifying-detail: Does somebody live at this postcode? Take it out if they do.
   ^^^^^^^ identifying-detail: Could somebody recognise this child? "Child A" means one particular child.

3. Write to o.hall@westmarch.example about case number 204417.
                                                       ^^^^^^ identifying-detail: This looks like the number of somebody’s case or record. Take it out if it is.
            ^^^^^^^^^^^^^^^^^^^^^^^^ identifying-detail: Is this somebody’s e-mail address? Take it out if it is.

4. The NHS number is 943 476 5919.
                     ^^^^^^^^^^^^ identifying-detail: This looks like somebody’s NHS number. Take it out if it is.
`,
    )
  })

  it('is silent about one child and about children', () => {
    checkRule(
      id,
      'Service information\n\n1. One child told inspectors about Oakfield School. Girls aged 14 to 16 like it.\n',
    )
  })

  const body = (status: string) =>
    `${status}About this inspection\n\n1. A\n\nService information\n\n<!-- inspection-reports ignore ${id}: agreed -->\n2. Mrs Smith spoke. \n\n3. Mr Brown spoke.\n`
  const rulesOf = (text: string) =>
    checkReport(reportOf(text))
      .map(({ rule }) => rule.id)
      .filter(rule => rule === id || rule === 'unused-suppression')

  it('is to be looked at once the report counts as finished', () => {
    const found = checkReport(reportOf(body(''))).filter(({ rule }) => rule.id === id)
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information'],
    )
  })

  it('is quiet in a draft, where what is to be ignored is kept', () => {
    assert.deepEqual(rulesOf(body('')), [id])
    assert.deepEqual(rulesOf(body('Status: draft\n\n')), [])
  })
})
