import assert from 'node:assert/strict'
import { openPlaceholder } from '../../server/src/rules/open-placeholder'
import { checkRule, reportOf } from '../support/check-rule'

const id = 'open-placeholder'

describe(id, () => {
  it('finds what is still to be written', () => {
    checkRule(
      id,
      `
Published: [TBC]
           ^^^^^ open-placeholder: "[TBC]" is a placeholder. Write what belongs there, or remove it.

About this inspection

1. Inspectors saw XX case files and [insert number] plans.
                                    ^^^^^^^^^^^^^^^ open-placeholder: "[insert number]" is a placeholder. Write what belongs there, or remove it.
                  ^^ open-placeholder: "XX" is a placeholder. Write what belongs there, or remove it.
`,
    )
  })

  it('is silent on links, quotations and notes', () => {
    checkRule(
      id,
      `
About this inspection

1. Children said they ‘was [sic] glad’ in [2010].[1] See [the plan](plan.pdf). [Note AB: XX or [TBC]?]
`,
    )
  })

  it('finds what square brackets say is to come, in ten wordings', () => {
    const marks =
      '[date] [Month] [NAME] [team name] [number] [number of visits] [x] [ref] [percentage] [details]'
    for (const mark of marks.split(/(?<=\]) /))
      checkRule(
        id,
        `
About this inspection

1. Leaders saw that ${mark} was right.
                    ${'^'.repeat(mark.length)} open-placeholder: "${mark}" is a placeholder. Write what belongs there, or remove it.
`,
      )
  })

  it('finds them after a quotation that has ended', () => {
    for (const quotation of ['‘helped us’', '“helped us”', '"helped us"', "'helped us'"])
      checkRule(
        id,
        `
About this inspection

1. Children said that staff ${quotation}. They met [date].
${' '.repeat(39 + quotation.length)}^^^^^^ open-placeholder: "[date]" is a placeholder. Write what belongs there, or remove it.
`,
      )
  })

  it('finds what is to be confirmed in a column and after a label', () => {
    for (const [before, mark] of [
      ['Published: ', 'to be confirmed'],
      ['Published: ', 'To be confirmed'],
      ['Reporting inspector: ', 'to be confirmed'],
      ['Overall effectiveness    ', 'To be confirmed'],
      ['Overall effectiveness    ', 'insert grade'],
      ['Overall effectiveness\t', 'to be confirmed'],
      ['| Overall effectiveness | ', 'Insert number'],
    ] as const)
      checkRule(
        id,
        `
${before}${mark}
${before.replace(/[^\t]/g, ' ')}${'^'.repeat(mark.length)} open-placeholder: "${mark}" is a placeholder. Write what belongs there, or remove it.

About this inspection

1. Leaders know what is to be confirmed, and  to be confirmed by them: insert plans where they are late.
`,
      )
  })

  it('is silent on the same words in a quotation, and on others', () => {
    checkRule(
      id,
      `
About this inspection

1. A girl said: ‘My [social worker’s name] helped [a number of times], and [the date] was kept.’ Staff [all of them] stay [so far].
`,
    )
  })

  it('is a to-do in a draft', () => {
    const found = [...openPlaceholder.check(reportOf('Status: draft\nPublished: [TBC]\n'))]
    assert.deepEqual(
      found.map(each => each.toDo),
      [true],
    )
  })
})
