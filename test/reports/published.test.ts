/**
 * Published reports, which are not part of this project: tried if their folder is there.
 *
 * Each finding in them must be true or fairly called style; the table says why it is.
 */

import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { publishedReports } from '../support/published'

/** By the start of the file name: rule, how many, and why they are true. */
const accepted: Readonly<
  Record<string, readonly (readonly [rule: string, count: number, why: string])[]>
> = {
  '000': [
    [
      'mismatched-standard-sentence',
      1,
      'the second areas for improvement are led in with the words of the first',
    ],
    ['misplaced-grade', 1, 'the grade of "Partnership working" stands inside paragraph 60'],
    ['misplaced-paragraph-number', 3, '39, 90 and 97 stand in the middle of a sentence'],
    [
      'missing-paragraph-number',
      1,
      'the lead of the first areas for improvement lost its number, 13',
    ],
    ['split-paragraph', 15, 'sentences are cut by page breaks; paragraph 60 is in three pieces'],
  ],
  '001': [
    [
      'misplaced-group',
      2,
      'the rows below belong to the first part, and to the second part itself',
    ],
    ['split-paragraph', 17, 'sentences are cut by page breaks'],
  ],
  '002': [
    ['misplaced-group', 1, 'the rows below belong to the first part'],
    ['split-paragraph', 6, 'sentences are cut by page breaks, one of them in a list'],
  ],
}

/** The type of the documents whose file names begin so; all others are not reports of a known type. */
const types: readonly (readonly [name: string, type: string])[] = [
  ['003', 'council-cabinet-report'],
  ['004', 'ofsted-focused-visit'],
  ['ilacs-', 'ofsted-ilacs'],
  ['jtai-', 'ofsted-jtai'],
  ['lac2013-', 'ofsted-looked-after-children'],
  ['send-', 'ofsted-area-send'],
  ['sif-', 'ofsted-single-inspection'],
]

describe('published reports', () => {
  const published = publishedReports()
  if (published.length === 0) {
    it('are not here, so they are not tried', function () {
      this.skip()
    })
    return
  }

  for (const { name, text } of published) {
    const expected = accepted[name.slice(0, 3)]
    if (expected === undefined) continue
    it(`${name} has 22 judgements, all of whose places agree`, () => {
      const report = parseReport(text)
      assert.equal(report?.type.id, 'ofsted-slac')
      assert.equal(report.judgements.length, 22)
      assert.equal(report.judgements.filter(each => each.section && each.row).length, 20)
      assert.deepEqual(
        report.judgements.filter(each => each.grade === undefined).map(each => each.title),
        [],
      )
    })

    it(`${name} gives the findings in the table and no others`, () => {
      const report = parseReport(text)
      assert.ok(report !== undefined)
      const counts = new Map<string, number>()
      for (const { rule } of checkReport(report))
        counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1)
      assert.deepEqual(
        Object.fromEntries([...counts].sort()),
        Object.fromEntries(expected.map(([rule, count]) => [rule, count] as const).sort()),
      )
    })
  }

  it('of other types are read as what they are', () => {
    for (const { name, text } of published) {
      if (accepted[name.slice(0, 3)] !== undefined) continue
      const type = types.find(([start]) => name.startsWith(start))?.[1]
      assert.equal(parseReport(text)?.type.id, type, name)
    }
  })
})
