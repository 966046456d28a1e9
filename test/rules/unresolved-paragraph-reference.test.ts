import assert from 'node:assert/strict'
import { unresolvedParagraphReference } from '../../server/src/rules/unresolved-paragraph-reference'
import { checkFix, checkRule, reportOf } from '../support/check-rule'

const id = 'unresolved-paragraph-reference'

describe(id, () => {
  it('finds numbers that no paragraph has', () => {
    checkRule(
      id,
      `
## Staying safe

1. Children are safe (see paragraphs 2 and 12).
                                           ^^ unresolved-paragraph-reference (fix): There is no paragraph 12. The last is 4.

2. Staff know what to do, as in paragraph 3.
                                          ^ unresolved-paragraph-reference (fix): There is no paragraph 3. Write the number that is meant.

4. Visits are made when due.
`,
    )
  })

  it('is silent about other documents, and about a number that a paragraph ought to have', () => {
    checkRule(
      id,
      `
## Staying safe

1. Children are safe, as paragraph 12 of the guidance asks (see paragraph 2).

21. Staff know what to do (paragraph 5.3).

3. Visits are made when due.
`,
    )
  })

  it('writes the nearest number, or the one without a slip', () => {
    const text = (number: string) =>
      `## Staying safe\n\n1. Children are safe (see paragraph ${number}).\n\n2. Staff know.\n\n3. Visits are made.\n`
    checkFix(id, text('4'), 'Write 3', text('3'))
    checkFix(id, text('10'), 'Write 1', text('1'))
  })

  it('is a to-do in a draft where the paragraph may still be written', () => {
    const text = 'Status: draft\n\n## Staying safe\n\n1. Children are safe (see paragraph 7).\n'
    const report = { ...reportOf(text), status: 'draft' as const }
    assert.deepEqual(
      [...unresolvedParagraphReference.check(report)].map(({ toDo }) => toDo),
      [true],
    )
  })
})
