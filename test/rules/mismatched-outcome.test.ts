import assert from 'node:assert/strict'
import { mismatchedOutcome } from '../../server/src/rules/mismatched-outcome'
import { builtInTypes } from '../../server/src/types/built-in'
import { compileType } from '../../server/src/types/compile'
import { checkRule, reportOf } from '../support/check-rule'

const source = {
  id: 'outcomes',
  name: 'Outcomes',
  recognise: { titles: ['Letter about a visit'] },
  letter: true,
  sections: [
    { id: 'outcome', title: 'Outcome' },
    { id: 'actions', title: 'Priority actions', required: false },
    { id: 'findings', title: 'Findings' },
  ],
  outcomes: {
    section: 'outcome',
    of: [
      { id: 'none', words: ['there are no priority actions'], excludes: ['actions'] },
      { id: 'some', words: ['priority actions', 'failings'], needs: ['actions'] },
    ],
  },
}
const type = compileType(source)

const letter = (outcome: string, actions = '') => `# Letter about a visit

## Outcome

${outcome}

${actions}## Findings

The gate is shut.
`
const actions = '## Priority actions\n\n- Shut the gate.\n\n'

describe('mismatched-outcome', () => {
  it('is silent where the sections go with the outcome', () => {
    checkRule('mismatched-outcome', letter('There are no priority actions.'), { type })
    checkRule('mismatched-outcome', letter('There are failings.', actions), { type })
  })

  it('finds a section that the outcome does not allow', () => {
    checkRule(
      'mismatched-outcome',
      letter('All is well. There are no\npriority actions.', actions).replace(
        '## Priority actions\n',
        `## Priority actions
   ^^^^^^^^^^^^^^^^ mismatched-outcome: "Priority actions" does not go with the outcome that this report states. Remove the section, or change the outcome.
`,
      ),
      { type },
    )
  })

  it('finds that a section for which the outcome asks is missing', () => {
    checkRule(
      'mismatched-outcome',
      letter('There are failings.').replace(
        'There are failings.',
        `There are failings.
          ^^^^^^^^ mismatched-outcome: A report with this outcome must have a section "Priority actions". Write it, or change the outcome.`,
      ),
      { type },
    )
  })

  it('is silent where the outcome is not plain, or the section says that there are none', () => {
    for (const outcome of [
      'All is well.',
      'Inspectors did not identify any priority actions.',
      'There are failings. There are no priority actions.',
    ])
      checkRule('mismatched-outcome', letter(outcome), { type })
    const none = '## Priority actions\n\nNone.\n\n'
    checkRule('mismatched-outcome', letter('There are no priority actions.', none), { type })
  })

  it('is a thing to do in a draft for a section that is not written yet', () => {
    const draft = letter('There are failings.').replace(
      '# Letter',
      '---\nstatus: draft\n---\n\n# Letter',
    )
    const found = [...mismatchedOutcome.check(reportOf(draft, { type }))]
    assert.deepEqual(
      found.map(finding => finding.toDo),
      [true],
    )
  })

  describe('of a type whose every report states one', () => {
    const required = compileType({ ...source, outcomes: { ...source.outcomes, required: true } })

    it('finds that none is stated', () => {
      checkRule(
        'mismatched-outcome',
        letter('All is well.').replace(
          '## Outcome\n',
          `## Outcome
   ^^^^^^^ mismatched-outcome: No outcome is stated here. Write one of these: "there are no priority actions", "priority actions".
`,
        ),
        { type: required },
      )
    })

    it('finds that two are stated', () => {
      checkRule(
        'mismatched-outcome',
        letter(`There are no priority actions.

There are failings.
          ^^^^^^^^ mismatched-outcome: Another outcome is stated above: "There are no priority actions". Keep one of the two.`),
        { type: required },
      )
    })

    it('leaves a section without text, or with gaps, to other rules, and words that may be meant', () => {
      for (const outcome of ['', '[TBC]', 'Unlike last year there are no failings.'])
        checkRule('mismatched-outcome', letter(outcome), { type: required })
    })
  })

  it('takes a table with the title in its head for the section', () => {
    const table = '| Who | Priority actions |\n| --- | --- |\n| All | Shut the gate. |\n\n'
    checkRule('mismatched-outcome', letter('There are failings.', table), { type })
    checkRule(
      'mismatched-outcome',
      letter('There are no priority actions.', table).replace(
        '| Who | Priority actions |\n',
        `| Who | Priority actions |
        ^^^^^^^^^^^^^^^^ mismatched-outcome: "Priority actions" does not go with the outcome that this report states. Remove the section, or change the outcome.
`,
      ),
      { type },
    )
  })

  it('finds what is said of the next inspection with another outcome', () => {
    const send = builtInTypes().find(({ id }) => id === 'ofsted-area-send')
    assert.ok(send !== undefined)
    const found = (outcome: string, next: string) => {
      const text = `# Area SEND inspection of Westmarch Local Area Partnership\n\n## Inspection outcome\n\nThe local area partnership’s arrangements ${outcome} for children and young people with SEND.\n\n${next}\n`
      return [...mismatchedOutcome.check(reportOf(text, { type: send }))]
        .filter(({ message }) => message.includes('another outcome'))
        .map(({ span }) => text.slice(span.start, span.end))
    }
    const positive = 'typically lead to positive experiences and outcomes'
    const inconsistent = 'lead to inconsistent experiences and outcomes'
    const failings = 'show widespread and/or systemic failings'
    const next = (years: string) =>
      `The next full area SEND inspection will be within approximately ${years}.`
    const monitoring = 'A monitoring inspection will be carried out within approximately 18 months.'
    for (const [outcome, said, ...words] of [
      [positive, next('three years'), 'within approximately three years'],
      [positive, next('3 years'), 'within approximately 3 years'],
      [positive, `Leaders meet.\n\n${next('three\nyears')}`, 'within approximately three'],
      [
        positive,
        monitoring,
        'A monitoring inspection will be carried out',
        'within approximately 18 months',
      ],
      [inconsistent, next('five years'), 'within approximately five years'],
      [
        inconsistent,
        monitoring,
        'A monitoring inspection will be carried out',
        'within approximately 18 months',
      ],
      [failings, `${monitoring} ${next('5 years')}`, 'within approximately 5 years'],
      [positive, next('five years')],
      [inconsistent, next('3 years')],
      [failings, `${monitoring} ${next('three years')}`],
      [positive, 'They will meet within the next three years.'],
    ] as const)
      assert.deepEqual(found(outcome, said), words, `${outcome}: ${said}`)
  })
})
