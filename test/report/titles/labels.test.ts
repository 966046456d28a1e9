/** Labels of the cover with what is written around and among their words. */

import assert from 'node:assert/strict'
import { reportOf } from '../../support/check-rule'

const label = 'Inspection dates'
const value = '5\u201316 September 2011'

describe('a decorated label is read as a field of the cover', () => {
  for (const line of [
    `${label}[^1]: ${value}`,
    `${label}\u00b9: ${value}`,
    `${label}1: ${value}`,
    `${label}<sup>1</sup>: ${value}`,
    `${label}[^1] ${value}`,
    `${label}: ${value}[^1]`,
    `Inspection[^1] dates: ${value}`,
    `Inspection1 dates: ${value}`,
    `**${label}**[^1]: ${value}`,
    `**${label}[^1]:** ${value}`,
    `[${label}](#dates): ${value}`,
    `<a id="dates"></a>${label}: ${value}`,
    `<b>${label}:</b> ${value}`,
    `**<a id="dates"></a>${label}:** ${value}`,
    `[]{#dates}${label}: ${value}`,
    `1. ${label}: ${value}`,
    `(a) ${label}: ${value}`,
    `| ${label}[^1] | ${value} |`,
    `| [${label}](#dates) | ${value} |`,
  ])
    it(line, () => {
      const text = `# Inspection of safeguarding and looked after children services\n\nWestmarch\n\n${line}\n\n## About this inspection\n`
      const { cover } = reportOf(text)
      const [field] = cover.fields
      assert.equal(field?.id, 'inspection-dates')
      assert.equal(field.dates?.to, '2011-09-16')
      assert.equal(cover.authority?.text, 'Westmarch')
    })

  it('unless the number that is glued to it is its value', () => {
    const [field] = reportOf('Published6 May 2011\n').cover.fields
    assert.equal(field?.value.text, '6 May 2011')
  })
})
