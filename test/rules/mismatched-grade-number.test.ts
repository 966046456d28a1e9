import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const line = 'Learning\n\nGrade 2 (good)'

describe('mismatched-grade-number', () => {
  it('is silent where number and word agree, or only one of them is there', () => {
    checkRule('mismatched-grade-number', homeReport, options)
    checkRule('mismatched-grade-number', changed(line, 'Learning\n\nGrade 2'), options)
    checkRule('mismatched-grade-number', changed(line, 'Learning\n\nGrade: good'), options)
  })

  it('marks the word where the other places say what the number says', () => {
    const text = changed(line, 'Learning\n\nGrade 2 (inadequate)')
    checkRule(
      'mismatched-grade-number',
      changed(
        line,
        `Learning

Grade 2 (inadequate)
         ^^^^^^^^^^ mismatched-grade-number (fix): Grade 2 is "good". Write "good", or change the number to 4.`,
      ),
      options,
    )
    checkFix('mismatched-grade-number', text, 'Write "good"', homeReport, options)
    checkFix(
      'mismatched-grade-number',
      text,
      'Change the number to 4',
      changed(line, 'Learning\n\nGrade 4 (inadequate)'),
      options,
    )
  })

  it('marks the number where the other places say what the word says', () => {
    const text = changed(line, 'Learning\n\nGrade 1 (good)')
    checkRule(
      'mismatched-grade-number',
      changed(
        line,
        `Learning

Grade 1 (good)
      ^ mismatched-grade-number (fix): "good" is grade 2. Change the number to 2, or write "outstanding".`,
      ),
      options,
    )
    checkFix('mismatched-grade-number', text, 'Change the number to 2', homeReport, options)
    checkFix(
      'mismatched-grade-number',
      text,
      'Write "outstanding"',
      changed(line, 'Learning\n\nGrade 1 (outstanding)'),
      options,
    )
  })

  it('finds a number that is not on the scale beside a word that is', () => {
    const text = changed(line, 'Learning\n\nGrade 9 (good)')
    checkRule(
      'mismatched-grade-number',
      changed(
        line,
        `Learning

Grade 9 (good)
      ^ mismatched-grade-number (fix): The scale has no grade 9. Change the number to 2.`,
      ),
      options,
    )
    checkFix('mismatched-grade-number', text, 'Change the number to 2', homeReport, options)
  })

  it('finds it in a cell, and keeps its capital letter', () => {
    const text = changed('| Learning | Good |', '| Learning | Inadequate Grade 2 |')
    checkRule(
      'mismatched-grade-number',
      changed(
        '| Learning | Good |\n',
        `| Learning | Inadequate Grade 2 |
             ^^^^^^^^^^ mismatched-grade-number (fix): Grade 2 is "good". Write "good", or change the number to 4.
`,
      ),
      options,
    )
    checkFix(
      'mismatched-grade-number',
      text,
      'Write "Good"',
      changed('| Learning | Good |', '| Learning | Good Grade 2 |'),
      options,
    )
  })
})
