import { compileType } from '../../server/src/types/compile'
import type { LimitSource } from '../../server/src/types/source'
import { checkFix, checkRule } from '../support/check-rule'

const typeWith = (limit: Omit<LimitSource, 'then'>) =>
  compileType({
    id: 'limited',
    name: 'Limited',
    recognise: { titles: ['Report of a visit'] },
    scale: {
      line: 'Grade: {word}',
      grades: [{ word: 'good' }, { word: 'fair' }, { word: 'weak' }],
    },
    sections: [
      { id: 'overall', title: 'Overall', grade: 'line' },
      { id: 'care', title: 'Care', grade: 'line' },
      { id: 'safety', title: 'Safety', grade: 'line' },
      { id: 'record', title: 'Record', kind: 'summary' },
    ],
    summary: { rows: [{ section: 'overall' }, { section: 'care' }, { section: 'safety' }] },
    // biome-ignore lint/suspicious/noThenProperty: it is the format's word.
    limits: [{ ...limit, then: 'overall' }],
  })

const report = (overall: string, care: string, safety: string) => `# Report of a visit

## Overall

Grade: ${overall}

All is told below.

## Care

Grade: ${care}

Much is done.

## Safety

Grade: ${safety}

The gate is shut.

## Record

| Judgement | Grade |
| --- | --- |
| Overall | ${overall} |
| Care | ${care} |
| Safety | ${safety} |
`

const marked = (text: string, caret: string, message: string) =>
  text.replace(/(## Overall\n\nGrade: \w+\n)/, `$1       ${caret} breached-limit${message}\n`)

describe('breached-limit', () => {
  const of = ['care', 'safety']
  const atMost = typeWith({ of, is: ['weak'], atMost: 'fair' })
  const exactly = typeWith({ of, is: ['weak'], exactly: 'weak' })
  const onlyIf = typeWith({ of, is: ['weak'], exactly: 'weak', onlyIf: true })
  const counted = typeWith({ of, atLeast: 2, is: ['weak'], atMost: 'fair' })

  it('is silent where the grade is as good as it can be, or worse', () => {
    for (const overall of ['fair', 'weak'])
      checkRule('breached-limit', report(overall, 'weak', 'good'), { type: atMost })
    checkRule('breached-limit', report('good', 'fair', 'good'), { type: atMost })
    checkRule('breached-limit', report('weak', 'good', 'good'), { type: exactly })
  })

  it('finds a grade that is better than another one allows, and names that', () => {
    const text = marked(
      report('good', 'weak', 'good'),
      '^^^^',
      ' (fix): "Overall" must be at most "fair" while "Care" is "weak". Change one of the grades.',
    )
    checkRule('breached-limit', text, { type: atMost })
  })

  it('finds a grade that is not just the one that it must be', () => {
    const text = marked(
      report('fair', 'weak', 'weak'),
      '^^^^',
      ' (fix): "Overall" must be "weak" while "Care" and "Safety" are "weak". Change one of the grades.',
    )
    checkRule('breached-limit', text, { type: exactly })
  })

  it('counts', () => {
    checkRule('breached-limit', report('good', 'weak', 'good'), { type: counted })
    const text = marked(
      report('good', 'weak', 'weak'),
      '^^^^',
      ' (fix): "Overall" must be at most "fair" while "Care" and "Safety" are "weak". Change one of the grades.',
    )
    checkRule('breached-limit', text, { type: counted })
  })

  it('finds a limited grade without a reason, where the type says that there must be one', () => {
    const text = marked(
      report('weak', 'fair', 'good'),
      '^^^^',
      ': "Overall" is "weak", but neither "Care" nor "Safety" is "weak". Change one of the grades.',
    )
    checkRule('breached-limit', text, { type: onlyIf })
    checkRule('breached-limit', report('weak', 'weak', 'good'), { type: onlyIf })
    const gone = report('weak', 'fair', 'good').replace(/## Safety\n[\s\S]*?(?=## Record)/, '')
    checkRule('breached-limit', gone.replace('| Safety | good |\n', ''), { type: onlyIf })
  })

  it('leaves a grade to its own rule on which the report disagrees', () => {
    const text = report('good', 'weak', 'good').replace('| Overall | good |', '| Overall | weak |')
    checkRule('breached-limit', text, { type: exactly })
    const cause = report('good', 'weak', 'good').replace('| Care | weak |', '| Care | good |')
    checkRule('breached-limit', cause, { type: exactly })
  })

  it('changes either of the two wherever it is', () => {
    const before = report('good', 'weak', 'good')
    const overall = 'Change "Overall" to "fair" wherever it is stated'
    checkFix('breached-limit', before, overall, report('fair', 'weak', 'good'), { type: atMost })
    const care = 'Change "Care" to "fair" wherever it is stated'
    checkFix('breached-limit', before, care, report('good', 'fair', 'good'), { type: atMost })
  })
})
