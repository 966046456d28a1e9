/** Pages of A5 and other narrow ones are read like those of A4. */

import assert from 'node:assert/strict'
import { tidiedFile } from '../tidied-file'
import { type Border, drawnPdf, lines, type Mark } from './drawn'

const narrow = [
  'The harbour office keeps a book of every ship',
  'that came in last year and of all the people',
  'who came with it. It is kept by hand, and',
  'inspectors found it to be a record of real use',
  'to the police and the harbour company, who',
  'read it in each week of the year.',
]
const whole = narrow.join(' ')
const x = 50
const paragraph = (y: number, first = '', texts = narrow) =>
  lines([`${first}${texts[0]}`, ...texts.slice(1)], y, { x })
const footer = (page: number): readonly Mark[] =>
  lines([`Inspection of Westmarch ${page}`], 25, { x, size: 7 })
const border = (one: readonly [number, number], other: readonly [number, number]): Border => ({
  from: one,
  to: other,
})

const draftOf = async (pages: readonly (readonly Mark[])[], size: readonly [number, number]) =>
  (await tidiedFile(await drawnPdf(pages, size))).text.trim().split('\n').filter(Boolean)

for (const [format, size] of [
  ['A5', [420, 595]],
  ['B5', [499, 709]],
  ['a narrow sheet', [360, 595]],
] as const)
  describe(`a page of ${format}`, () => {
    for (const [name, pages, expected] of [
      ['paragraphs', [[...paragraph(540), ...paragraph(440)]], [whole, whole]],
      [
        'a paragraph over two pages',
        [
          [...paragraph(540), ...paragraph(440, '', narrow.slice(0, 3)), ...footer(1)],
          [...paragraph(540, '', narrow.slice(3)), ...footer(2)],
        ],
        [whole, whole],
      ],
      [
        'numbered paragraphs',
        [
          [...paragraph(540, '1. '), ...paragraph(440, '2. '), ...footer(1)],
          [...paragraph(540, '3. '), ...footer(2)],
        ],
        [`1. ${whole}`, `2. ${whole}`, `3. ${whole}`],
      ],
      [
        'a list',
        [
          [
            ...paragraph(540),
            { text: '\u2022', x, y: 440 },
            ...lines(narrow.slice(0, 3), 440, { x: x + 15 }),
            { text: '\u2022', x, y: 390 },
            ...lines(narrow.slice(3), 390, { x: x + 15 }),
          ],
        ],
        [whole, `- ${narrow.slice(0, 3).join(' ')}`, `- ${narrow.slice(3).join(' ')}`],
      ],
      [
        'a table with borders',
        [
          [
            ...paragraph(540),
            ...lines(['Judgement', 'Staying safe'], 426, { x: x + 5, step: 20 }),
            ...lines(['Grade', 'Good'], 426, { x: 205, step: 20 }),
            ...[440, 420, 400].map(y => border([x, y], [300, y])),
            ...[x, 200, 300].map(at => border([at, 440], [at, 400])),
          ],
        ],
        [whole, '| Judgement | Grade |', '| --- | --- |', '| Staying safe | Good |'],
      ],
      [
        'a footnote',
        [
          [
            ...lines(['Staff say so.'], 540, { x }),
            { text: '1', x: 111, y: 544, size: 6 },
            ...paragraph(500),
            { text: '1', x, y: 66, size: 5 },
            ...lines(['The book of 2011.'], 63, { x: 56, size: 8 }),
          ],
        ],
        ['Staff say so.[^1]', whole, '[^1]: The book of 2011.'],
      ],
      [
        'a header and a footer',
        [1, 2, 3].map(page => [
          ...lines(['Harbour of Westmarch'], size[1] - 20, { x, size: 7 }),
          ...paragraph(520),
          ...footer(page),
        ]),
        ['Harbour of Westmarch', whole, whole, whole],
      ],
      [
        'a heading of two lines',
        [
          [
            ...lines(['The experiences of', 'the pilots'], 540, { x, size: 16, step: 19 }),
            ...paragraph(480),
          ],
        ],
        ['The experiences of the pilots', whole],
      ],
    ] as const)
      it(`has ${name}`, async () => {
        assert.deepEqual(await draftOf(pages, size), expected)
      })
  })
