/** Section boxes of single inspections in a PDF: however one is drawn, it gives a heading, its grade and its text. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { tidiedFile } from '../tidied-file'
import { type Border, drawnPdf, lines, type Mark } from './drawn'

/** What is in one row of borders: the lines of its cells, or those of one cell all across. */
type Row =
  | { readonly cells: readonly (readonly string[])[] }
  | { readonly across: readonly string[] }

const step = 14

/** Rows with borders from a height down, and where they end. */
function frame(rows: readonly Row[], top: number, xs: readonly number[] = [70, 380, 525]) {
  const marks: Mark[] = []
  const border = (from: Border['from'], to: Border['to']) => marks.push({ from, to })
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  let y = top
  border([left, y], [right, y])
  for (const row of rows) {
    const cells = 'across' in row ? [row.across] : row.cells
    const height = Math.max(...cells.map(each => each.length)) * step + 8
    for (const [at, texts] of cells.entries())
      marks.push(...lines(texts, y - step, { x: (xs[at] ?? 0) + 5 }))
    for (const [at, x] of xs.entries())
      if (!('across' in row) || at === 0 || x === right) border([x, y], [x, y - height])
    y -= height
    border([left, y], [right, y])
  }
  return { marks, foot: y }
}

const cover = (sentence: Row | undefined, grade: string): readonly Mark[] => [
  ...lines(['Westmarch County Council'], 790, { size: 16 }),
  ...lines(
    [
      'Inspection of services for children in need of help and protection, children',
      'looked after and care leavers',
      'Inspection date: 6 June to 30 June 2016',
      'Report published: 19 August 2016',
    ],
    760,
  ),
  ...frame(
    [
      ...(sentence === undefined ? [] : [sentence]),
      { cells: [['1. Children who need help and protection'], ['Good']] },
      { cells: [['2. Children looked after and achieving permanence'], ['Good']] },
      { cells: [['    2.1 Adoption performance'], ['Good']] },
      { cells: [['    2.2 Experiences and progress of care leavers'], ['Good']] },
      { cells: [['3. Leadership, management and governance'], [grade]] },
    ],
    650,
  ).marks,
]

/** What comes between the cover and the first box. */
const summary: readonly Mark[] = [
  ...lines(['Executive summary'], 780, { size: 14 }),
  ...lines(
    [
      'Children in Westmarch receive help in good time from people who know them well, and',
      'most say that it makes their lives better than they were before.',
    ],
    750,
  ),
]

const first = [
  'Leaders know their services well and act on what children tell them about',
  'their lives. Plans are made early and are kept under review by managers.',
]
const second = [
  'The council has money for more social workers, who are well supported and',
  'stay for long. There is not enough support for children who live at home.',
]
const findings = (y: number) => [
  ...lines(['Inspection findings'], y - 30, { size: 12 }),
  ...lines(
    [
      '1. Senior managers meet every week and read what the auditors have found, so that',
      'plans change in time.',
    ],
    y - 60,
  ),
]

const name = ['Leadership, management and governance']
const good: Row = { cells: [name, ['Good']] }
const titles: Row = { cells: [['Key judgement'], ['Judgement grade']] }
const long = Array.from({ length: 45 }, () => first).flat()

interface Box {
  readonly name: string
  readonly rows: readonly Row[]
  readonly xs?: readonly number[]
  /** What follows in the next page's frame. */
  readonly next?: readonly Row[]
  readonly paragraphs?: readonly (readonly string[])[]
  readonly grade?: string
}

const boxes: readonly Box[] = [
  { name: 'text in a cell all across', rows: [good, { across: ['Summary', ...first] }] },
  { name: 'with titles of its columns', rows: [titles, good, { across: ['Summary', ...first] }] },
  {
    name: 'with two paragraphs',
    rows: [good, { across: ['Summary', ...first, '', ...second] }],
    paragraphs: [first, second],
  },
  {
    name: 'with each paragraph in a cell of its own',
    rows: [good, { across: ['Summary'] }, { across: first }, { across: second }],
    paragraphs: [first, second],
  },
  { name: 'without text in it', rows: [good], paragraphs: [] },
  {
    name: 'with more text than any cell holds',
    rows: [good, { across: ['Summary', ...long.slice(0, 40)] }],
    paragraphs: [long.slice(0, 40)],
  },
  {
    name: 'that the page cuts in two',
    rows: [good, { across: ['Summary', '', ...first.slice(0, 1)] }],
    next: [{ across: first.slice(1) }],
    xs: [70, 330, 460],
  },
  {
    name: 'with its grade over two lines',
    rows: [{ cells: [name, ['Requires', 'improvement']] }, { across: ['Summary', ...first] }],
    grade: 'Requires improvement',
  },
  {
    name: 'with its title over two lines and the grade between them',
    rows: [
      {
        cells: [
          ['Leadership, management', 'and governance'],
          ['', 'Good'],
        ],
      },
      { across: ['Summary', ...first] },
    ],
  },
  {
    name: 'with a narrow column between',
    rows: [{ cells: [name, [''], ['Good']] }, { across: ['Summary', ...first] }],
    xs: [70, 380, 400, 525],
  },
  {
    name: 'with a list',
    rows: [good, { across: ['Summary', '\u2022 Leaders know their services.'] }],
    paragraphs: [],
  },
]

describe('a section box in a PDF', () => {
  for (const { name, rows, xs, next, paragraphs = [first], grade = 'Good' } of boxes)
    it(`gives a heading, its grade and its text: ${name}`, async () => {
      const box = frame(rows, next === undefined ? 780 : 110, xs)
      const after = next === undefined ? box : frame(next, 790, xs)
      const above = next === undefined ? [] : lines([...second, ...first, ...second], 760)
      const pages =
        next === undefined
          ? [[...box.marks, ...findings(box.foot)]]
          : [
              [...above, ...box.marks],
              [...after.marks, ...findings(after.foot)],
            ]
      const { text } = await tidiedFile(
        await drawnPdf([cover(undefined, grade), summary, ...pages]),
      )
      assert.ok(text.includes(`\n### Leadership, management and governance\n\n${grade}\n`), text)
      for (const paragraph of paragraphs)
        assert.ok(text.includes(`\n\n${paragraph.join(' ')}\n`), text)
      const leadership = parseReport(text)?.judgements.at(-1)
      assert.deepEqual(
        leadership?.mentions.map(({ kind }) => kind).sort(),
        ['grade', 'heading', 'row'],
        text,
      )
      assert.equal(leadership?.disagreement, undefined)
    })

  it('with a grade that differs from its row is found', async () => {
    const box = frame([{ cells: [name, ['Inadequate']] }, { across: ['Summary', ...first] }], 780)
    const pages = [cover(undefined, 'Good'), summary, [...box.marks, ...findings(box.foot)]]
    const report = parseReport((await tidiedFile(await drawnPdf(pages))).text)
    const found = report === undefined ? [] : checkReport(report)
    assert.ok(found.some(({ rule }) => rule.id.startsWith('mismatched-')))
  })

  it('is one in a draft too, where it is a table', () => {
    const draft = [
      '# Inspection of services for children in need of help and protection, children looked after and care leavers',
      '',
      'Report published: 19 August 2016',
      '',
      '| | |',
      '| --- | --- |',
      '| Leadership, management and governance | Good |',
      '| Leaders know their services well. | |',
    ].join('\n')
    const leadership = parseReport(draft)?.sections.at(-1)
    assert.equal(leadership?.definition.id, 'leadership')
    assert.equal(leadership?.grade?.grade?.word, 'good')
  })
})

const statements: readonly { readonly name: string; readonly row: Row; readonly words: string }[] =
  [
    ['in one line', "Children's services in Westmarch are good"],
    ['with a full stop', "Children's services in Westmarch are good."],
    ['in other words', "The overall judgement is that children's services are good."],
    ['over two lines', "Children's services in Westmarch\nrequire improvement to be good"],
  ].map(([name = '', words = '']) => ({
    name,
    row: { across: words.split('\n') },
    words: words.replace('\n', ' '),
  }))

describe('the overall sentence in the border of a PDF’s table', () => {
  for (const { name, row, words } of statements)
    it(`is a line of its own, and read: ${name}`, async () => {
      const pages = [cover(row, 'Good'), lines(first, 780)]
      const { text } = await tidiedFile(await drawnPdf(pages))
      assert.ok(text.includes(`\n\n${words}\n\n`), text)
      const overall = parseReport(text)?.judgements.find(
        ({ definition }) => definition.id === 'overall-effectiveness',
      )
      assert.ok(overall?.grade !== undefined, text)
    })

  it('is read, with what it says more, above the rows', async () => {
    const row: Row = {
      across: [
        "The overall judgement is that children's services require improvement",
        '',
        'The authority is not yet delivering good protection for children. The judgements',
        'on areas of the service are:',
      ],
    }
    const { text } = await tidiedFile(await drawnPdf([cover(row, 'Good'), lines(first, 780)]))
    assert.match(text, /\n\nThe authority is not yet [^|\n]* service are:\n\n\| \| \|\n/)
  })
})

describe('a frame that is a table', () => {
  it('keeps the names of groups between its rows', async () => {
    const { marks, foot } = frame(
      [
        { across: ['Services for looked after children'] },
        { cells: [['Staying safe'], ['Good']] },
        { across: ['How good are outcomes for children looked after and those who leave care?'] },
        { cells: [['Being healthy'], ['Good']] },
        { cells: [['Enjoying school'], ['Good']] },
      ],
      780,
    )
    const { text } = await tidiedFile(await drawnPdf([[...marks, ...lines(first, foot - 40)]]))
    assert.match(text, /\| Services for looked after children \| \|\n\| Staying safe \| Good \|\n/)
    assert.match(text, /\| How good are outcomes [^|]*\? \| \|\n\| Being healthy \| Good \|\n/)
  })
})
