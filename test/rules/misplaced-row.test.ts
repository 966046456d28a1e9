import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { changed, homeReport, homeReportWithTabs } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const health = '| Health outcomes | Outstanding |\n'
const leaders = '| Leaders and managers | Inadequate |\n'

describe('misplaced-row', () => {
  it('is silent where the rows follow the order', () => {
    checkRule('misplaced-row', homeReport, options)
  })

  it('finds a row out of order, and moves it', () => {
    const text = changed(health, '').replace(leaders, health + leaders)
    checkRule(
      'misplaced-row',
      text.replace(
        health,
        `${health}  ^^^^^^^^^^^^^^^ misplaced-row (fix): This row belongs before "Learning". Move it there.
`,
      ),
      options,
    )
    checkFix('misplaced-row', text, 'Move it before "Learning"', homeReport, options)
    checkFix('misplaced-row', text, 'Update the whole table from the sections', homeReport, options)
  })

  it('moves the last line of a text that has no line end', () => {
    const row = 'Health outcomes\tOutstanding'
    checkFix(
      'misplaced-row',
      `${homeReportWithTabs.replace(`${row}\n`, '')}\n${row}`,
      'Move it before "Learning"',
      homeReportWithTabs,
      options,
    )
  })

  it('moves a row after the one that it follows, whatever is between', () => {
    const learning = '| Learning | Good |\n'
    const text = changed(learning, '').replace('| **Staff** | |\n', `| **Staff** | |\n${learning}`)
    checkFix('misplaced-row', text, 'Move it after "Health outcomes"', homeReport, options)
  })

  it('is safe only where the name is unique', () => {
    const safeties = (text: string) => fixesOf('misplaced-row', text, options).map(fix => fix.safe)
    const unique = changed(health, '').replace(leaders, health + leaders)
    assert.deepEqual(safeties(unique), [true, false])
    const care = '| Quality of care | Good |\n'
    const repeated = changed(leaders + care, leaders).replace(health, health + care)
    assert.deepEqual(safeties(repeated), [false, false])
  })
})
