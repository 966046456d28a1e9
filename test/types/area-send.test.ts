import assert from 'node:assert/strict'
import { statedOutcome } from '../../server/src/report/grades/outcomes'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'

function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return report
}

const found = (text: string) =>
  checkReport(read(text)).map(({ rule, message }) => [rule.id, message])

describe('the report on an area SEND inspection', () => {
  const report = (outcome: string, actions: string) => `Local Area Partnership report

Area SEND inspection of Westmarch Local Area
Partnership

Inspection dates: 6 to 10 March 2023
Date of previous inspection: 1 to 6 October 2018

Inspection outcome

${outcome}

The next full area SEND inspection will be within approximately ${outcome.includes('typically') ? 5 : 3} years.

Information about the local area partnership

Westmarch County Council and its partners plan the services.

What is it like to be a child or young person with SEND in this area?

Children are listened to.

What is the area partnership doing that is effective?

- Leaders know the area well.

What does the area partnership need to do better?

- Waiting times are too long.

${actions}Areas for improvement

Areas for improvement
Leaders across the partnership should shorten waiting times.

Local area partnership details

Westmarch County Council

Information about this inspection

This inspection was carried out at the request of the Secretary of State.

Inspection team

Eleanor Thripp, lead inspector
`
  const good =
    'The local area partnership’s arrangements typically lead to positive experiences and\noutcomes for children and young people.'
  const inconsistent =
    'The local area partnership’s arrangements lead to inconsistent experiences and outcomes\nfor children and young people.'
  const failing =
    'There are widespread and/or systemic failings leading to significant concerns about the\nexperiences and outcomes of children and young people.'
  const actions = `Areas for priority action

Leaders should act with urgency to shorten waiting times.

`

  const right: readonly (readonly [outcome: string, text: string])[] = [
    ['typically-positive', report(good, '')],
    ['inconsistent', report(inconsistent, '')],
    ['systemic-failings', report(failing, actions)],
  ]
  for (const [outcome, text] of right) {
    it(`states the outcome ${outcome}, and has nothing wrong`, () => {
      const parsed = read(text)
      assert.equal(parsed.type.id, 'ofsted-area-send')
      assert.equal(parsed.cover.authority?.text, 'Westmarch')
      assert.equal(statedOutcome(parsed)?.outcome.id, outcome)
      assert.deepEqual(found(text), [])
    })
  }

  it('states its outcome in words with soft hyphens and places to break', () => {
    for (const unseen of ['\u00ad', '\u200b']) {
      const copy = report(failing, actions).replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, unseen)
      assert.equal(statedOutcome(read(copy))?.outcome.id, 'systemic-failings')
      assert.deepEqual(found(copy), [])
    }
  })

  it('has areas for priority action with the lowest outcome', () => {
    assert.deepEqual(found(report(failing, '')), [
      [
        'mismatched-outcome',
        'A report with this outcome must have a section "Areas for priority action". Write it, or change the outcome.',
      ],
    ])
  })

  it('has none with any other', () => {
    for (const outcome of [good, inconsistent]) {
      assert.deepEqual(
        found(report(outcome, actions)).map(([rule]) => rule),
        ['mismatched-outcome'],
      )
    }
  })

  it('states one outcome, not two and not none', () => {
    const rules = (outcome: string) => found(report(outcome, '')).map(([rule]) => rule)
    assert.deepEqual(rules(`${good}\n\n${inconsistent}`), ['mismatched-outcome'])
    assert.deepEqual(rules('Leaders know what is to be done.'), ['mismatched-outcome'])
  })

  it('may have its areas for priority action in a table without a heading', () => {
    const table = `Responsible body                  Areas for priority action
Westmarch County Council          Leaders should act with urgency to shorten
                                  waiting times.

`
    assert.deepEqual(found(report(failing, table)), [])
    const [[rule] = []] = found(report(good, table))
    assert.equal(rule, 'mismatched-outcome')
  })

  it('may have the table copied column by column', () => {
    const table = `Areas for priority action

Responsible body

Westmarch County Council and Westmarch
Integrated Care Board

Westmarch County Council

Areas for priority action

Leaders should act with urgency to shorten waiting times.

Leaders should act with urgency to write plans on time.

`
    assert.deepEqual(found(report(failing, table)), [])
  })

  it('has no heading in the last words of a sentence, where a blank line is after each line', () => {
    const sentence =
      'Leaders must submit a plan to address the identified\n\nareas for priority action.'
    assert.deepEqual(found(report(`${failing}\n\n${sentence}`, actions)), [])
  })

  it('has the title of a section again at the head of its table, on each page', () => {
    const text = report(good, '').replace(
      'Leaders across the partnership should shorten waiting times.\n',
      `Leaders across the partnership should shorten waiting times.
Leaders should write to parents.
Leaders should meet each month.



                                                                                            7
\fAreas for improvement
Leaders should publish their plan.
`,
    )
    assert.deepEqual(found(text), [])
    const repeated = report(good, '').replace(
      'Local area partnership details',
      'Information about the local area partnership\n\nIt meets twice a year.\n\nLocal area partnership details',
    )
    assert.deepEqual(
      found(repeated).map(([rule]) => rule),
      ['duplicate-section'],
    )
  })

  it('may ask its questions of the local area partnership', () => {
    const text = report(good, '')
      .replace('What is the area partnership doing', 'What is the local area partnership doing')
      .replace('What does the area partnership', 'What does the local area partnership')
    assert.match(text, /does the local area partnership/)
    assert.deepEqual(found(text), [])
  })

  it('has a heading for each question', () => {
    const text = report(good, '').replace('What does the area partnership need to do better?\n', '')
    assert.deepEqual(
      found(text).map(([rule]) => rule),
      ['missing-section'],
    )
  })
})
