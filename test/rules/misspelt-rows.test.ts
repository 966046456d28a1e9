/** Slips in rows that are wrapped in columns: the fix corrects the words and leaves lines and grades where they are. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkCorrected } from '../support/check-rule'

const sample = path.resolve(import.meta.dirname, '../samples/ilacs-westmarch.inspection.md')
const pipes = readFileSync(sample, 'utf8')

const table = `Judgement                                                    Grade

The impact of leaders on social work                         Good
practice with children and families

The experiences and progress of                              Requires improvement
children who need help and protection                        to be good

The experiences and progress of children                     Good
in care

The experiences and progress of care leavers                 Outstanding

Overall effectiveness                                        Good
`

const wrapped = pipes.replace(/(?:^\|.*\n)+/m, table)
const capitals = wrapped.replace(
  'The impact of leaders on social work                         Good\npractice with children and families',
  'THE IMPACT OF LEADERS ON SOCIAL WORK                         Good\nPRACTICE WITH CHILDREN AND FAMILIES',
)

/** What is written in place of which words. */
const slips: readonly (readonly [right: string, wrong: string])[] = [
  ['impact of leaders on social work  ', 'imapct of leaders on social work  '],
  ['impact of leaders on social work   ', 'impact of leadders on social work  '],
  ['practice with children and families', 'practce with children and families'],
  ['practice with children and families', 'practice with childern and families'],
  ['The experiences and progress of     ', 'The experiences and progress       '],
  ['children who need help and protection', 'children who need and protection     '],
  ['children who need help and protection   ', 'young children who need help and protection'],
  ['children who need help and protection   ', 'children who who need help and protection'],
  ['experiences and progress of children    ', 'experience and progress of children     '],
  ['experiences and progress of children  ', 'experiences andprogress of children   '],
  ['\nin care\n', '\nin the care\n'],
  ['of care leavers                 Out', 'of care leaver                  Out'],
  ['Overall effectiveness     ', 'Overal effectiveness      '],
]

describe('a slip in a row that is wrapped in columns', () => {
  for (const [right, wrong] of slips)
    it(`is corrected in its line: ${wrong.trim()}`, () =>
      checkCorrected('unknown-row', wrapped, right, wrong))

  it('is corrected in a row in capitals', () => {
    checkCorrected('unknown-row', capitals, 'WITH CHILDREN', 'WITH CHILDRN')
    checkCorrected('unknown-row', capitals, 'SOCIAL WORK', 'SOCAIL WORK')
  })

  it('is corrected in the cell of a table with pipes', () => {
    checkCorrected('unknown-row', pipes, '| The impact of leaders', '| The impact of of leaders')
    checkCorrected('unknown-row', pipes, 'progress of care leavers |', 'progress of care leavrs |')
  })
})
