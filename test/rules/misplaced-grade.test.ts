import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const section = `Learning

Grade 2 (good)

3. Learning is good. Children read a lot.
`

describe('misplaced-grade', () => {
  it('is silent where the grades are under their headings', () => {
    checkRule('misplaced-grade', homeReport, options)
  })

  it('finds a grade in the running text, and moves it under its heading', () => {
    const text = changed(
      section,
      `Learning

3. Learning is good. Children

Grade 2 (good)

read a lot.
`,
    )
    checkRule(
      'misplaced-grade',
      text.replace(
        'Children\n\nGrade 2 (good)\n',
        `Children

Grade 2 (good)
^^^^^^^^^^^^^^ misplaced-grade (fix): This grade is in the middle of the text. Move it under its heading, "Learning".
`,
      ),
      options,
    )
    checkFix(
      'misplaced-grade',
      text,
      'Move it under "Learning"',
      changed(section, section.replace('Children read', 'Children\n\nread')),
      options,
    )
  })

  it('is silent about a grade that the text speaks of', () => {
    checkRule(
      'misplaced-grade',
      changed('Children read a lot.', 'It was grade 2 (good) two years ago.'),
      options,
    )
  })

  it('leaves the grade of a section that is missing to that section', () => {
    const lost = changed('#### Learning\n', '#### How they learn\n')
    checkRule('misplaced-grade', lost, options)
    checkFix(
      'missing-section',
      lost,
      'Write the heading "Learning" above its grade',
      homeReport,
      options,
    )
    checkFix(
      'missing-section',
      changed('#### Learning\n\n', ''),
      'Write the heading "Learning" above its grade',
      homeReport,
      options,
    )
  })
})
