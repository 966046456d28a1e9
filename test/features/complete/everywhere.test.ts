import assert from 'node:assert/strict'
import { snippetText } from '../../../server/src/features/data/snippet-text'
import { applyEdits, inOrder, replace } from '../../../server/src/text/edits'
import { builtInTypes } from '../../../server/src/types/built-in'
import { readAnnotated } from '../../support/annotated'
import { completionsAt } from '../../support/check-features'

const report = (
  heading: string,
  row: string,
) => `# Inspection of Westmarch local authority children’s services

Inspection dates: 2 to 13 June 2025

Lead inspector: Eleanor Thripp, His Majesty’s Inspector

| Judgement | Grade |
| --- | --- |
| The experiences and progress of children in care | Good |
| The experiences and progress of care leavers |${row}|

## The experiences and progress of children in care: good

1. Children do well.

## The experiences and progress of care leavers: ${heading}

2. Care leavers have a home.
`

const graded = (
  line: string,
  row: string,
) => `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## Services for looked after children

### Staying safe

${line}

1. The arrangements for keeping children safe are [grade].

## Record of main findings

| Services for looked after children | |
|---|---|
| Staying safe |${row}|
`

const today = builtInTypes().find(
  ({ id, edition }) => id === 'ofsted-ilacs' && edition === 'from January 2023',
)

const options = (marked: string) =>
  marked.includes('local authority') && today !== undefined ? { type: today } : {}

/** What is offered at `<|>`, and the text after the first item of that name is taken. */
function taken(marked: string, label: string): string {
  const items = completionsAt(marked, options(marked))
  const item = items.find(each => each.label === label)
  assert.ok(item, `no "${label}" among: ${items.map(each => each.label).join(' | ')}`)
  const edits = [replace(item.span, snippetText(item.snippet)), ...(item.also ?? [])]
  return applyEdits(readAnnotated(marked).text, inOrder(edits))
}

describe('a grade that is chosen in one place', () => {
  it('is offered for the row too: in a heading', () =>
    assert.equal(
      taken(report('<|>', '  '), 'outstanding – everywhere'),
      report('outstanding', ' Outstanding '),
    ))

  it('is offered for the row too: in a heading with a place to fill in', () =>
    assert.equal(
      taken(report('[gr<|>ade]', ' [grade] '), 'good – everywhere'),
      report('good', ' Good '),
    ))

  it('is offered for the heading too: in a row', () =>
    assert.equal(taken(report('[grade]', ' <|> '), 'Good – everywhere'), report('good', ' Good ')))

  it('is offered for row and first sentence: in a grade line', () =>
    assert.equal(
      taken(graded('Gr<|>', '  '), 'Grade 2 (good) – everywhere'),
      graded('Grade 2 (good)', ' Good ').replace('are [grade]', 'are good'),
    ))

  it('is offered for grade line and row: in the first sentence', () =>
    assert.equal(
      taken(
        graded('Grade [number] ([grade])', '  ').replace('are [grade]', 'are [gra<|>de]'),
        'good – everywhere',
      ),
      graded('Grade 2 (good)', ' Good ').replace('are [grade]', 'are good'),
    ))

  it('replaces another grade, which is said before it is taken', () => {
    const marked = report('<|>', ' Inadequate ')
    const item = completionsAt(marked, options(marked)).find(
      ({ label }) => label === 'good – everywhere',
    )
    assert.equal(item?.note, 'Table of judgements: Inadequate → Good')
    assert.equal(taken(marked, 'good – everywhere'), report('good', ' Good '))
  })

  it('is offered for this place alone where the others say it already', () => {
    const labels = completionsAt(report('<|>', ' Good '), options('local authority')).map(
      ({ label }) => label,
    )
    assert.ok(labels.includes('good'))
    assert.ok(!labels.includes('good – everywhere'), labels.join(' | '))
    assert.ok(labels.includes('outstanding – everywhere'), labels.join(' | '))
  })

  it('comes first for this place alone', () =>
    assert.deepEqual(
      completionsAt(report('<|>', '  '), options('local authority'))
        .slice(0, 4)
        .map(({ label }) => label),
      ['outstanding', 'outstanding – everywhere', 'good', 'good – everywhere'],
    ))

  it('takes the place of the grade that a cell has, with the cursor before it', () =>
    assert.equal(taken(report('good', ' <|>Inadequate '), 'Good'), report('good', ' Good ')))
})
