import assert from 'node:assert/strict'
import { misspeltHeading } from '../../server/src/rules/misspelt-heading'
import { applyEdits } from '../../server/src/text/edits'
import { checkFix, checkRule, fixesOf, reportOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }

describe('misspelt-heading', () => {
  it('is silent about right headings', () => {
    checkRule('misspelt-heading', visitReport, options)
  })

  it('finds a heading that is nearly a title, and writes the title', () => {
    const text = visitReport.replace('### Staying safe', '### Stayign safe')
    checkRule(
      'misspelt-heading',
      text.replace(
        '### Stayign safe',
        `### Stayign safe
    ^^^^^^^^^^^^ misspelt-heading (fix): The title of this section is "Staying safe". Correct it.`,
      ),
      options,
    )
    checkFix('misspelt-heading', text, 'Write "Staying safe"', visitReport, options)
  })

  it('takes a grade out of a heading whose section has none, but not with all the other fixes', () => {
    for (const grade of [': good', ' is good', ' Grade 2 (good)']) {
      const text = visitReport.replace('## About this visit', `## About this visit${grade}`)
      checkFix('misspelt-heading', text, 'Write "About this visit"', visitReport, options)
      const [fix] = fixesOf('misspelt-heading', text, options)
      assert.equal(fix?.safe, false, grade)
    }
  })

  it('keeps marks, emphasis and capitals', () => {
    const text = visitReport.replace('### Staying safe', '**STAYING SAVE**')
    checkFix(
      'misspelt-heading',
      text,
      'Write "STAYING SAFE"',
      visitReport.replace('### Staying safe', '**STAYING SAFE**'),
      options,
    )
  })

  it('keeps short words of a heading in capitals, and the mark of a footnote', () => {
    for (const [wrong, right] of [
      ['**ABUOT THIS VISIT**', '**ABOUT THIS VISIT**'],
      ['## Abuot this visit[^1]', '## About this visit[^1]'],
    ] as const) {
      const of = (heading: string) => visitReport.replace('## About this visit', heading)
      const text = of(wrong)
      const made = fixesOf('misspelt-heading', text, options).map(({ edits }) =>
        applyEdits(text, edits),
      )
      assert.deepEqual(made, [of(right)], wrong)
    }
  })

  it('is silent about a sentence, a list item and a cell that are nearly a title', () => {
    for (const line of ['Staying save.', '- Staying save', '| Staying save | 2 |'])
      checkRule('misspelt-heading', visitReport.replace('### Staying safe', line), options)
  })

  it('takes a half-typed title of a draft as a to-do', () => {
    const toDos = (written: string) => {
      const draft = visitReport
        .replace('Westmarch\n', 'Westmarch\n\nStatus: draft\n')
        .replace('### Staying safe', `### ${written}`)
      return [...misspeltHeading.check(reportOf(draft, options))].map(({ toDo }) => toDo)
    }
    assert.deepEqual(toDos('Staying saf'), [true])
    assert.deepEqual(toDos('Staying save'), [false])
  })
})
