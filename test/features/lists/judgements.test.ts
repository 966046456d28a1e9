import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  judgementsAsCsv,
  judgementsAsJson,
  listJudgements,
} from '../../../server/src/features/lists/judgements'
import { parseReport } from '../../../server/src/report/parse'

const root = path.resolve(import.meta.dirname, '..')
const clean = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')
const list = (text: string, file = 'westmarch.inspection.md') =>
  listJudgements(parseReport(text)!, file)

describe('the list of judgements', () => {
  it('has the report, and each judgement with its grade and paragraphs', () => {
    const { judgements, ...report } = list(clean)
    assert.deepEqual(report, {
      file: 'westmarch.inspection.md',
      authority: 'Westmarch',
      type: { id: 'ofsted-slac', name: 'Safeguarding and looked after children', edition: null },
      status: 'finished',
      inspected: { from: '2011-09-05', to: '2011-09-16' },
      published: '2011-10-21',
    })
    assert.equal(judgements.length, 22)
    assert.deepEqual(judgements[0], {
      part: ['Safeguarding services'],
      judgement: 'Overall effectiveness',
      grade: 'adequate',
      number: 3,
      agrees: true,
      unread: [],
      stated: [
        { place: 'grade', grade: 'adequate' },
        { place: 'opening', grade: 'adequate' },
        { place: 'row', grade: 'adequate' },
      ],
      paragraphs: { first: '9', last: '11' },
    })
  })

  it('gives no grade where the places differ, but what each says', () => {
    const [first] = list(clean.replace('Grade 3 (adequate)', 'Grade 2 (good)')).judgements
    assert.deepEqual([first?.grade, first?.agrees], [null, false])
    assert.deepEqual(
      first?.stated.map(({ grade }) => grade),
      ['good', 'adequate', 'adequate'],
    )
  })

  it('says that places agree only where every one that should state the grade was read', () => {
    const row = '| Overall effectiveness | Adequate |'
    for (const [name, text, grade, agrees, unread, cell] of [
      [
        'row',
        clean.replace(row, '| Overall effectiveness | |'),
        'adequate',
        null,
        ['row'],
        'not read in the row',
      ],
      [
        'section',
        clean.replace('Grade 3 (adequate)', 'Grade'),
        'adequate',
        null,
        ['section'],
        'not read in the section',
      ],
      ['every place', clean, 'adequate', true, [], 'yes'],
    ] as const) {
      const report = list(text)
      const first = report.judgements[0]!
      assert.deepEqual([first.grade, first.agrees, first.unread], [grade, agrees, unread], name)
      assert.ok(judgementsAsCsv([report]).split('\r\n')[1]?.includes(`,${cell},`), name)
    }
  })

  it('is JSON of a documented shape', () => {
    const file = JSON.parse(judgementsAsJson([list(clean)]))
    assert.equal(file.version, 1)
    assert.deepEqual(file.reports, [list(clean)])
  })

  it('is a table that spreadsheets read, with a byte-order mark', () => {
    const csv = judgementsAsCsv([list(clean)])
    assert.ok(csv.startsWith('\ufeffAuthority,Type,'))
    const lines = csv.split('\r\n')
    assert.equal(lines.length, 1 + 22 + 1)
    assert.equal(
      lines[1],
      'Westmarch,Safeguarding and looked after children,2011-09-05,2011-09-16,2011-10-21,finished,Safeguarding services,Overall effectiveness,adequate,3,yes,"grade line: adequate; first sentence: adequate; row: adequate",paragraph 9,paragraph 11,westmarch.inspection.md',
    )
  })

  it('keeps numbers by section as they are, where a spreadsheet would take off their noughts', () => {
    const report = list(clean)
    const [first, ...others] = report.judgements
    const numbered = { ...first!, paragraphs: { first: '1.1', last: '1.10' } }
    const bySection = [{ ...report, judgements: [numbered, ...others] }]
    assert.match(judgementsAsCsv(bySection), /,paragraph 1\.1,paragraph 1\.10,westmarch/)
    const file = JSON.parse(judgementsAsJson(bySection))
    assert.deepEqual(file.reports[0].judgements[0].paragraphs, { first: '1.1', last: '1.10' })
  })

  it('quotes commas and quotation marks, and lets nothing run as a formula', () => {
    const csv = judgementsAsCsv([
      { ...list(clean, '=HYPERLINK("http://x")'), authority: 'A, B' },
      list(clean, '\t@SUM(1)'),
      list(clean, '-2+3'),
      list(clean, '＝1+1'),
      { ...list(clean, 'a'), authority: '+44 20' },
    ])
    assert.match(csv, /^"A, B",/m)
    assert.match(csv, /,"'=HYPERLINK\(""http:\/\/x""\)"\r$/m)
    assert.match(csv, /,"'\t@SUM\(1\)"\r$/m)
    assert.match(csv, /,'-2\+3\r$/m)
    assert.match(csv, /,'＝1\+1\r$/m)
    assert.match(csv, /^'\+44 20,/m)
  })
})
