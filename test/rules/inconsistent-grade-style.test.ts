import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const line = 'Learning\n\nGrade 2 (good)'

describe('inconsistent-grade-style', () => {
  it('is silent where all grade lines look the same, whatever the rows look like', () => {
    checkRule('inconsistent-grade-style', homeReport, options)
    checkRule(
      'inconsistent-grade-style',
      homeReport.replaceAll('(good)', '(Good)').replaceAll(/\((o|i)/g, (_, letter) => {
        return `(${letter.toUpperCase()}`
      }),
      options,
    )
  })

  it('finds other letters', () => {
    const text = changed(line, 'Learning\n\nGrade 2 (Good)')
    checkRule(
      'inconsistent-grade-style',
      text.replace(
        'Grade 2 (Good)\n',
        `Grade 2 (Good)
^^^^^^^^^^^^^^ inconsistent-grade-style (fix): The other grades are written like "Grade 2 (good)". Write this one the same way.
`,
      ),
      options,
    )
    checkFix('inconsistent-grade-style', text, 'Write "Grade 2 (good)"', homeReport, options)
  })

  it('finds another form, also without a number', () => {
    for (const written of ['Grade 2: good', 'Grade: Good', '**Grade 2 (good)**', 'Grade 2'])
      checkFix(
        'inconsistent-grade-style',
        changed(line, `Learning\n\n${written}`),
        'Write "Grade 2 (good)"',
        homeReport,
        options,
      )
  })

  it('writes all of them like the others at once', () => {
    checkFix(
      'inconsistent-grade-style',
      changed(line, 'Learning\n\nGrade 2 (Good)').replace(
        'Grade 4 (inadequate)',
        'Grade: inadequate',
      ),
      'Write all 2 grades like the others',
      homeReport,
      options,
    )
  })

  it('is silent about grades after their headings, and about emphasis without a custom', () => {
    checkRule(
      'inconsistent-grade-style',
      changed('Learning\n\nGrade 2 (good)', 'Learning **Grade 2 (Good)**'),
      options,
    )
    const bold = homeReport.replace(/Grade 2 \(good\)/g, '**$&**')
    checkRule('inconsistent-grade-style', bold, options)
  })

  it('is silent about a number that is still to be written', () => {
    checkRule(
      'inconsistent-grade-style',
      changed(line, 'Learning\n\nGrade [number] (good)'),
      options,
    )
  })

  it('is silent where the word is unknown or differs from the number', () => {
    checkRule('inconsistent-grade-style', changed(line, 'Learning\n\nGrade 2 (Fine)'), options)
    checkRule('inconsistent-grade-style', changed(line, 'Learning\n\nGrade 3 (Good)'), options)
  })

  it('is silent about a grade that another place contradicts', () => {
    checkRule('inconsistent-grade-style', changed(line, 'Learning\n\nInadequate'), options)
  })
})
