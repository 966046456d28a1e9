/** Headers and footers of a PDF, in as many lines as they come, and text that is repeated at the feet of pages. */

import assert from 'node:assert/strict'
import { readPdf } from '../../../server/src/import/pdf/read'
import { drawnPdf, lines, type Mark } from './drawn'

/** Paragraphs of four lines that fill a page; the last line is at `foot`. */
function body(page: number, { foot = 75, step = 14 } = {}): readonly Mark[] {
  const marks: Mark[] = []
  const places = ['harbour', 'bridge', 'market', 'school', 'mill', 'tower', 'ferry', 'quay', 'lane']
  const place = (at: number) => places[at % places.length]
  const words = (number: number, line: number) =>
    `The ${place(number + line)} of page ${'abcdefg'[page]} keeps a book of what came in by the ${place(number * 3 + line)},`
  const height = step * 4.8
  for (let number = 0, y = foot + 3 * step; y < 770; number++, y += height) {
    const paragraph = [0, 1, 2, 3].map(line => words(number, line))
    marks.push(...lines(paragraph, y, { step }))
  }
  return marks
}

const title = 'Inspection of Westmarch local authority'
const dates = '14 to 25 February 2022'

interface Footer {
  readonly name: string
  readonly marks: (page: number) => readonly Mark[]
  readonly foot?: number
}

const footers: readonly Footer[] = [
  {
    name: 'two lines with a large number beside both',
    marks: page => [
      ...lines([title, dates], 39.6, { size: 8, step: 9.6 }),
      { text: `${page}`, x: 513, y: 34, size: 20 },
    ],
  },
  {
    name: 'two lines of which the first is in pieces',
    marks: page => [
      { text: 'Inspection of Westmarch', x: 70, y: 39.6, size: 8 },
      { text: 'local authority', x: 263, y: 39.6, size: 8 },
      { text: dates, x: 70, y: 30, size: 8 },
      { text: `${page}`, x: 513, y: 34, size: 20 },
    ],
  },
  {
    name: 'one line with its number',
    marks: page => lines([`${title} ${page}`], 36, { size: 9 }),
  },
  {
    name: 'one line directly under a full page',
    marks: page => lines([`${title} ${page}`], 60, { size: 8 }),
  },
  {
    name: 'two lines directly under a full page',
    marks: page => [
      ...lines([title, dates], 62, { size: 8, step: 9 }),
      { text: `${page}`, x: 513, y: 55, size: 18 },
    ],
  },
  {
    name: 'three lines',
    marks: page => lines([title, dates, `Page ${page} of 4`], 52, { size: 8, step: 10 }),
  },
  {
    name: 'two lines as large as the text, well below it',
    marks: page => lines([title, `${dates}    ${page}`], 40, { step: 13 }),
  },
  {
    name: 'a number in large figures above both lines',
    marks: page => [
      { text: `${page}`, x: 300, y: 52, size: 14 },
      ...lines([title, dates], 40, { size: 8, step: 9.6 }),
    ],
  },
  {
    name: 'a header of two lines',
    marks: page => [
      ...lines([title, dates], 822, { size: 8, step: 9.6 }),
      { text: `${page}`, x: 513, y: 817, size: 18 },
    ],
  },
  {
    name: 'a header and a footer',
    marks: page => [
      ...lines([title], 815, { size: 9 }),
      ...lines([`${dates} ${page}`], 35, { size: 9 }),
    ],
  },
]

describe('a footer of a PDF', () => {
  for (const { name, marks } of footers)
    it(`is left out, and listed: ${name}`, async () => {
      const pages = [1, 2, 3, 4].map(page => [...body(page), ...marks(page)])
      const { text, changes } = await readPdf(await drawnPdf(pages))
      const after = text.slice(text.indexOf('\f'))
      assert.doesNotMatch(after, /Westmarch|February/)
      assert.ok(changes.some(({ before = '' }) => before.includes('Westmarch')))
      for (const { before } of changes) assert.doesNotMatch(before ?? '', /authority.*February/)
    })

  for (const [name, other] of [
    ['lower, in two lines, on a page without its number', [title, dates]],
    ['higher on one page', [title, `${dates} 2`]],
  ] as const)
    it(`is left out where it is ${name}`, async () => {
      const y = name.startsWith('lower') ? 31 : 52
      const pages = [1, 2, 3, 4].map(page => [
        ...body(page),
        ...(page === 2
          ? lines([...other], y, { size: 8, step: 9.6 })
          : [
              ...lines([title, dates], 39.6, { size: 8, step: 9.6 }),
              { text: `${page}`, x: 513, y: 34.8, size: 20 },
            ]),
      ])
      const { text } = await readPdf(await drawnPdf(pages))
      assert.doesNotMatch(text.slice(text.indexOf('\f')), /Westmarch|February/)
    })

  it('is left out on a full page where it is as large as the text', async () => {
    const footer = (page: number) => lines([`${title} ${page}`], 48)
    const pages = [
      [...body(1), ...footer(1)],
      [...body(2, { foot: 200 }), ...footer(2)],
    ]
    const { text } = await readPdf(await drawnPdf(pages))
    assert.doesNotMatch(text, /Westmarch/)
  })

  it('is left out on a page of A5', async () => {
    const marks = (page: number): readonly Mark[] => [
      ...lines(['The harbour office keeps a book of what came', 'in last year by hand.'], 500),
      ...lines([title, dates], 57, { size: 7, step: 8 }),
      { text: `${page}`, x: 360, y: 52, size: 14 },
    ]
    const { text } = await readPdf(await drawnPdf([1, 2, 3].map(marks), [420, 595]))
    assert.doesNotMatch(text, /Westmarch|February/)
  })
})

const sentence = 'Social workers visit often and write down what children say, so'

const repeated: readonly Footer[] = [
  {
    name: 'a numbered paragraph of two lines',
    marks: page => [...lines([`${page}. ${sentence}`, 'that plans change in time.'], 64)],
  },
  { name: 'a paragraph of one line', marks: () => [...lines([`${sentence} they do.`], 64)] },
  {
    name: 'the last lines of a paragraph',
    marks: page => [
      ...lines([`Leaders of place ${'abcd'[page]} say it too.`, sentence, 'that it is done.'], 66),
    ],
  },
  {
    name: 'an item of a list',
    marks: () => [...lines(['\u2022 the visits that social workers make every week'], 65)],
  },
  {
    name: 'a line at the head of pages',
    marks: () => [...lines(['What leaders and managers should do about this:'], 792)],
    foot: 120,
  },
]

describe('text that is repeated at the feet of pages of a PDF', () => {
  it('is kept where it is the first line of headings at the heads of pages', async () => {
    const heading = (page: number) =>
      lines(['The experiences and progress of', `children of place ${'abcd'[page]}`], 795, {
        size: 14,
        step: 17,
      })
    const pages = [1, 2].map(page => [...body(page, { foot: 90 }).slice(0, 8), ...heading(page)])
    const { text, changes } = await readPdf(await drawnPdf(pages))
    assert.equal(text.split('The experiences and progress of').length, 3)
    assert.equal(changes.length, 0)
  })

  for (const { name, marks, foot = 88 } of repeated)
    it(`is kept: ${name}`, async () => {
      const pages = [1, 2, 3].map(page => [...body(page, { foot }), ...marks(page)])
      const { text, changes } = await readPdf(await drawnPdf(pages))
      assert.deepEqual(
        changes.map(({ before }) => before),
        [],
      )
      const words = (marks(1).at(-1) as { text: string }).text
      assert.equal(text.split(words).length - 1, 3)
    })
})
