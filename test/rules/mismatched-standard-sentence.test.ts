import { compileType } from '../../server/src/types/compile'
import { checkFix, checkRule } from '../support/check-rule'

const type = compileType({
  id: 'two-parts',
  name: 'Two parts',
  recognise: { titles: ['Report of a visit'] },
  numbering: 'continuous',
  sections: [
    { id: 'home', title: 'The home', kind: 'recommendations' },
    { id: 'school', title: 'The school', kind: 'recommendations' },
    { id: 'other', title: 'Other matters' },
  ],
  standardSentences: [
    { section: 'home', words: 'to improve the care of children' },
    { section: 'school', words: 'to improve the teaching of pupils' },
  ],
})

const right = `# Report of a visit

## The home

1. In order to improve the care of children, the manager should act.

## The school

2. In order to improve the teaching of pupils, the head should act.

## Other matters

3. All want to improve the care of children.
`
const copied = right.replace('teaching of pupils', 'care of children')

describe('mismatched-standard-sentence', () => {
  it('is silent where each section has its own, and in sections that have none', () => {
    checkRule('mismatched-standard-sentence', right, { type })
  })

  it('finds the words of another section', () => {
    checkRule(
      'mismatched-standard-sentence',
      copied.replace(
        '2. In order to improve the care of children, the head should act.',
        `2. In order to improve the care of children, the head should act.
                           ^^^^^^^^^^^^^^^^ mismatched-standard-sentence (fix): This sentence belongs to "The home". Write "teaching of pupils" here.`,
      ),
      { type },
    )
  })

  it('is silent where the own sentence is there as well, or neither', () => {
    const both = right.replace(
      'act.\n\n## Other',
      'act to improve the care of children.\n\n## Other',
    )
    checkRule('mismatched-standard-sentence', both, { type })
    const free = right.replace('to improve the teaching of pupils', 'to teach better')
    checkRule('mismatched-standard-sentence', free, { type })
  })

  it('writes the own words, also where the sentence is wrapped', () => {
    const title = 'Write "teaching of pupils"'
    checkFix('mismatched-standard-sentence', copied, title, right, { type })
    const wrapped = copied.replace(
      '2. In order to improve the care',
      '2. In order to improve the\ncare',
    )
    const after = right
      .replace('2. In order to improve the', '2. In order to improve the\n')
      .replace('the\n ', 'the\n')
    checkFix('mismatched-standard-sentence', wrapped, title, after, { type })
  })
})
