import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'

function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return report
}

const found = (text: string) =>
  checkReport(read(text)).map(({ rule, message }) => [rule.id, message])

const sections = ({ sections: all }: Report) => all.map(({ definition }) => definition.id)

describe('the letter about a joint targeted area inspection', () => {
  const newer = `30 November 2023

Ada Quill, Director of Children’s Services, Westmarch County Council

Dear Westmarch Local Safeguarding Partnership

Joint targeted area inspection of Westmarch

This letter summarises the findings of the inspection, which took place from 9 to 13 October 2023.

Context

The findings concern children aged 10 and over.

Headline findings

Partners work well together. Most children receive help when they need it.

What needs to improve?

- The quality of planning.

Strengths

- The work of the integrated front door.

Main findings

Thresholds are applied appropriately.

Practice study: highly effective practice

A child was listened to.

Practice study: highly effective practice

Another child was listened to.

Next steps

We have determined that Westmarch County Council is the principal authority.

Yours sincerely

Eleanor Thripp
`

  const older = `28 October 2016

Dear local partnership

Joint targeted area inspection of the multi-agency response to abuse and
neglect in Westmarch

Between 12 and 16 September 2016, inspectors undertook a joint inspection.

Key Strengths

- Thresholds are applied appropriately.

    Case study: highly effective practice

    A child was listened to.

Areas for improvement

- Plans are not always reviewed on time.

Next steps

The director should prepare a written statement of proposed action.
`

  it('is read in the wording since 2022, and has nothing wrong', () => {
    const report = read(newer)
    assert.equal(report.type.id, 'ofsted-jtai')
    assert.equal(report.type.edition, 'from 2022')
    assert.equal(report.cover.authority?.text, 'Westmarch')
    assert.deepEqual(sections(report), [
      'context',
      'headline-findings',
      'what-needs-to-improve',
      'strengths',
      'findings',
      'study',
      'study',
      'next-steps',
    ])
    assert.deepEqual(found(newer), [])
  })

  it('is read in the wording before, and has nothing wrong', () => {
    const report = read(older)
    assert.equal(report.type.id, 'ofsted-jtai')
    assert.equal(report.type.edition, '2016 to 2021')
    assert.equal(report.cover.authority?.text, 'Westmarch')
    assert.deepEqual(sections(report), [
      'key-strengths',
      'study',
      'areas-for-improvement',
      'next-steps',
    ])
    assert.deepEqual(found(older), [])
  })

  it('gives no grade', () => {
    const graded = newer.replace(
      'Partners work well',
      'Overall effectiveness is good. Partners work well',
    )
    assert.deepEqual(
      found(graded).map(([rule]) => rule),
      ['ungraded-letter'],
    )
  })

  it('lacks a heading that every letter has', () => {
    assert.deepEqual(found(newer.replace('Headline findings\n', '')), [
      ['missing-section', '"Headline findings" is missing. Insert it after "Context".'],
    ])
  })

  it('may name a theme of many words', () => {
    for (const theme of [
      'of the multi-agency response to children missing from home, care or education in Westmarch',
      '(JTAI) of the multi-agency response to abuse and neglect in Westmarch',
      'of services for children living with domestic abuse in Westmarch',
    ]) {
      const text = newer.replace('of Westmarch', theme)
      assert.equal(read(text).type.id, 'ofsted-jtai')
      assert.equal(read(text).cover.authority?.text, 'Westmarch', theme)
      assert.deepEqual(found(text), [], theme)
    }
  })

  it('is a letter: a paper that names the inspection is not one', () => {
    assert.equal(
      parseReport('Joint targeted area inspection of Westmarch\n\nNext steps\n\nThe board met.\n'),
      undefined,
    )
  })
})

describe('the letter about an unannounced inspection', () => {
  const letter = `23 December 2010

Ada Quill
Director of Children’s Services

Dear Ms Quill

Annual unannounced inspection of contact, referral and assessment arrangements within Westmarch County Council children’s services

This letter summarises the findings of the inspection on 23 and 24 November 2010.

Strengths

- Direct work with children is effective.

The service meets the requirements of statutory guidance in the following areas

- Thresholds are agreed.

Areas for development

- Supervision is not always recorded.

Ofsted identified no areas for priority action.
`

  it('is read by its subject line, and has nothing wrong', () => {
    const report = read(letter)
    assert.equal(report.type.id, 'ofsted-unannounced-inspection')
    assert.ok(report.type.letter)
    assert.equal(report.cover.authority?.text, 'Westmarch County Council')
    assert.deepEqual(sections(report), ['strengths', 'requirements-met', 'development'])
    assert.deepEqual(found(letter), [])
  })

  it('says what is missing as information only', () => {
    const report = read(letter.replace('Areas for development\n', ''))
    assert.deepEqual(
      checkReport(report).map(({ rule, severity }) => [rule.id, severity]),
      [['missing-section', 'information']],
    )
  })
})

describe('the letter about the children’s services assessment', () => {
  const letter = `9 December 2010

Ada Quill
Director of Children’s Services

Dear Ms Quill

Annual children’s services assessment

Children’s services in Westmarch County Council perform well.

4 Performs excellently An organisation that significantly exceeds minimum requirements
3 Performs well An organisation that exceeds minimum requirements
2 Performs adequately An organisation that meets only minimum requirements
1 Performs poorly An organisation that does not meet minimum requirements

Key strengths

- Standards are improving.

Areas for further development

- Improve childminders.

Outcomes for children and young people

Arrangements are generally successful.
`

  it('is read by its subject line, and has nothing wrong', () => {
    const report = read(letter)
    assert.equal(report.type.id, 'ofsted-childrens-services-assessment')
    assert.deepEqual(sections(report), ['strengths', 'development', 'outcomes'])
    assert.deepEqual(found(letter), [])
  })

  it('has a scale whose best grade has the highest number', () => {
    const type = builtInCatalogue()
      .find('ofsted-childrens-services-assessment')
      ?.editions[0]?.compiled()
    assert.deepEqual(
      type?.scale?.grades.map(({ number, word, rank }) => [number, word, rank]),
      [
        [4, 'performs excellently', 0],
        [3, 'performs well', 1],
        [2, 'performs adequately', 2],
        [1, 'performs poorly', 3],
      ],
    )
  })
})
