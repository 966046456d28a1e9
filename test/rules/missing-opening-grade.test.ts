import { checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }

describe('missing-opening-grade', () => {
  it('is silent where each section begins with its judgement', () => {
    checkRule('missing-opening-grade', homeReport, options)
  })

  it('finds a section that begins with something else', () => {
    checkRule(
      'missing-opening-grade',
      changed(
        '3. Learning is good. Children read a lot.\n',
        `3. Children read a lot. Learning is good.
   ^^^^^^^^^^^^^^^^^^^^ missing-opening-grade: The opening sentence states no grade. Begin with the judgement: "good".
`,
      ),
      options,
    )
  })

  it('is silent about a sentence that is still to be written', () => {
    checkRule(
      'missing-opening-grade',
      changed('3. Learning is good.', '3. Learning is [grade].'),
      options,
    )
  })

  it('is silent about a sentence that a page break cuts off', () => {
    checkRule(
      'missing-opening-grade',
      changed(
        '3. Learning is good.',
        '3. Learning for children who\n\nneed help with reading is good.',
      ),
      options,
    )
  })
})
