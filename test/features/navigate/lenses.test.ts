import assert from 'node:assert/strict'
import { lenses } from '../../../server/src/features/navigate/lenses'
import { parseReport } from '../../../server/src/report/parse'
import { readAnnotated } from '../../support/annotated'
import { reportOf } from '../../support/check-rule'

const report = (
  row: string,
  second = 'good',
) => `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## Areas for improvement

Within three months:

- Write the plans down.
- Read them.

Within six months:

## Services for looked after children

### Staying safe

Grade 2 (good)

1. The arrangements for ensuring that looked after children are safe are ${second}.

2. Plans are read.

## Record of main findings

| Services for looked after children | |
|---|---|
${row}
`

describe('lenses', () => {
  it('show at a judgement its row, at the row its paragraphs, at a timescale its actions', () =>
    checkLenses(
      report('| Staying safe | Good |'),
      `
        Within three months: 2 actions
        Within six months: No actions yet
        Staying safe: Record of main findings: good · agrees -> Good
        Staying safe: Paragraphs 1–2 · grade 2 -> Staying safe
      `,
    ))
  it('show at the row what the section says, also where its grade is in running text', () => {
    const text = report('| Staying safe | Good |')
      .replace('Grade 2 (good)\n\n', '')
      .replace('2. Plans are read.', '2. Plans are read by\n\nGrade 2 (good)\n\nall staff.')
    const words = lenses(reportOf(text)).map(lens => lens.words)
    assert.ok(words.includes('Paragraphs 1–2 · grade 2'), words.join('\n'))
  })
  it('show that the row differs', () =>
    checkLenses(
      report('| Staying safe | Adequate |'),
      `
        Within three months: 2 actions
        Within six months: No actions yet
        Staying safe: Record of main findings: adequate · differs -> Adequate
        Staying safe: Paragraphs 1–2 · grade 2 -> Staying safe
      `,
    ))
  it('show that the first sentence is what differs', () =>
    checkLenses(
      report('| Staying safe | Good |', 'adequate'),
      `
        Within three months: 2 actions
        Within six months: No actions yet
        Staying safe: Record of main findings: good · the first sentence differs -> Good
        Staying safe: Paragraphs 1–2 · grade 2 -> Staying safe
      `,
    ))
  it('show what is not there yet', () =>
    checkLenses(
      report('| Staying safe | |')
        .replace('Grade 2 (good)\n', '')
        .replace('\n2. Plans are read.\n', ''),
      `
        Within three months: 2 actions
        Within six months: No actions yet
        Staying safe: Record of main findings: no grade yet -> Staying safe
        Staying safe: Paragraph 1 · no grade yet -> Staying safe
      `,
    ))
  it('begin with a capital letter where there are no paragraph numbers, and no title of the table', () => {
    const ilacs = `# Inspection of Westmarch local authority children’s services

Inspection dates: 5 to 16 February 2024

| Judgement | Grade |
|---|---|
| The experiences and progress of children in care | Good |

## The experiences and progress of children in care: good

Children live in good homes.
`
    const report = parseReport(ilacs)
    assert.ok(report)
    assert.deepEqual(
      lenses(report).map(({ words }) => words),
      ['Good', 'Table of judgements: good · agrees'],
    )
  })
  it('show that there is no row', () =>
    checkLenses(
      report('| Being healthy | Good |'),
      `
        Within three months: 2 actions
        Within six months: No actions yet
        Staying safe: Record of main findings: no row
      `,
    ))
})

/** Each lens with the words it is on, and those that it leads to. */
function checkLenses(text: string, expected: string): void {
  const found = lenses(reportOf(readAnnotated(text).text)).map(({ span, words, target }) => {
    const there = target === undefined ? '' : ` -> ${text.slice(target.start, target.end)}`
    return `${text.slice(span.start, span.end)}: ${words}${there}`
  })
  assert.deepEqual(found, expected.trim().split(/\n\s*/))
}
