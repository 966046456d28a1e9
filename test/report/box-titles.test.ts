/** Column titles of the boxes that judgements stand in, as text extraction leaves them. */

import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { changed } from '../reports/samples'
import { extracted, leadership } from '../support/single-inspection-texts'

function found(text: string): readonly string[] {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  return checkReport(report).map(
    ({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`,
  )
}

describe('the titles of the columns of a box', () => {
  /** The second title is wrapped, and its column stands in the middle of the row. */
  const titles = `${' '.repeat(60)}Judgement
Key judgement
${' '.repeat(60)}Grade
`

  it('are no grade in the text, even where "Grade" stands on a line of its own', () => {
    const text = changed(
      extracted,
      leadership,
      `Leadership, management and governance
${titles}${leadership}`,
    )
    assert.deepEqual(found(text), [])
  })

  it('leave a grade that is in the text by itself a finding', () => {
    const text = changed(
      extracted,
      leadership,
      `${leadership}\n\nLeaders know the county.\n\nGrade: good\n`,
    )
    assert.deepEqual(found(text), ['misplaced-grade: Grade: good'])
  })
})
