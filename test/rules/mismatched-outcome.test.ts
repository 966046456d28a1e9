import assert from 'node:assert/strict'
import { mismatchedOutcome } from '../../server/src/rules/mismatched-outcome'
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
})
