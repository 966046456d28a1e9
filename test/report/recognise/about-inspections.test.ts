/** Texts about inspections that are not reports: nothing is found in them, whatever they quote. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'

const table = `| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care | Requires improvement to be good |
| The experiences and progress of care leavers | Good |
| Overall effectiveness | Good |
`

const texts: Readonly<Record<string, string>> = {
  'a news article with the judgements': `Westmarch children's services rated good

Inspectors have praised Westmarch's social workers after a visit in June.

${table}
The council's leader said that she was proud of all staff. The report was published on Tuesday.
`,
  'a council page': `# Ofsted

Inspection of Westmarch children's services

Our last inspection was in June 2024. You can read what inspectors said below.

## What needs to improve

- The timeliness of plans

[Read the report](https://westmarch.example/report.pdf)
`,
  'an action plan that quotes the table': `Action plan following the inspection of children's services, June 2024

${table}
| No. | What needs to improve? | Action | Owner | By |
| --- | --- | --- | --- | --- |
| 1 | Timeliness of plans | Weekly meetings | JD | September 2024 |
| 3 | Supervision | Training | AB | October 2024 |
`,
  'a policy paper': `Inspecting local authority children's services

1. This document sets out how inspections are carried out.

2. Inspectors make judgements on:

- the impact of leaders on social work practice with children and families
- the experiences and progress of children who need help and protection
- overall effectiveness

4. Each is graded outstanding, good, requires improvement to be good or inadequate.
`,
  'minutes of a panel': `Children's Scrutiny Panel, 4 July 2024

12. INSPECTION OF CHILDREN'S SERVICES

The Director presented the report. Overall effectiveness was good.

13. JOINT TARGETED AREA INSPECTION

Members asked what needs to improve. The panel noted the key strengths.
`,
  'a briefing on a joint inspection': `Briefing for staff

Joint targeted area inspection of Westmarch

Inspectors from four inspectorates will be with us from Monday. They look at serious youth violence.

What to expect

- A letter to the partnership
- Next steps
`,
  'a guide for the Chief Executive': `Dear all

The area SEND inspection of Westmarch is due. There will be one of three outcomes.

Inspection outcome

We do not know it yet.
`,
  'mail that passes a letter on': `From: A Person
To: All staff
Subject: Focused visit to Westmarch children's services

Hello all, the letter is attached. Findings are good overall, no priority actions.
`,
  'a table of many councils': `Inspection outcomes 2024

Council\tPublished\tOverall effectiveness
Westmarch\t6 May 2024\tGood
Eastmarch\t7 May 2024\tInadequate
Northmarch\t9 May 2024\tRequires improvement to be good
`,
  'a blog about the children’s services assessment': `Annual children's services assessment

Last week the ratings came out. Twenty councils perform excellently, says the chief inspector.

Key strengths? Hard to tell.
`,
  'a code of practice with headings of a report': `Looked after children: a code

Service information

Overall effectiveness

Being healthy

Staying safe

Quality of provision
`,
}

describe('a text about inspections', () => {
  for (const [what, text] of Object.entries(texts))
    it(`such as ${what} gives nothing`, () => {
      const report = parseReport(text)
      const found = report === undefined ? [] : checkReport(report)
      assert.deepEqual(
        found.map(({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`),
        [],
        `it is taken for ${report?.type.id}`,
      )
    })
})
