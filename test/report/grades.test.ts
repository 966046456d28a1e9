import assert from 'node:assert/strict'
import { readCell, readGradeLine } from '../../server/src/report/grades'
import { builtInTypes } from '../../server/src/types/built-in'
import type { Scale } from '../../server/src/types/report-type'
import { checkReading, sectionsOf } from '../support/describe-report'

const scale = builtInTypes()[0]?.scale as Scale

function line(text: string): string {
  const found = readGradeLine(text, { start: 0, end: text.length }, scale)
  if (found === undefined) return 'no grade line'
  const { start, end } = found.span
  return `${text.slice(start, end)} = ${found.number?.text ?? '-'} ${found.word?.text ?? '-'}${found.unfinished ? ', unfinished' : ''}`
}

function cell(text: string): string {
  const found = readCell(text, { start: 0, end: text.length }, scale)
  return `${found?.number?.text ?? '-'} ${found?.word?.text ?? '-'}`
}

describe('grade lines', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Grade 2 (good)', 'Grade 2 (good) = 2 good'],
    ['**Grade 2 (good)**', 'Grade 2 (good) = 2 good'],
    ['Grade: Good', 'Grade: Good = - Good'],
    ['Grade 2: good', 'Grade 2: good = 2 good'],
    ['Grade 2 - good', 'Grade 2 - good = 2 good'],
    ['Grade 2', 'Grade 2 = 2 -'],
    ['Grade 2 (satisfactory)', 'Grade 2 (satisfactory) = 2 satisfactory'],
    ['Grade 2 (ade', 'Grade 2 (ade = 2 ade, unfinished'],
    ['Grade 2 (', 'Grade 2 ( = 2 -, unfinished'],
    ['Grade [grade]', 'Grade [grade] = - [grade], unfinished'],
    ['Grade [number] ([grade])', 'Grade [number] ([grade]) = - [grade], unfinished'],
    ['Grade [number] (good)', 'Grade [number] (good) = - good'],
    ['Grade: [grade]', 'Grade: [grade] = - [grade], unfinished'],
    ['Grade', 'Grade = - -, unfinished'],
    ['Grade boundaries changed in the summer', 'no grade line'],
    ['Graded as good', 'no grade line'],
  ]
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => assert.equal(line(text), expected))
})

describe('cells of the summary table', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Good', '- Good'],
    ['**Good**', '- Good'],
    ['Inadequate Grade 4', '4 Inadequate'],
    ['Good (Grade 2)', '2 Good'],
    ['Grade 2 (good)', '2 good'],
    ['Satisfactory', '- Satisfactory'],
  ]
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => assert.equal(cell(text), expected))
})

describe('a grade under a heading', () => {
  it('may be the word alone', () => {
    checkReading(
      `
Staying safe

Good

1. Children are safe.
`,
      sectionsOf,
      '> > Staying safe | good (line)',
    )
  })

  it('is what the other places support where number and word differ', () => {
    checkReading(
      `
Staying safe

Grade 2 (adequate)

1. The arrangements for ensuring that children are safe are good.

Record of main findings

Staying safe	Good
`,
      sectionsOf,
      `
      > > Staying safe | good (line) | opens good
      Record of main findings
      `,
    )
  })
})
