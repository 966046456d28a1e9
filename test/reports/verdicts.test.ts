import assert from 'node:assert/strict'
import { judgedAs, printVerdicts, readJudged, writeJudged } from '../corpus/verdicts'

const list = `## 000_a.txt, as it is: ofsted-slac
12 warning skipped-paragraph-number: true
20 information missing-section: debatable
31 hint split-paragraph: true
## 000_a.txt, imported: ofsted-slac
9 warning skipped-paragraph-number: false
## 001_b.txt, as it is: ofsted-ilacs
`

describe('the verdicts on findings', () => {
  const kept = readJudged(list)

  it('are written as they were read', () => assert.equal(writeJudged(kept), list))

  it('follow a finding to another line, and are open for a new one', () => {
    const found = (...lines: string[]) =>
      judgedAs('000_a.txt, as it is: ofsted-slac', lines, kept).findings.map(
        ({ line, verdict }) => `${line}: ${verdict ?? '?'}`,
      )
    assert.deepEqual(
      found('13 warning skipped-paragraph-number', '20 information missing-section'),
      ['13 warning skipped-paragraph-number: true', '20 information missing-section: debatable'],
    )
    assert.deepEqual(
      found('12 warning skipped-paragraph-number', '14 warning skipped-paragraph-number'),
      ['12 warning skipped-paragraph-number: true', '14 warning skipped-paragraph-number: ?'],
    )
  })

  it('are those of the same state of a document, whatever type it is read as', () => {
    const { findings } = judgedAs(
      '000_a.txt, imported: none',
      ['9 warning skipped-paragraph-number'],
      kept,
    )
    assert.deepEqual(
      findings.map(each => each.verdict),
      ['false'],
    )
  })

  it('are counted, and what nobody has read yet stands out', () => {
    assert.equal(
      printVerdicts(readJudged(`${list}40 warning mismatched-grade: ?\n`)),
      `Verdicts on the problems: 1 true, 1 false, 1 debatable; 33.3 % false.
Verdicts on the hints: 1 true, 0 false, 0 debatable; 0.0 % false.
  not read yet: 001_b.txt, as it is: 40 warning mismatched-grade
`,
    )
  })
})
