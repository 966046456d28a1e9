/** Tables that a page of a PDF cuts: between rows, in a row, with or without a border at the edge. */

import assert from 'node:assert/strict'
import { tidiedFile } from '../tidied-file'
import { type Border, drawnPdf, lines, type Mark } from './drawn'

/** The lines of the cells of a row. */
type Row = readonly (readonly string[])[]

interface Look {
  /** Which of its outer lines are not drawn. */
  readonly open?: 'top' | 'bottom'
  readonly xs?: readonly number[]
}

/** A table with borders, from a height down. */
function table(rows: readonly Row[], from: number, { open, xs = [70, 250, 500] }: Look = {}) {
  const marks: Mark[] = []
  const ys = [from]
  for (const row of rows) {
    const y = ys.at(-1) ?? from
    for (const [column, cell] of row.entries())
      marks.push(...lines(cell, y - 14, { x: (xs[column] ?? 0) + 5 }))
    ys.push(y - Math.max(...row.map(cell => cell.length)) * 14 - 8)
  }
  const foot = ys.at(-1) ?? from
  const across = ys.slice(open === 'top' ? 1 : 0, open === 'bottom' ? -1 : undefined)
  const border = (one: readonly [number, number], other: readonly [number, number]): Border => ({
    from: one,
    to: other,
  })
  for (const y of across) marks.push(border([xs[0] ?? 0, y], [xs.at(-1) ?? 0, y]))
  for (const x of xs) marks.push(border([x, from], [x, foot]))
  return marks
}

const text = [
  'The harbour office keeps a book of every ship that came in last year, and of',
  'all.',
]
const above = lines(text, 800)
const below = lines(text, 500)
const footer = (page: number): Mark => ({
  text: `Harbour of Westmarch ${page}`,
  x: 70,
  y: 30,
  size: 8,
})
const row = (...cells: readonly string[]): Row =>
  cells.map(cell => (cell === '' ? [] : cell.split('\n')))
const grades = row('Judgement', 'Grade')
const three = { xs: [70, 200, 350, 500] }

/** The lines of the tables of a draft, without those below the titles. */
async function rowsOf(...pages: readonly (readonly Mark[])[]): Promise<readonly string[]> {
  const { text: draft } = await tidiedFile(await drawnPdf(pages))
  const rows = draft.split('\n').filter(line => line.startsWith('|') && /[^|\s]/.test(line))
  return rows.filter(line => !line.includes('---'))
}

const whole = [
  '| Who | What |',
  '| Pilots | They keep a book of all who come in. |',
  '| Police | They read it. |',
]
const cut = [row('Who', 'What'), row('Pilots', 'They keep a\nbook of all')]
const rest = [row('', 'who come in.'), row('Police', 'They read it.')]

describe('a table that a page of a PDF cuts', () => {
  for (const [name, first, second, rows] of [
    ['in a row', table(cut, 140), table(rest, 800), whole],
    [
      'in a row, without borders at the edges',
      table(cut, 140, { open: 'bottom' }),
      table(rest, 800, { open: 'top' }),
      whole,
    ],
    [
      'in a row, without a border below',
      table(cut, 140, { open: 'bottom' }),
      table(rest, 800),
      whole,
    ],
    ['in a row, without a border above', table(cut, 140), table(rest, 800, { open: 'top' }), whole],
    [
      'in a row, with its titles repeated',
      table(cut, 140),
      table([row('Who', 'What'), ...rest], 800),
      whole,
    ],
    [
      'in a row, above a footer',
      [...table(cut, 140), footer(1)],
      [...table(rest, 800), footer(2)],
      whole,
    ],
    [
      'in a name',
      table([grades, row('Staying', 'Good')], 200),
      table([row('safe', ''), row('Being healthy', 'Good')], 800),
      ['| Judgement | Grade |', '| Staying safe | Good |', '| Being healthy | Good |'],
    ],
    [
      'in one of three columns',
      table([row('Who', 'What', 'When'), row('Pilots', 'A book of', 'Daily')], 200, three),
      table([row('', 'all ships', ''), row('Police', 'Reading', 'Weekly')], 800, three),
      [
        '| Who | What | When |',
        '| Pilots | A book of all ships | Daily |',
        '| Police | Reading | Weekly |',
      ],
    ],
    [
      'in two of three columns',
      table([row('Who', 'What', 'When'), row('The', 'A book of', 'Daily')], 200, three),
      table([row('pilots', 'all ships', ''), row('Police', 'Reading', 'Weekly')], 800, three),
      [
        '| Who | What | When |',
        '| The pilots | A book of all ships | Daily |',
        '| Police | Reading | Weekly |',
      ],
    ],
    [
      'between rows',
      table([grades, row('Staying safe', 'Good')], 200),
      table([row('Being healthy', 'Good')], 800),
      ['| Judgement | Grade |', '| Staying safe | Good |', '| Being healthy | Good |'],
    ],
    [
      'between rows, of which the next has an empty cell',
      table([grades, row('Staying safe', 'Good')], 200),
      table([row('Being healthy', ''), row('Leadership', 'Good')], 800),
      [
        '| Judgement | Grade |',
        '| Staying safe | Good |',
        '| Being healthy | |',
        '| Leadership | Good |',
      ],
    ],
  ] as const)
    it(`is one table: ${name}`, async () => {
      assert.deepEqual(await rowsOf([...above, ...first], [...second, ...below]), rows)
    })

  it('is two where a heading is between', async () => {
    const heading: Mark = { text: 'Other grades', x: 70, y: 810, size: 16, font: 'bold' }
    const first = table([grades, row('Staying safe', 'Good')], 200)
    const second = table([grades, row('Being healthy', 'Good')], 780)
    const rows = await rowsOf([...above, ...first], [heading, ...second, ...below])
    assert.equal(rows.filter(each => each === '| Judgement | Grade |').length, 2)
  })
})
