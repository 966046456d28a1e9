import { compileType } from '../../server/src/types/compile'
import { checkRule } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const type = compileType({
  id: 'letter',
  name: 'Letter',
  recognise: { titles: ['Letter about a visit'] },
  letter: true,
  others: {
    grades: ['good', 'requires improvement', 'requires improvement to be good', 'inadequate'],
    judgements: ['overall effectiveness'],
  },
  sections: [
    { id: 'overview', title: 'Overview' },
    { id: 'findings', title: 'Findings' },
  ],
})

const letter = (findings: string) => `# Letter about a visit

## Overview

Children receive a good service. The quality of assessments is good.

## Findings

${findings}
`
const message =
  'ungraded-letter: A letter of this type gives no grade. Remove the grade, and say what was found in words.'

describe('ungraded-letter', () => {
  it('is silent about what is called good in passing, and what was judged before', () => {
    for (const text of [
      'Overall effectiveness was judged to be good in 2018.',
      'Good work is done, and practice is not yet outstanding. Support is good:',
      'The overall effectiveness of the service is improving. Planning is good.',
      'Strengths:\n\n- relationships with schools are good\n- housing: good',
    ])
      checkRule('ungraded-letter', letter(text), { type })
  })

  it('is silent about reports that give grades', () => {
    checkRule('ungraded-letter', visitReport, { type: visitType })
  })

  it('finds a grade line', () => {
    for (const line of ['Grade 2 (good)', 'Grade: Good', 'Overall judgement: inadequate']) {
      const carets = '^'.repeat(line.length)
      checkRule('ungraded-letter', letter(`${line}\n${carets} ${message}\n\nAll is well.`), {
        type,
      })
      // Also directly above the text.
      checkRule('ungraded-letter', letter(`${line}\n${carets} ${message}\nAll is well.`), { type })
    }
    checkRule('ungraded-letter', letter('Grade 2 pupils are\nwell looked after.'), { type })
  })

  it('finds a grade after a title', () => {
    const text = letter('All is well.').replace(
      '## Findings\n',
      `## Findings: requires improvement to be good
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${message}
`,
    )
    checkRule('ungraded-letter', text, { type })
  })

  it('finds a judgement in a sentence', () => {
    const text =
      letter(`We saw much. The overall effectiveness of services is inadequate. All is told.
                                                      ^^^^^^^^^^ ${message}`)
    checkRule('ungraded-letter', text, { type })
  })
})
