import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { missingField } from '../../server/src/rules/missing-field'
import { checkReport } from '../../server/src/rules/run'
import { checkFix, checkRule, fixesOf, reportOf } from '../support/check-rule'

const id = 'missing-field'
const title = 'Inspection of safeguarding and looked after children services'

describe(id, () => {
  it('finds a field that is not there', () => {
    checkRule(
      id,
      `
${title}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-field (fix): The cover has no field "Age group". Add it.

Westmarch

Inspection dates: 8–19 March 2010
Reporting inspector: Ann Example HMI
Published: 7 May 2010
`,
    )
  })

  it('asks for a field only from the day from which reports have it', () => {
    const report = (days: string) => `
Inspection of services for children in need of help and protection, children looked after and care leavers

Westmarch County Council

Inspection dates: ${days}
`
    const has = (days: string) =>
      checkReport(parseReport(report(days)) as Report).some(({ rule }) => rule.id === id)
    for (const early of ['19 November – 11 December 2013', '14 January 2014 to 5 February 2014'])
      assert.equal(has(early), false, early)
    for (const late of ['11 March 2014 – 2 April 2014', '6 to 30 March 2017'])
      assert.equal(has(late), true, late)
  })

  it('finds a field with nothing after it', () => {
    checkRule(
      id,
      `
${title}

Inspection dates: 8–19 March 2010
Reporting inspector: Ann Example HMI
Age group: All
**Published:**
  ^^^^^^^^^ missing-field: "Published" is empty. Fill it in.
© Crown copyright 2010
`,
    )
  })

  it('finds once that there are no fields at all', () => {
    checkRule(
      id,
      `
${title}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-field (fix): All the cover fields are missing. Add "Inspection dates", "Reporting inspector", "Age group" and "Published".

Westmarch
`,
    )
  })

  it('is silent where all required fields are there, in any form', () => {
    checkRule(
      id,
      `
---
age group: All
published: [TBC]
---
${title} Westmarch

Inspection dates:8–19 March 2010Reporting inspectorAnn Example HMI
`,
    )
  })

  it('is in doubt where a line seems to be the field by another name', () => {
    const cover = (dates: string, inspector: string) => `${title}

Westmarch

${dates}
${inspector}
Age group: All
Published: 7 May 2010
`
    const doubts = (text: string) =>
      [...missingField.check(reportOf(text))].map(({ message, doubtful }) => [message, doubtful])
    const dates = 'Inspection dates: 8–19 March 2010'
    const inspector = 'Reporting inspector: Ann Example HMI'
    const noDates = 'The cover has no field "Inspection dates". Add it.'
    const noInspector = 'The cover has no field "Reporting inspector". Add it.'
    for (const line of [
      'Inspection took place: 8–19 March 2010',
      'Inspection took place    8–19 March 2010',
      '| Inspection began | 8 March 2010 |',
    ])
      assert.deepEqual(doubts(cover(line, inspector)), [[noDates, true]], line)
    assert.deepEqual(doubts(cover(dates, 'Inspectors: Ann Example HMI')), [[noInspector, true]])
    // Another field, and a line that shares a word and holds no date, leave none.
    assert.deepEqual(doubts(cover(dates, 'Report to: the board')), [[noInspector, false]])
    assert.deepEqual(doubts(cover('Inspection of: the county', inspector)), [[noDates, false]])
  })

  it('is a to-do in a draft', () => {
    const found = [...missingField.check(reportOf('Status: draft\nPublished:\nAge group: All\n'))]
    assert.deepEqual(
      found.map(each => each.toDo),
      [true, true, true],
    )
  })

  it('adds the field after the one that comes before it', () => {
    checkFix(
      id,
      `
${title}

**Inspection dates:** 8–19 March 2010

**Reporting inspector:** Ann Example HMI

**Published:** 7 May 2010

© Crown copyright 2010
`,
      'Add "Age group"',
      `
${title}

**Inspection dates:** 8–19 March 2010

**Reporting inspector:** Ann Example HMI

**Age group:** [TBC]

**Published:** 7 May 2010

© Crown copyright 2010
`,
    )
  })

  it('adds the first field before the next one', () => {
    checkFix(
      id,
      `
${title}
Reporting inspector: Ann Example HMI
Age group:AllPublished:7 May 2010
`,
      'Add "Inspection dates"',
      `
${title}
Inspection dates: [TBC]
Reporting inspector: Ann Example HMI
Age group:AllPublished:7 May 2010
`,
    )
  })

  it('adds a row to a table and a key between rules', () => {
    checkFix(
      id,
      `
${title}

| Inspection dates | 8–19 March 2010 |
|---|---|
| Reporting inspector | Ann Example HMI |
| Age group | All |

Contents
`,
      'Add "Published"',
      `
${title}

| Inspection dates | 8–19 March 2010 |
|---|---|
| Reporting inspector | Ann Example HMI |
| Age group | All |
| Published | [TBC] |

Contents
`,
    )
    checkFix(
      id,
      `
---
inspection-dates: 8–19 March 2010
inspector: Ann Example HMI
published: 7 May 2010
---
${title}
`,
      'Add "Age group"',
      `
---
inspection-dates: 8–19 March 2010
inspector: Ann Example HMI
age-group: [TBC]
published: 7 May 2010
---
${title}
`,
    )
  })

  it('adds all fields below the authority', () => {
    const before = `${title}\n\nWestmarch\n`
    checkFix(
      id,
      before,
      'Add the fields',
      `${title}\n\nWestmarch\n\nInspection dates: [TBC]\n\nReporting inspector: [TBC]\n\nAge group: [TBC]\n\nPublished: [TBC]\n`,
    )
    assert.equal(
      fixesOf(id, before)[0]?.snippet?.newText,
      `
Inspection dates: \${1:[TBC]}

Reporting inspector: \${2:[TBC]}

Age group: \${3:[TBC]}

Published: \${4:[TBC]}
`,
    )
  })

  it('finds a misspelt label in place of a missing field, and writes it', () => {
    const text = (label: string, mark = '') => `
${title}

Inspection dates: 8–19 March 2010
${label}: Ann Example HMI
${mark}Age group: All
Published: 7 May 2010
© Crown copyright 2010
`
    const mark =
      '^^^^^^^^^^^^^^^^^^^ missing-field (fix): This field should be called "Reporting inspector". Correct it.\n'
    checkRule(id, text('Reporting inspecter', mark))
    checkFix(
      id,
      text('Reporting inspecter'),
      'Write "Reporting inspector"',
      text('Reporting inspector'),
    )
  })
})
