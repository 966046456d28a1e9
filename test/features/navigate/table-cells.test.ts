import assert from 'node:assert/strict'
import { cellBeside } from '../../../server/src/features/navigate/table-cells'
import { applyEdits } from '../../../server/src/text/edits'
import { readAnnotated } from '../../support/annotated'
import { reportOf } from '../../support/check-rule'

const start = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## Record of main findings

`

/** The words of the cell that the key leads to, in brackets if a grade goes there. */
function led(table: string, direction: 'next' | 'previous' = 'next'): string | undefined {
  const { text, cursor = 0 } = readAnnotated(start + table)
  const cell = cellBeside(reportOf(text), cursor, direction)
  if (cell === undefined) return undefined
  const words = text.slice(cell.span.start, cell.span.end)
  const before = text.slice(0, cell.span.start).slice(-2).replace('\n', '/')
  return cell.isGrade ? `[${words}]` : words === '' ? before : words
}

function straightened(table: string): string {
  const { text, cursor = 0 } = readAnnotated(start + table)
  return applyEdits(text, cellBeside(reportOf(text), cursor, 'next')?.padding ?? []).slice(
    start.length,
  )
}

const table = (rows: string) =>
  `| Services for looked after children | |\n|---|---|\n${rows}\n\nAfter it.\n`

describe('the next cell of a table', () => {
  for (const [what, rows, next, previous] of [
    ['is in the same row', '| Staying <|>safe | Good |', '[Good]', '| '],
    [
      'is in the next row',
      '| Staying safe | Go<|>od |\n| Being healthy | Good |',
      'Being healthy',
      'Staying safe',
    ],
    ['may be empty', '| Staying safe<|> |  |', '[]', '| '],
    [
      'comes after an empty one',
      '| Staying safe | <|> |\n| Being healthy | |',
      'Being healthy',
      'Staying safe',
    ],
    ['is below the table after the last', '| Staying safe | Good<|> |', '|/', 'Staying safe'],
    ['counts from the bar before', '<|>| Staying safe | Good |', '[Good]', '| '],
    [
      'counts from the last bar',
      '| Staying safe | Good |<|>\n| Being healthy | |',
      'Being healthy',
      'Staying safe',
    ],
    ['leaves escaped bars alone', '| Staying<|> \\| safe | Good |', '[Good]', '| '],
  ] as const)
    it(what, () => {
      assert.equal(led(table(rows)), next)
      assert.equal(led(table(rows), 'previous'), previous)
    })

  it('is not there in running text, or in the line of dashes', () => {
    assert.equal(led('Some <|>text.\n'), undefined)
    assert.equal(led('| A | B |\n|--<|>-|---|\n| C | D |\n'), undefined)
  })

  it('is not there in a line that is only a bar', () => {
    assert.equal(led('|<|>\n'), undefined)
    assert.equal(led('| A | B |\n|<|>\n| C | D |\n'), undefined)
  })

  for (const last of [
    '| Staying safe | Go<|>od |',
    '| Staying safe | Go<|>od',
    '| Staying safe | Good |  ',
  ])
    it(`is the end of a text that ends with the table: ${last}`, () => {
      const head = '| Judgement | Grade |\n|---|---|\n'
      const { text, cursor = 0 } = readAnnotated(
        start + head + (last.includes('<|>') ? last : last.replace('Good', 'Go<|>od')),
      )
      const report = reportOf(text)
      const end = { start: text.length, end: text.length }
      assert.deepEqual(cellBeside(report, cursor, 'next')?.span, end)
      assert.equal(cellBeside(report, text.length, 'next'), undefined)
      assert.notEqual(cellBeside(report, text.length, 'previous'), undefined)
    })

  it('stays the first before the first', () =>
    assert.equal(
      led('| Staying<|> safe | Good |\n|---|---|\n| C | D |\n', 'previous'),
      'Staying safe',
    ))
})

describe('the columns of a table', () => {
  const straight = `| Judgement     | Grade       |
| ------------- | ----------- |
| Staying safe  | Outstanding |
| Being healthy | Good        |
`
  it('are set straight again after the row that was edited', () =>
    assert.equal(
      straightened(straight.replace('Outstanding |', 'Good<|> |')),
      `| Judgement     | Grade |
| ------------- | ----- |
| Staying safe  | Good  |
| Being healthy | Good  |
`,
    ))

  it('are made wider for longer words, with the dashes', () =>
    assert.equal(
      straightened(straight.replace('Staying safe  |', 'Staying safe and well<|>  |')),
      `| Judgement             | Grade       |
| --------------------- | ----------- |
| Staying safe and well | Outstanding |
| Being healthy         | Good        |
`,
    ))

  it('keep what stands on the left of the words', () =>
    assert.equal(
      straightened(
        '| Place    | Children |\n|----------|----------|\n| Westmarch<|> |        7 |\n| Eastbury |       12 |\n',
      ),
      '| Place     | Children |\n|-----------|----------|\n| Westmarch |        7 |\n| Eastbury  |       12 |\n',
    ))

  it('keep their indent, also that of the dashes', () =>
    assert.equal(
      straightened(straight.replace('Outstanding |', 'Good<|> |').replace(/^(?=\|)/gm, '  ')),
      `  | Judgement     | Grade |
  | ------------- | ----- |
  | Staying safe  | Good  |
  | Being healthy | Good  |
`,
    ))

  const rows = straight.trimEnd().split('\n')
  const open = rows.map(row => row.replace(/ *\|$/, ''))
  const wide = rows.map(row => row.replace(/ \|$/, '     |'))
  for (const [what, lines] of [
    ['the edited row has no bar at its end', [rows[0], rows[1], `${open[2]}<|>`, rows[3]]],
    ['its last row has none', [rows[0], rows[1], rows[2]?.replace('safe', 'sa<|>fer'), open[3]]],
    ['only its last row, which was edited, has none', [rows[0], rows[1], rows[2], `${open[3]}<|>`]],
    ['its first row has none', [open[0], rows[1], rows[2]?.replace('safe', 'sa<|>fer'), rows[3]]],
    ['no row has any', open.map((row, at) => (at === 2 ? `${row} and well<|>` : row))],
    ['it is wider than its words', wide.map((row, at) => (at === 2 ? `${row}<|>` : row))],
    ['its dashes are shorter', [rows[0], '|---|---|', `${rows[2]}<|>`, rows[3]]],
  ] as const)
    for (const below of [
      '\n',
      '\r\n',
      '\n\nAfter it.\n',
      '\n\nAfter | it.\n',
      '\n\n| C | D |\n',
      '',
    ])
      it(`are left where ${what}, before ${JSON.stringify(below)}`, () => {
        const text = lines.join(below.includes('\r') ? '\r\n' : '\n') + below
        assert.equal(straightened(text), readAnnotated(text).text)
      })

  for (const [what, text] of [
    [
      'that were never straight are left',
      '| A | Grade |\n| --- | --- |\n| Staying<|> safe | Good |\n| B | Good |\n',
    ],
    ['that only happen to be straight are left', '| A | B |\n| - | - |\n| C<|> | D |\n| E | F |\n'],
    [
      'of a row with too few cells are left',
      straight.replace('| Staying safe  | Outstanding |', '| Staying<|> |'),
    ],
  ] as const)
    it(what, () => assert.equal(straightened(text), readAnnotated(text).text))
})
