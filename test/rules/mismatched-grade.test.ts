import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const section = 'Learning\n\nGrade 2 (good)\n\n3. Learning is good.'
const row = '| Learning | Good |'

describe('mismatched-grade', () => {
  it('is silent where section and row agree', () => {
    checkRule('mismatched-grade', homeReport, options)
  })

  it('is silent where a wrong number is beside the right word', () => {
    checkRule('mismatched-grade', changed(section, section.replace('2', '3')), options)
  })

  it('marks the row where section and opening sentence agree', () => {
    const text = changed(row, '| Learning | Inadequate |')
    checkRule(
      'mismatched-grade',
      changed(
        row,
        `| Learning | Inadequate |
             ^^^^^^^^^^ mismatched-grade (fix): This row says "inadequate", its section "good". Change one of them.`,
      ),
      options,
    )
    checkFix('mismatched-grade', text, 'Change the row to "good"', homeReport, options)
    checkFix(
      'mismatched-grade',
      text,
      'Change the section to "inadequate"',
      changed(section, 'Learning\n\nGrade 4 (inadequate)\n\n3. Learning is inadequate.', text),
      options,
    )
  })

  it('marks the section where row and opening sentence agree', () => {
    const text = changed(section, section.replace('2 (good)', '1 (outstanding)'))
    checkRule(
      'mismatched-grade',
      changed(
        section,
        `Learning

Grade 1 (outstanding)
         ^^^^^^^^^^^ mismatched-grade (fix): This section says "outstanding", its row "good". Change one of them.

3. Learning is good.`,
      ),
      options,
    )
    checkFix('mismatched-grade', text, 'Change the section to "good"', homeReport, options)
    checkFix(
      'mismatched-grade',
      text,
      'Change the row and the opening sentence to "outstanding"',
      changed(section, 'Learning\n\nGrade 1 (outstanding)\n\n3. Learning is outstanding.').replace(
        row,
        '| Learning | Outstanding |',
      ),
      options,
    )
  })

  it('marks the row where there is no majority', () => {
    checkRule(
      'mismatched-grade',
      changed(section, 'Learning\n\nGrade 2 (good)\n\n3. Children read a lot.').replace(
        row,
        `| Learning | Inadequate |
             ^^^^^^^^^^ mismatched-grade (fix): This row says "inadequate", its section "good". Change one of them.`,
      ),
      options,
    )
  })

  it('changes number and word of a cell that has both, in its own form', () => {
    checkFix(
      'mismatched-grade',
      changed(row, '| Learning | **Inadequate Grade 4** |'),
      'Change the row to "good"',
      changed(row, '| Learning | **Good Grade 2** |'),
      options,
    )
  })

  it('changes the verb of the opening sentence with the grade', () => {
    const plural = 'Health outcomes are outstanding.'
    checkFix(
      'mismatched-grade',
      changed('| Health outcomes | Outstanding |', '| Health outcomes | Requires improvement |'),
      'Change the section to "requires improvement"',
      changed('| Health outcomes | Outstanding |', '| Health outcomes | Requires improvement |')
        .replace('Grade 1 (outstanding)', 'Grade 3 (requires improvement)')
        .replace(plural, 'Health outcomes require improvement to be good.'),
      options,
    )
  })
})
