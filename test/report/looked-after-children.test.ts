/** Reports on looked after children services of 2013: one part, five judgements, section titles longer than rows. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { changed } from '../reports/samples'
import { contentsOf, rowsOf, sectionsOf } from '../support/describe-report'

function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  assert.equal(report.type.id, 'ofsted-looked-after-children')
  return report
}

function found(text: string): readonly string[] {
  return checkReport(read(text)).map(
    ({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`,
  )
}

/** A report as it is extracted from a PDF file: running headers, hanging indents, private-use bullets. */
const extracted = `Inspection of looked after children
services
Westmarch County Council




Inspection dates:   8 – 12 July 2013
Reporting inspector Eleanor Thripp HMI




Age group:   All
Published:   16 August 2013
© Crown copyright 2013

Westmarch County Council Inspection of looked after children services      1


\f
Contents
About this inspection                                             2

The inspection judgements and what they mean                      2

Service information                                               2

Overall effectiveness of services for looked after children and
young people                                                      3

Capacity to improve                                               3

Outcomes for looked after children and young people               4

Quality of provision                                              4

Leadership and management                                         4

Record of main findings                                           5
\fWestmarch County Council Inspection of looked after children services                 2




About this inspection
1.     The purpose of the inspection is to evaluate the contribution made by
       relevant services to the quality of service provision for looked after
       children and care leavers.

2.     The evidence evaluated by inspectors included:

             \uf0b7 discussions with children and young people receiving services, and
                with front line staff

             \uf0b7 a review of 30 case files


The inspection judgements and what they
mean
3.     All inspection judgements are made using the following four point scale:

        Outstanding (Grade 1) A service that significantly exceeds
                              minimum requirements
        Good (Grade 2)                A service that exceeds minimum
                                      requirements
        Adequate (Grade 3)            A service that only meets minimum
                                      requirements
        Inadequate (Grade 4)          A service that does not meet minimum
                                      requirements


Service information
4.     Westmarch lies between the hills and the sea. In the census of
       2011. the county had 90,400 people under the age of 18.
\fWestmarch County Council Inspection of looked after children services                 3




Overall effectiveness of services for looked
after children and young people
Grade 3 (Adequate)
5.     The overall effectiveness of services for looked after children is
       adequate. Visits are made on time.

Capacity to improve
Grade 2 (Good)
6.     Capacity to improve is good. Leaders know what is to be done.

Areas for improvement
7.     In order to improve the quality of provision and services for looked after
       children and young people in Westmarch, the local authority should take the
       following action.

       Immediately:

             \uf0b7 ensure that all visits are recorded.

       Within three months:

             \uf0b7 ensure that all plans are reviewed.
\fWestmarch County Council Inspection of looked after children services                 4




Outcomes for looked after children and young
people
Grade 3 (Adequate)
8.     Outcomes for looked after children and young people are adequate.

Quality of provision
Grade 3 (Adequate)
9.     The quality of provision is adequate. Most children live in homes that are
       right for them.

Leadership and management
\fWestmarch County Council Inspection of looked after children services                 5




Grade 3 (Adequate)
10. Leadership and management are adequate.
\fWestmarch County Council Inspection of looked after children services                 6




Record of main findings
Services for looked after children

 Overall effectiveness                                          Adequate Grade 3

 Capacity to improve                                            Good Grade 2

 Outcomes for looked after children and                         Adequate Grade 3
 young people

 Quality of provision                                           Adequate Grade 3

 Leadership and management                                      Adequate Grade 3
`

describe('a report on looked after children services', () => {
  it('is read in its extracted form, with nothing to find', () => {
    const report = read(extracted)
    assert.deepEqual(sectionsOf(report).slice(3, 6), [
      'Overall effectiveness of services for looked\nafter children and young people | adequate (tail) | opens adequate',
      'Capacity to improve | good (line) | opens good',
      'Areas for improvement',
    ])
    assert.deepEqual(rowsOf(report), [
      'group Services for looked after children',
      'row Services for looked after children > Overall effectiveness: adequate',
      'row Services for looked after children > Capacity to improve: good',
      'row Services for looked after children > Outcomes for looked after children and young people: adequate',
      'row Services for looked after children > Quality of provision: adequate',
      'row Services for looked after children > Leadership and management: adequate',
    ])
    assert.deepEqual(
      report.judgements.map(({ section, row, grade }) => [!section, !row, grade?.word]),
      ['adequate', 'good', 'adequate', 'adequate', 'adequate'].map(word => [false, false, word]),
    )
    assert.deepEqual(
      report.numbering.paragraphs.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    )
    assert.deepEqual(found(extracted), [])
  })

  it('may have its table copied column by column over two pages', () => {
    const start = extracted.indexOf('\n Overall effectiveness')
    const names = [
      'Overall effectiveness',
      'Capacity to improve',
      'Outcomes for looked after children and young people',
      'Quality of provision',
      'Leadership and management',
    ]
    const grades = ['Adequate', 'Good', 'Adequate', 'Adequate', '\fAdequate']
    const text = `${extracted.slice(0, start)}\n${[...names, ...grades].join('\n\n')}\n`
    assert.deepEqual(rowsOf(read(text)), rowsOf(read(extracted)))
    assert.deepEqual(found(text), [])
  })

  it('may have no blank lines, also where its contents and the scale are directly above text', () => {
    const text = extracted
      .replace(/\f?.*Inspection of looked after children services +\d\n/g, '\n')
      .replace(/\f/g, '')
      .replace(/\n(?=\n)/g, '')
    assert.equal(sectionsOf(read(text)).length, sectionsOf(read(extracted)).length)
    assert.deepEqual(found(text), [])
    const draft = tidy(text).text
    assert.equal(sectionsOf(read(draft)).length, sectionsOf(read(extracted)).length)
    assert.deepEqual(found(draft), [])
  })

  it('may have its pages numbered in words, also inside its table', () => {
    const text = changed(
      extracted,
      ' Quality of provision    ',
      'Page 6 of 7\n\n Quality of provision    ',
    )
    assert.deepEqual(rowsOf(read(text)), rowsOf(read(extracted)))
    assert.deepEqual(found(text), [])
  })

  it('has no headings in sentences whose number is on a line of its own', () => {
    const text = changed(
      extracted,
      '6.     Capacity to improve is good. Leaders know what is to be done.',
      '6.\n\nLeadership and management are adequate.',
    )
    assert.deepEqual(sectionsOf(read(text)).length, sectionsOf(read(extracted)).length)
  })

  it('has contents whose entries are wrapped over lines', () => {
    const entries = contentsOf(read(extracted)).map(entry => entry.replace('\n', ' / '))
    assert.equal(entries.length, 9)
    assert.equal(
      entries[3],
      'Overall effectiveness of services for looked after children and / young people 3',
    )
    assert.equal(entries[8], 'Record of main findings 5')
  })

  it('has its rows compared with its sections', () => {
    const text = changed(extracted, 'Good Grade 2', 'Adequate Grade 3')
    assert.deepEqual(found(text), ['mismatched-grade: Adequate'])
    const wrapped = changed(
      extracted,
      'Grade 3 (Adequate)',
      'Grade 4 (Inadequate)',
      'after children and young',
    )
    assert.deepEqual(found(wrapped), ['mismatched-grade: Inadequate'])
  })

  it('is a report of its own type beside the one on safeguarding', () => {
    const other = extracted.replace(
      'Inspection of looked after children\nservices',
      'Inspection of safeguarding and looked after\nchildren services',
    )
    assert.equal(parseReport(other)?.type.id, 'ofsted-slac')
  })
})
