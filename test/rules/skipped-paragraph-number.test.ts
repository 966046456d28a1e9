import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const id = 'skipped-paragraph-number'

const skipped = `
## Staying safe

1. The arrangements for safety are good (see paragraph 4).

2. Staff know what to do.

4. Foster carers are well prepared, as paragraph 2 says.

5. Visits are made when due.
`

describe(id, () => {
  it('finds a number that is left out', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

3. Foster carers are well prepared.
^ skipped-paragraph-number (fix): Paragraph number 2 is left out. Renumber, or add what is missing.

4. Visits are made when due.
`,
    )
  })

  it('finds several, and a sequence that does not begin with 1', () => {
    checkRule(
      id,
      `
## Staying safe

3. The arrangements for safety are good.
^ skipped-paragraph-number (fix): The numbers begin with 3. Renumber, or add what is missing.

4. Foster carers are well prepared.

7. Visits are made when due.
^ skipped-paragraph-number (fix): Paragraph numbers 5 to 6 are left out. Renumber, or add what is missing.
`,
    )
  })

  it('is silent about numbers in order', () => {
    checkRule(id, '## Staying safe\n\n1. Children are safe.\n\n2. Staff know what to do.\n')
  })

  it('renumbers from there on, and the references with the paragraphs', () => {
    checkFix(
      id,
      skipped,
      'Renumber from here',
      `
## Staying safe

1. The arrangements for safety are good (see paragraph 3).

2. Staff know what to do.

3. Foster carers are well prepared, as paragraph 2 says.

4. Visits are made when due.
`,
    )
  })

  it('renumbers all paragraphs', () => {
    checkFix(
      id,
      '## Staying safe\n\n2. Children are safe.\n\n3. Staff know what to do.\n',
      'Renumber all paragraphs',
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know what to do.\n',
    )
  })

  it('numbers the last paragraph alone', () => {
    checkFix(
      id,
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know.\n\n31. Visits are made.\n',
      'Number this paragraph 3',
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know.\n\n3. Visits are made.\n',
    )
  })

  it('holds renumbering safe only where no reference can come to mean another paragraph', () => {
    const isSafe = (text: string) =>
      fixesOf(id, text).find(fix => fix.title === 'Renumber all paragraphs')?.safe
    assert.equal(isSafe(skipped), true)
    assert.equal(isSafe(skipped.replace('paragraph 4', 'paragraph 3')), false)
    assert.equal(isSafe(skipped.replace('5. Visits', '2. Visits')), false)
  })

  it('is silent where a whole section is missing, which is found as such', () => {
    const start = visitReport.indexOf('### Staying safe')
    const end = visitReport.indexOf('### What to do')
    const text = visitReport.slice(0, start) + visitReport.slice(end)
    checkRule(id, text, { type: visitType })
  })
})
