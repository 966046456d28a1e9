import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'

const id = 'split-paragraph'

describe(id, () => {
  it('finds a paragraph and a list item that go on after a break', () => {
    checkRule(
      id,
      `
## Staying safe

1. Children are safe. Staff know the

children in their care well.
^^^^^^^^ split-paragraph (fix): This continues the sentence before the break. Join the two.

- Ensure that all staff are

trained.
^^^^^^^^ split-paragraph (fix): This continues the sentence before the break. Join the two.
`,
    )
  })

  it('is silent about whole paragraphs, wrapped lines and list items', () => {
    checkRule(
      id,
      `
## Staying safe

1. Children are safe. Staff know the
children in their care well.

2. Staff should:

- read the case notes

- speak to the carer
`,
    )
  })

  it('offers no fix where another paragraph is between', () => {
    checkRule(
      id,
      `
## Staying safe

1. Children are safe. Staff know the

2. Visits are made when due.

children in their care well.
^^^^^^^^ split-paragraph: This continues a sentence further up. Move it there.
`,
    )
  })

  it('joins the two with one space, or none after a hyphen', () => {
    const text = (gap: string) => `## Staying safe\n\n1. A multi-${gap}agency team helps.\n`
    checkFix(id, text('\n\n'), 'Join with the text before', text(''))
    const words = (gap: string) => `## Staying safe\n\n1. Staff know${gap}children well.\n`
    checkFix(id, words(' \n\n '), 'Join with the text before', words(' '))
    const pair = (gap: string) => `## Staying safe\n\n1. The pre-${gap}and post-birth teams.\n`
    checkFix(id, pair('\n\n'), 'Join with the text before', pair(' '))
  })

  it('holds it safe to join two pieces of one sentence', () => {
    const [fix] = fixesOf(id, '## Staying safe\n\n1. Staff know\n\nchildren well.\n')
    assert.equal(fix?.safe, true)
  })
})
