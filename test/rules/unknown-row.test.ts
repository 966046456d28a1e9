import assert from 'node:assert/strict'
import { unknownRow } from '../../server/src/rules/unknown-row'
import { checkFix, checkRule, reportOf } from '../support/check-rule'
import { changed, homeDraft, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const row = '| Learning | Good |\n'

describe('unknown-row', () => {
  it('is silent where all rows are those of the type', () => {
    checkRule('unknown-row', homeReport, options)
  })

  it('finds a row that the table does not have, and removes it', () => {
    const text = changed(row, `${row}| Value for money | Good |\n`)
    checkRule(
      'unknown-row',
      text.replace(
        '| Value for money | Good |\n',
        `| Value for money | Good |
  ^^^^^^^^^^^^^^^ unknown-row (fix): The Summary of grades has no such row. Remove it.
`,
      ),
      options,
    )
    checkFix('unknown-row', text, 'Remove this row', homeReport, options)
  })

  it('offers the title of the missing row that it is like', () => {
    const text = changed('| Listening to children | Good |', '| Listening to boys | Good |')
    checkRule(
      'unknown-row',
      text.replace(
        '| Listening to boys | Good |\n',
        `| Listening to boys | Good |
  ^^^^^^^^^^^^^^^^^ unknown-row (fix): The Summary of grades has no such row. Write "Listening to children", or remove it.
`,
      ),
      options,
    )
    checkFix('unknown-row', text, 'Write "Listening to children"', homeReport, options)
  })

  it('finds a misspelt row, and writes its name', () => {
    const text = changed('| Listening to children |', '| Listning to children |')
    checkRule(
      'unknown-row',
      text.replace(
        '| Listning to children | Good |\n',
        `| Listning to children | Good |
  ^^^^^^^^^^^^^^^^^^^^ unknown-row (fix): This row should be called "Listening to children". Correct it.
`,
      ),
      options,
    )
    checkFix('unknown-row', text, 'Write "Listening to children"', homeReport, options)
    const group = changed('| **How children do** | |', '| **How childen do** | |')
    checkFix('unknown-row', group, 'Write "How children do"', homeReport, options)
  })

  it('writes the whole title of a row with a word too many that is wrapped in columns', () => {
    const columns = (rows: string) => homeReport.replace(/(?:^\|.*\n?)+/m, `${rows}\n`)
    const wrapped = columns(`Children

Quality of care              Good

How children do

Health outcomes              Good

Learning                     Good

Listening to                 Good
many children

Equality                     Good

Staff

Leaders and managers         Requires improvement

Quality of care              Good

Equality                     Good`)
    const fixed = wrapped.replace('many children\n', 'children\n')
    checkRule(
      'unknown-row',
      wrapped.replace(
        'Listening to                 Good\n',
        `Listening to                 Good
^^^^^^^^^^^^ unknown-row (fix): This row should be called "Listening to children". Correct it.
`,
      ),
      options,
    )
    checkFix('unknown-row', wrapped, 'Write "Listening to children"', fixed, options)
    checkRule('missing-row', wrapped, options)
  })

  it('keeps the grade of a row whose cells have run together, and is all that is found', () => {
    const text = changed('| Listening to children | Good |', '| Listening to children Good |')
    checkFix('unknown-row', text, 'Write "Listening to children"', homeReport, options)
    checkRule('missing-row', text, options)
  })

  it('takes a half-typed row of a draft as a to-do', () => {
    const typing = changed(row, `${row}| Listen`, homeDraft)
    const draft = typing.slice(0, typing.indexOf('| Listen') + '| Listen'.length)
    assert.deepEqual(toDos(draft), [true])
    assert.deepEqual(toDos(changed(row, `${row}| Value for money | Good |\n`, homeDraft)), [false])
  })
})

function toDos(text: string): readonly unknown[] {
  return [...unknownRow.check(reportOf(text, options))].map(({ toDo }) => toDo)
}
