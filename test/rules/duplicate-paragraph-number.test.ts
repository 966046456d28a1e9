import { checkFix, checkRule } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const id = 'duplicate-paragraph-number'

describe(id, () => {
  it('finds the number that is used twice, and the one that is free', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

2. Staff know what to do.

2. Foster carers are well prepared.
^ duplicate-paragraph-number (fix): Paragraph number 2 is used twice. This should be 3.

4. Visits are made when due.
`,
    )
  })

  it('finds numbers that begin again once', () => {
    checkRule(
      id,
      `
## Being healthy

1. The arrangements for safety are good.

2. Staff know what to do.

3. Foster carers are well prepared.

## Staying safe

1. Health outcomes are good.
^ duplicate-paragraph-number (fix): Paragraph number 1 is used twice. Renumber from here.

2. Dentists are easy to find.

3. Nurses visit each home.
`,
    )
  })

  it('is silent about a list inside a paragraph', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

2. Each social worker should:

1. read the case notes

2. speak to the carer

3. Foster carers are well prepared.
`,
    )
  })

  it('writes the number that is free', () => {
    checkFix(
      id,
      '## Staying safe\n\n1. Children are safe.\n\n1. Staff know.\n\n3. Visits are made.\n',
      'Number this paragraph 2',
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know.\n\n3. Visits are made.\n',
    )
  })

  it('renumbers from there on; references to the doubled number stay', () => {
    checkFix(
      id,
      `
## Staying safe

1. Children are safe (see paragraphs 1 and 2).

1. Staff know what to do.

2. Visits are made when due.
`,
      'Renumber from here',
      `
## Staying safe

1. Children are safe (see paragraphs 1 and 3).

2. Staff know what to do.

3. Visits are made when due.
`,
    )
  })

  it('is silent about the paragraphs of a section that appears twice', () => {
    const start = visitReport.indexOf('### Staying safe')
    const end = visitReport.indexOf('### What to do')
    const text = visitReport.slice(0, end) + visitReport.slice(start)
    checkRule(id, text, { type: visitType })
  })
})
