/** A slip in the heading of any section is found where it is, alone, and the fix gives the heading back. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkCorrected } from '../support/check-rule'

const sample = path.resolve(import.meta.dirname, '../samples/ilacs-westmarch.inspection.md')
const marked = readFileSync(sample, 'utf8').replace('?[^1]', '?')
const plain = marked.replace(/^## /gm, '')

const send = `Area SEND inspection of Westmarch Local Area Partnership

Inspection dates: 9 to 13 June 2025

Inspection outcome

The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people.

The next full area SEND inspection will be within approximately three years.

Information about the local area partnership

Westmarch and its health board plan and pay for services.

What is it like to be a child or young person with SEND in this area?

Children wait.

What is the area partnership doing that is effective?

Leaders listen.

What does the area partnership need to do better?

Plans are late.

Areas for improvement

Leaders should write plans on time.

Information about this inspection

It was carried out by inspectors.

Inspection team
Ofsted          Care Quality Commission
`

/** What is written in place of what. */
const slips: readonly (readonly [text: string, right: string, wrong: string])[] = [
  [plain, 'What needs to improve?', 'Whatneeds to improve?'],
  [plain, 'What needs to improve?', 'What needsto improve?'],
  [plain, 'What needs to improve?', 'What needs toimprove?'],
  [marked, 'progress of children in care: good', 'progressof children in care: good'],
  [marked, 'progress of children in care: good', 'progress of childrenin care: good'],
  [marked, '## The experiences and progress of care', '## Theexperiences and progress of care'],
  [plain, 'progress of children in care: good', 'progress of children incare: good'],
  [send, 'Areas for improvement', 'Areas forimprovement'],
  [send, 'Inspection outcome', 'Inspectionoutcome'],
  [send, 'young person with SEND in this area?', 'young personwith SEND in this area?'],
  [send, 'partnership doing that is effective?', 'partnership doing thatis effective?'],
  [send, 'Inspection team', 'Inspection taem'],
  [send, 'Inspection team', 'Inspection teeam'],
  [send, 'Inspection team', 'Inspectionteam'],
]

describe('a slip in a heading', () => {
  for (const [text, right, wrong] of slips)
    it(`is corrected: ${wrong}`, () => {
      checkCorrected('misspelt-heading', text, right, wrong)
    })
})
