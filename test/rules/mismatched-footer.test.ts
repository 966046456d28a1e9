import { compileType } from '../../server/src/types/compile'
import { checkFix, checkRule } from '../support/check-rule'

const type = compileType({
  id: 'paged',
  name: 'Paged',
  recognise: { titles: ['Visit to {authority} homes'] },
  cover: { fields: [{ id: 'dates', labels: ['Dates'], kind: 'dates', required: true }] },
  sections: [
    { id: 'findings', title: 'Findings' },
    { id: 'next', title: 'What comes next' },
  ],
  footer: { fields: ['dates'] },
})

const report = (footer: string) => `---
authority: Westmarch
---

Visit to Westmarch homes

Westmarch

Dates: 2 to 6 June 2025

Findings

The gate is shut.

${footer}  1
\f
The hall is painted.

${footer}  2
\f
What comes next

Nothing.

${footer}  3
\f
`

describe('mismatched-footer', () => {
  it('is silent where title and dates are those of the cover, also in another form', () => {
    checkRule('mismatched-footer', report('Visit to Westmarch homes\n2 June to 6 June 2025  '), {
      type,
    })
    checkRule(
      'mismatched-footer',
      report('Visit to Westmarch County Council homes\n2 - 6 June  '),
      { type },
    )
  })

  it('finds other dates, once', () => {
    const [first = '', ...rest] = report('2 to 7 June 2025  ').split(/(?<=2 to 7 June 2025 {4}1\n)/)
    const caret =
      '^^^^^^^^^^^^^^^^ mismatched-footer (fix): The dates in the footer differ from those on the cover, "2 to 6 June 2025". Correct one of them.\n'
    checkRule('mismatched-footer', first + caret + rest.join(''), { type })
  })

  it('finds another authority', () => {
    const [first = '', ...rest] = report('Visit to Eastmarch homes').split(/(?<=homes {2}1\n)/)
    const caret =
      '         ^^^^^^^^^ mismatched-footer (fix): The authority in the footer differs from the one on the cover, "Westmarch". Correct one of them.\n'
    checkRule('mismatched-footer', first + caret + rest.join(''), { type })
  })

  it('writes what the cover says in all of them', () => {
    const [before, after] = [report('2 to 7 June 2025  '), report('2 to 6 June 2025  ')]
    checkFix('mismatched-footer', before, 'Write "2 to 6 June 2025" in each such footer', after, {
      type,
    })
  })

  it('writes what all footers say on the cover, too', () => {
    const before = report('2 to 7 June 2025  ')
    const after = before.replace('Dates: 2 to 6 June 2025', 'Dates: 2 to 7 June 2025')
    checkFix('mismatched-footer', before, 'Write "2 to 7 June 2025" on the cover', after, { type })
  })

  it('leaves dates of the cover that are a fault by themselves to the rule for those', () => {
    const right = report('2 to 6 June 2025  ')
    const before = right.replace('Dates: 2 to 6 June 2025', 'Dates: 6 to 2 June 2025')
    checkRule('mismatched-footer', before, { type })
    checkFix('mismatched-dates', before, 'Write "2 to 6 June 2025"', right, { type })
  })
})
