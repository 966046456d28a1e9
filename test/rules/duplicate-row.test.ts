import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const last = '| Listening to children | Good |\n'

describe('duplicate-row', () => {
  it('is silent about titles that are in both parts', () => {
    checkRule('duplicate-row', homeReport, options)
  })

  it('finds a row that appears twice, and removes it', () => {
    const text = changed(last, `${last}| Learning | Good |\n`)
    checkRule(
      'duplicate-row',
      changed(
        last,
        `${last}| Learning | Good |
  ^^^^^^^^ duplicate-row (fix): This row appears twice in the Summary of grades. Remove one of them.
`,
      ),
      options,
    )
    checkFix('duplicate-row', text, 'Remove this row', homeReport, options)
  })

  it('offers to remove either where their grades differ', () => {
    const text = changed(last, `${last}| Learning | Inadequate |\n`)
    checkFix('duplicate-row', text, 'Remove this row', homeReport, options)
    checkFix(
      'duplicate-row',
      text,
      'Remove the other row',
      changed(`| Learning | Good |\n${last}`, `${last}| Learning | Inadequate |\n`),
      options,
    )
  })
})
