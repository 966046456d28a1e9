import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { annexesOf } from '../../server/src/report/sections/annexes'
import { checkReport } from '../../server/src/rules/run'

function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return report
}

const found = (text: string) =>
  checkReport(read(text)).map(({ rule, message }) => [rule.id, message])

const sections = ({ sections: all }: Report) => all.map(({ definition }) => definition.id)

describe('the paper for a council’s cabinet', () => {
  const paper = `CABINET – 15 MARCH 2011
UNANNOUNCED INSPECTION OF WESTMARCH
CHILDREN’S SERVICES
Report by the Director for Children

Introduction
1.

The council was subject to an inspection on 23 November 2010. Its letter is
attached (see Annex 1).

2.

The inspection sampled the quality of services.

Next Steps
3.

An action plan has been developed from the assessment (see Annex 2).

RECOMMENDATION
4.

The Cabinet is RECOMMENDED to note the outcome.

ADA QUILL
Director for Children
Annexes:
Annex 1: Inspection letter
Annex 2: Assessment
`

  it('is read by its first line, and has nothing wrong', () => {
    const report = read(paper)
    assert.equal(report.type.id, 'council-cabinet-report')
    assert.deepEqual(sections(report), ['introduction', 'next-steps', 'recommendation'])
    assert.deepEqual(
      annexesOf(report).listed.map(({ name }) => name),
      ['1', '2'],
    )
    assert.deepEqual(found(paper), [])
  })

  it('refers to annexes that are listed', () => {
    assert.deepEqual(
      found(paper.replace('see Annex 2', 'see Annex 3')).map(([rule]) => rule),
      ['unresolved-annex', 'unused-annex'],
    )
  })

  it('numbers its paragraphs, the numbers alone on their line', () => {
    assert.deepEqual(
      found(paper.replace('\n3.\n', '\n5.\n'))
        .map(([rule]) => rule)[0]
        ?.endsWith('paragraph-number'),
      true,
    )
  })
})
