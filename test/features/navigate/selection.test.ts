import assert from 'node:assert/strict'
import { selections } from '../../../server/src/features/navigate/selection'
import { readAnnotated } from '../../support/annotated'
import { reportOf } from '../../support/check-rule'
import { growthOf } from '../../support/doubling'
import { itTimed } from '../../support/tier'

const report = (
  paragraph: string,
  more = '',
) => `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## Services for looked after children

### Staying safe

Grade 2 (good)

1. ${paragraph}
${more}
## Record of main findings
`

describe('Expand Selection', () => {
  it('takes word, sentence, paragraph, section, part and report', () =>
    checkSteps(
      report('Plans are kept. They are re<|>ad by all. That is right.', '\n2. Others.\n'),
      [
        'read',
        'They are read by all.',
        'Plans are kept. They are read by all. That is right.',
        '1. Plans are kept. They are read by all. That is right.',
        '### Staying safe … 2. Others.',
        '## Services for looked after children … 2. Others.',
        '# Inspection of safeguarding and looked after children services … ## Record of main findings',
      ],
    ))
  it('takes the grade whole', () =>
    checkSteps(report('Plans are kept.').replace('(good)', '(go<|>od)'), [
      'good',
      'Grade 2 (good)',
      '### Staying safe … 1. Plans are kept.',
      '## Services for looked after children … 1. Plans are kept.',
      '# Inspection of safeguarding and looked after children services … ## Record of main findings',
    ]))
  it('takes a sentence of a list item', () =>
    checkSteps(
      report('Plans:', '\n- are kept. They are e.g. re<|>ad.\n').replace('Plans:', 'Plans are:'),
      [
        'read',
        'They are e.g. read.',
        'are kept. They are e.g. read.',
        '- are kept. They are e.g. read.',
        '### Staying safe … - are kept. They are e.g. read.',
        '## Services for looked after children … - are kept. They are e.g. read.',
        '# Inspection of safeguarding and looked after children services … ## Record of main findings',
      ],
    ))
  it('takes the value of a cover field, then its line', () =>
    checkSteps(report('Plans are kept.').replace('6 May', '6 M<|>ay'), [
      'May',
      '6 May 2011',
      'Published: 6 May 2011',
      '# Inspection of safeguarding and looked after children services … Published: 6 May 2011',
      '# Inspection of safeguarding and looked after children services … ## Record of main findings',
    ]))
  it('takes a cell of a table, then its row', () =>
    checkSteps(
      `${report('Plans are kept.')}
| Services for looked after children | |
|---|---|
| Staying sa<|>fe | Good |
`,
      [
        'safe',
        'Staying safe',
        '| Staying safe | Good |',
        '| Services for looked after children | | … | Staying safe | Good |',
        '## Record of main findings … | Staying safe | Good |',
        '# Inspection of safeguarding and looked after children services … | Staying safe | Good |',
      ],
    ))
  it('takes something at every place, each step larger than the one before', () => {
    const { text } = readAnnotated(report('Plans are kept. They are read.'))
    const parsed = reportOf(text)
    for (let offset = 0; offset <= text.length; offset++) {
      const steps = selections(parsed, offset)
      assert.ok(steps.length > 0)
      steps.forEach((step, at) => {
        const next = steps[at + 1] ?? { start: -1, end: text.length + 1 }
        assert.ok(next.start <= step.start && step.end <= next.end, `at ${offset}`)
      })
    }
  })
})

describe('expanding the selection in a long run of one character', () => {
  for (const run of [
    '.',
    '. ',
    '?',
    '.) ',
    '…',
    '-',
    'a-',
    '*',
    ' ',
    '\t',
    '[^1]',
    '. [^',
    '|',
    'St. ',
    '1. ',
  ])
    itTimed(`takes time in proportion to it: "${run}"`, () => {
      const growth = growthOf(
        size => {
          const long = report(`They said${run.repeat(size * 64)}and more.<|>`)
          const { text, cursor } = readAnnotated(long)
          const parsed = reportOf(text)
          return () => selections(parsed, cursor ?? 0)
        },
        { from: 2, to: 64 },
      )
      assert.ok(growth.isLinear, growth.shown)
    })
})

/** The steps at `<|>`, long ones by their first and last line; the last step is the whole text. */
function checkSteps(marked: string, expected: readonly string[]): void {
  const { text, cursor } = readAnnotated(marked)
  assert.ok(cursor !== undefined)
  const steps = selections(reportOf(text), cursor).map(({ start, end }) => text.slice(start, end))
  assert.equal(steps.pop(), text)
  assert.deepEqual(
    steps.map(step => {
      const lines = step.split('\n')
      return lines.length === 1 ? step : `${lines[0]} … ${lines.at(-1)}`
    }),
    expected,
  )
}
