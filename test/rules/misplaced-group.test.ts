import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const listening = '| Listening to children | Good |\n'

describe('misplaced-group', () => {
  it('is silent where the groups are over their rows', () => {
    checkRule('misplaced-group', homeReport, options)
  })

  it('is silent about a title that is repeated after a nested group', () => {
    checkRule('misplaced-group', changed(listening, `| **Children** | |\n${listening}`), options)
  })

  it('finds the title of another group over rows, and names the right one', () => {
    const text = changed(listening, `| **Staff** | |\n${listening}`)
    checkRule(
      'misplaced-group',
      changed(
        listening,
        `| **Staff** | |
    ^^^^^ misplaced-group (fix): The rows below belong to "Children". Write that title, or remove this one.
${listening}`,
      ),
      options,
    )
    checkFix(
      'misplaced-group',
      text,
      'Write "Children"',
      changed(listening, `| **Children** | |\n${listening}`),
      options,
    )
    checkFix('misplaced-group', text, 'Remove this title', homeReport, options)
    checkFix(
      'misplaced-group',
      text,
      'Update the whole table from the sections',
      homeReport,
      options,
    )
  })

  it('finds a title that is too late, and moves it', () => {
    const title = '| **Staff** | |\n'
    const row = '| Leaders and managers | Inadequate |\n'
    const text = changed(title + row, row + title)
    checkRule(
      'misplaced-group',
      changed(
        title + row,
        `${row}${title}    ^^^^^ misplaced-group (fix): This title is below its first row. Move this title, or remove it.
`,
      ),
      options,
    )
    checkFix('misplaced-group', text, 'Move it before "Leaders and managers"', homeReport, options)
  })
})
