import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }

describe('mismatched-opening', () => {
  it('is silent where the opening sentences agree', () => {
    checkRule('mismatched-opening', homeReport, options)
  })

  it('finds a sentence that differs from grade line and row', () => {
    const text = changed('3. Learning is good.', '3. Learning is inadequate.')
    checkRule(
      'mismatched-opening',
      text.replace(
        '3. Learning is inadequate. Children read a lot.\n',
        `3. Learning is inadequate. Children read a lot.
               ^^^^^^^^^^ mismatched-opening (fix): This sentence says "inadequate", the grade "good". Change one of them.
`,
      ),
      options,
    )
    checkFix('mismatched-opening', text, 'Change the sentence to "good"', homeReport, options)
    checkFix(
      'mismatched-opening',
      text,
      'Change the grade and the row to "inadequate"',
      text
        .replace('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade 4 (inadequate)')
        .replace('| Learning | Good |', '| Learning | Inadequate |'),
      options,
    )
  })

  it('is silent about a grade word that is not a statement about the judgement', () => {
    for (const sentence of [
      'Learning is not outstanding.',
      'Children make good progress and outstanding friends.',
      'Learning is in good time.',
    ])
      checkRule('mismatched-opening', changed('Learning is good.', sentence), options)
  })

  it('offers no fix that would change nothing', () => {
    const text = changed('3. Learning is good.', '3. Learning is inadequate.')
    for (const fix of fixesOf('mismatched-opening', text, options)) assert.ok(fix.edits.length > 0)
  })
})
