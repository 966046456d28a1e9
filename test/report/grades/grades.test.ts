import assert from 'node:assert/strict'
import { readCell, readGradeLine } from '../../../server/src/report/grades/grades'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { Scale } from '../../../server/src/types/report-type'
import { reportOf } from '../../support/check-rule'
import { checkReading, sectionsOf } from '../../support/describe-report'

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
    ['Grade\u00a02\u00a0(good)', 'Grade\u00a02\u00a0(good) = 2 good'],
    ['**Grade 2** (good)', '**Grade 2** (good) = 2 good'],
    ['Grade 2 **(good)**', 'Grade 2 **(good)** = 2 good'],
    ['Grade2 (good)', 'Grade2 (good) = 2 good'],
    ['Grade 2, good', 'Grade 2, good = 2 good'],
    ['Grade 2 (good).', 'Grade 2 (good). = 2 good'],
    ['Grade 2.', 'Grade 2. = 2 -'],
    ['Grade 2 [good]', 'Grade 2 [good] = 2 good'],
    ['Grade 2 (good) and improving', 'no grade line'],
    ['Grade 2, which is the second', 'no grade line'],
    ['Grade 2.5', 'no grade line'],
    ['Grade boundaries changed', 'no grade line'],
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
    ['Good\u00a0Grade\u00a02', '2 Good'],
    ['Good.', '- Good'],
    ['Good (2)', '2 Good'],
    ['Adequate (2)', '2 Adequate'],
    ['2 Good', '2 Good'],
    ['2 – good', '2 good'],
    ['Good [1]', '- Good'],
    ['Good 1', '- Good'],
    ['2', '2 -'],
    ['12', '- 12'],
    ['n/a', '- n/a'],
  ]
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => assert.equal(cell(text), expected))
})

it('a cell with a number alone is finished', () => {
  const found = readCell('2', { start: 0, end: 1 }, scale)
  assert.deepEqual([found?.grade?.word, found?.unfinished], ['good', false])
})

describe('a grade under a heading', () => {
  const under = (line: string) => {
    const report = reportOf(`Staying safe\n\n${line}\n\n1. The arrangements are in place.\n`)
    const grade = report.sections.at(-1)?.grade
    return grade === undefined
      ? 'no grade'
      : `${grade.number?.text ?? '-'} ${grade.word?.text ?? '-'}`
  }
  const cases: readonly (readonly [string, string])[] = [
    ['Grade\u00a02 (good)', '2 good'],
    ['**Grade 2** (good)', '2 good'],
    ['- Grade 2 (good)', '2 good'],
    ['### Grade 2 (good)', '2 good'],
    ['> Grade 2 (good)', '2 good'],
    ['| Grade 2 (good) |', '2 good'],
    ['| Grade 2 (good) |\n| --- |', '2 good'],
    ['Good.', '- Good'],
    ['Good (Grade 2)', '2 Good'],
    ['**Good** (Grade 2)', '2 Good'],
    ['Judgement: good', '- good'],
    ['**Judgement:** Grade 2 (good)', '2 good'],
    ['Garde 2 (good)', '2 good'],
    ['Grad 2 (good)', '2 good'],
    ['Garde: good', '- good'],
    ['Grade 2 (good) and improving', '2 good'],
    ['Satisfactory', '- Satisfactory'],
    ['Godo', '- Godo'],
    ['Good progress has been made.', 'no grade'],
    ['Good practice', 'no grade'],
    ['### Good practice', 'no grade'],
    ['Strengths', 'no grade'],
    ['Grade boundaries changed', 'no grade'],
    ['Made 2 visits', 'no grade'],
    ['Judgement: the work goes well', 'no grade'],
    ['| Outstanding (Grade 1) | Best |\n| --- | --- |\n| Good (Grade 2) | Next |', 'no grade'],
    ['| Outstanding (Grade 1) |\n| Good (Grade 2) |', 'no grade'],
    ['- Outstanding (Grade 1)\n- Good (Grade 2)', 'no grade'],
  ]
  for (const [text, expected] of cases)
    it(`is ${expected} in "${text}"`, () => assert.equal(under(text), expected))

  it('may be after the title with a no-break space', () => {
    checkReading(
      'Staying safe Grade\u00a02 (good)\n\n1. Text.\n',
      sectionsOf,
      '> > Staying safe | good (tail)',
    )
  })

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
