import assert from 'node:assert/strict'
import { plainText } from '../../../server/src/export/document'
import { partsOf } from '../../../server/src/export/parts'
import { tidy } from '../../../server/src/import/text/tidy'
import { pipeCells } from '../../../server/src/report/grid/pipes'
import { scanLines } from '../../../server/src/report/lines/scan'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits } from '../../../server/src/text/edits'
import { LineIndex } from '../../../server/src/text/lines'
import { changed, clean } from '../../reports/samples'

/** The lines that are rows of a Markdown table, each as its cells. */
function rowsIn(text: string): readonly (readonly string[])[] {
  return scanLines(text, new LineIndex(text))
    .filter(({ isPiped }) => isPiped)
    .map(line => pipeCells(text, line).map(({ start, end }) => text.slice(start, end)))
}

/** The problems of a report, as `rule: words`. */
function found(text: string): readonly string[] {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return checkReport(report).map(
    ({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`,
  )
}

/** The clean sample with the pipes at the ends of all rows taken off. */
const bare = clean.replace(/^\| ?(.*?) ?\|$/gm, (_, row: string) =>
  row.replace(/ \| ?$/, ' |').replace(/\|-/g, '| -'),
)

describe('rows of Markdown tables', () => {
  it('need no pipes at their ends where a line of dashes is below the first', () => {
    assert.deepEqual(rowsIn('Judgement | Grade\n--- | ---\nSafety | Good\nHealth |\n\na | b'), [
      ['Judgement', 'Grade'],
      ['---', '---'],
      ['Safety', 'Good'],
      ['Health', ''],
    ])
  })

  it('may have no head, or an empty one', () => {
    assert.deepEqual(rowsIn('|\n--- | ---\nSafety | Good'), [
      [],
      ['---', '---'],
      ['Safety', 'Good'],
    ])
    assert.deepEqual(rowsIn('Text.\n\n--- | ---\nSafety | Good'), [
      ['---', '---'],
      ['Safety', 'Good'],
    ])
  })

  it('go on to the last line with a pipe before a blank one or a heading', () => {
    assert.deepEqual(rowsIn('a | b\n-|-\nc | d\nTitle\ne | f\nText.\n# g | h').slice(2), [
      ['c', 'd'],
      ['Title'],
      ['e', 'f'],
    ])
  })

  it('are told by as many pipes on three lines', () => {
    assert.equal(rowsIn('a | b\nc | d\ne | f').length, 3)
    assert.equal(rowsIn('a | b\nc | d').length, 0)
    assert.equal(rowsIn('a | b\nc | d | e\nf | g').length, 0)
  })

  it('keep a pipe after a backslash in its cell', () => {
    assert.deepEqual(rowsIn('| a \\| b | c |'), [['a \\| b', 'c']])
  })

  it('are no dashes under a line of text, and no sum with bars', () => {
    assert.deepEqual(rowsIn('Title\n-----\n\nThe value |x| is positive.'), [])
  })
})

describe('a report whose tables have no pipes at their ends', () => {
  it('has no problem', () => {
    assert.match(bare, /^Overall effectiveness \| Adequate$/m)
    assert.deepEqual(found(bare), [])
  })

  it('has the problem of a grade that differs', () => {
    const text = changed(bare, 'Staying safe | Good', 'Staying safe | Inadequate')
    assert.deepEqual(found(text), ['mismatched-grade: Inadequate'])
  })

  it('gets a missing row and a missing contents entry in its own form', () => {
    for (const row of ['Staying safe | Good\n', 'Service information | 3\n']) {
      const report = parseReport(changed(bare, row, ''))
      assert.ok(report !== undefined)
      const [problem, ...others] = checkReport(report)
      assert.equal(others.length, 0)
      const [fix] = problem?.fixes?.() ?? []
      assert.ok(fix !== undefined)
      const fixed = applyEdits(report.text, fix.edits)
      assert.deepEqual(found(fixed), [])
      assert.doesNotMatch(fixed, /^\| ./m)
    }
  })

  it('is exported and imported with the same tables', () => {
    const tables = (text: string) => {
      const report = parseReport(text)
      assert.ok(report !== undefined)
      return partsOf(report).flatMap(part =>
        part.kind === 'table' ? part.rows.map(({ cells }) => cells.map(plainText)) : [],
      )
    }
    assert.deepEqual(tables(bare), tables(clean))
    assert.deepEqual(tables(tidy(bare).text), tables(tidy(clean).text))
  })
})

describe('a line end inside a cell', () => {
  for (const mark of ['<br>', '<br/>', '<br />', '<BR>', ' <br> ', '<br><br>'])
    it(`is a space between words, written ${mark}`, () => {
      const title = 'Children and young people are safe and feel safe'
      const text = changed(
        clean,
        `| ${title} | Adequate |`,
        `| ${title.replace('are ', `are${mark}`)} | Adequate${mark} |`,
      )
      assert.deepEqual(found(text), [])
      const other = changed(text, `Adequate${mark} |`, `${mark}Good |`)
      assert.deepEqual(found(other), ['mismatched-grade: Good'])
    })
})
