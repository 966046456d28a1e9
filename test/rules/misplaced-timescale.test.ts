import { checkFix, checkRule } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }

const mixedUp = visitReport.replace(
  'At once:\n\n- mend the gate.\n',
  `Within a year:

- paint the hall.

At once:

- mend the gate.
`,
)

describe('misplaced-timescale', () => {
  it('is silent where timescales follow the order of the type, or one is alone', () => {
    checkRule('misplaced-timescale', visitReport, options)
    checkRule('misplaced-timescale', visitReport.replace('At once:', 'Within a year:'), options)
  })

  it('finds the one that is after a longer one', () => {
    checkRule(
      'misplaced-timescale',
      mixedUp.replace(
        'At once:\n',
        `At once:
^^^^^^^ misplaced-timescale (fix): "At once" belongs before "Within a year". Move it there with everything under it.
`,
      ),
      options,
    )
  })

  it('leaves timescales alone that are not of the type', () => {
    const own = mixedUp.replace('Within a year:', 'Within two weeks:')
    checkRule('misplaced-timescale', own, options)
  })

  it('finds one that appears twice', () => {
    const twice = mixedUp.replace('Within a year:', 'At once:')
    const second = `hall.

At once:
^^^^^^^ misplaced-timescale: "At once" appears twice. Move what is under it to the other one, or change the timescale.
`
    checkRule('misplaced-timescale', twice.replace('hall.\n\nAt once:\n', second), options)
  })

  it('finds one that appears twice and out of order once', () => {
    const again = mixedUp.replace(
      '- mend the gate.\n',
      `- mend the gate.

Within a year:
^^^^^^^^^^^^^ misplaced-timescale: "Within a year" appears twice. Move what is under it to the other one, or change the timescale.

- paint the gate.
`,
    )
    checkRule('misplaced-timescale', again.replace('At once:', 'Within two weeks:'), options)
  })

  it('accepts one that begins again after another lead, and leaves an empty one to its own rule', () => {
    const twice = mixedUp.replace('Within a year:', 'At once:')
    const lead = twice.replace('hall.\n', 'hall.\n\nThe trustees should:\n')
    checkRule('misplaced-timescale', lead, options)
    checkRule('misplaced-timescale', twice.replace('- paint the hall.\n', ''), options)
  })

  it('moves it with what is under it', () => {
    checkFix(
      'misplaced-timescale',
      mixedUp,
      'Move it before "Within a year"',
      visitReport.replace(
        '- mend the gate.\n',
        `- mend the gate.

Within a year:

- paint the hall.
`,
      ),
      options,
    )
  })
})
