import { checkRule } from '../support/check-rule'
import { paper, paperType as type } from './paper'

describe('unused-annex', () => {
  it('is silent where each annex is referred to', () => {
    checkRule('unused-annex', paper('See Annexes 1 and 2.'), { type })
    checkRule('unused-annex', paper('See Annex 1. See (Annex\n2).'), { type })
  })

  it('finds one to which nothing refers', () => {
    checkRule(
      'unused-annex',
      paper('See Annex 2.').replace(
        'Annex 1: The letter\n',
        `Annex 1: The letter
^^^^^^^ unused-annex: Nothing refers to Annex 1. Refer to it in the text, or remove it from the list.
`,
      ),
      { type },
    )
  })
})
