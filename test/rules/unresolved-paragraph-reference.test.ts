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

  it('finds a paragraph that refers to itself', () => {
    checkRule(
      id,
      `
## Staying safe

1. Children are safe. As paragraph 1 says, staff know what to do.
                                   ^ unresolved-paragraph-reference (fix): This is paragraph 1 itself. Write the number that is meant.

2. Visits (see paragraphs 1, 2 and 3) are made when due, as paragraphs 2 to 3 say, and paras 1–2.
                             ^ unresolved-paragraph-reference (fix): This is paragraph 2 itself. Write the number that is meant.

3. Records are kept
when they are due (para. 3).
                         ^ unresolved-paragraph-reference (fix): This is paragraph 3 itself. Write the number that is meant.

Paragraph 3 is repeated in the letter.
`,
    )
    const text = (number: string) =>
      `## Staying safe\n\n1. Children are safe.\n\n2. Staff know (see paragraph ${number}).\n\n3. Visits are made.\n`
    checkFix(id, text('2'), 'Write 1', text('1'))
    checkFix(id, text('2'), 'Write 3', text('3'))
  })

  it('stays one when other paragraphs are renumbered, and never comes to lead to another', () => {
    const given = `## Staying safe

1. Children are safe (see paragraph 3).

2. Staff know what to do.

4. Visits are made. See paragraph 3 and paragraph 5.

5. Health checks are prompt.
`
    const renumbered = given
      .replace('(see paragraph 3)', '(see paragraph [TBC: 3])')
      .replace('paragraph 5', 'paragraph 4')
      .replace('4. Visits', '3. Visits')
      .replace('5. Health', '4. Health')
    checkFix('skipped-paragraph-number', given, 'Renumber all paragraphs', renumbered)
    checkRule(
      id,
      renumbered.replace(
        'See paragraph 3 and paragraph 4.\n',
        `See paragraph 3 and paragraph 4.
                                  ^ unresolved-paragraph-reference (fix): This is paragraph 3 itself. Write the number that is meant.
`,
      ),
    )
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
