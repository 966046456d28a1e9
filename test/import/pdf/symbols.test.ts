/** What is on a page of a PDF beside its words: symbols, line numbers. */

import assert from 'node:assert/strict'
import { readPdf } from '../../../server/src/import/pdf/read'
import { shownBy } from '../../../server/src/import/symbol-fonts'
import { tidiedFile } from '../tidied-file'
import { drawnPdf, lines, type Mark } from './drawn'

describe('a symbol in a PDF', () => {
  it('is the character that its font shows', async () => {
    const rows = ['\u2714', '\u2718', '\u274f', '\u25a0'].flatMap((symbol, at): readonly Mark[] => [
      { text: `Standard ${at + 1}`, x: 70, y: 700 - at * 14 },
      { text: symbol, x: 300, y: 700 - at * 14, font: 'dingbats' },
    ])
    const more: Mark = { text: '\u2265', x: 70, y: 600, font: 'symbols' }
    const { text } = await readPdf(
      await drawnPdf([[...rows, more, ...lines(['80 of all children live in the county.'], 580)]]),
    )
    for (const symbol of '✓✘❏■≥') assert.ok(text.includes(symbol), text)
  })

  for (const [font, given, shown] of [
    ['ABCDEF+Wingdings-Regular', '\uf0fc\uf0fb\uf0fe\uf0a8', '✓✗☑☐'],
    ['Wingdings', 'ü', '✓'],
    ['Wingdings 2', 'PRO', '✓☑✗'],
    ['Webdings', 'ar', '✓✗'],
    ['ZapfDingbats', '48on', '✓✘❏■'],
    ['ZapfDingbats', '\xac\xb5', '①⑩'],
    ['ITC Zapf Dingbats', '3', '✓'],
    ['Wingdings 3', '\uf021\uf022', '←→'],
    ['Symbol', 'a\uf0b3', 'a≥'],
    ['Helvetica', '48', '48'],
  ] as const)
    it(`is shown by ${font}: ${shown}`, () => {
      assert.equal(shownBy(font, given), shown)
    })
})

const words = [
  'The harbour office keeps a book of every ship that came in last year and of',
  'all the people who came with it. It is kept by hand, and inspectors found it',
  'to be a record of real use to the police and to the company of the harbour.',
]

/** Pages of text with the numbers that `numberOf` gives for their lines, counted from 0 on each page. */
function numbered(
  numberOf: (line: number, page: number) => number | undefined,
  { perPage = 9, x = 45, size = 9, step = 14, pages = 2, isOutside = false, foot = '' } = {},
): readonly (readonly Mark[])[] {
  return Array.from({ length: pages }, (_, page) => [
    ...(foot === '' ? [] : [{ text: `${foot} ${'ab'[page]}`, x: 70, y: 36, size: 8 }]),
    ...Array.from({ length: perPage }, (_, line): readonly Mark[] => {
      const y = 700 - line * step
      const number = numberOf(line, page)
      const own: Mark = { text: words[line % 3] ?? '', x: 70, y }
      const at = isOutside && page % 2 === 1 ? 540 : x
      return number === undefined ? [own] : [{ text: String(number), x: at, y, size }, own]
    }).flat(),
  ])
}

describe('line numbers in the margin of a PDF', () => {
  for (const [name, pages] of [
    ['on each line', numbered(line => line + 1)],
    ['that go on over pages', numbered((line, page) => line + 1 + page * 9)],
    [
      'on every fifth line',
      numbered((line, page) => ((line + page * 20 + 1) % 5 ? undefined : line + 1 + page * 20), {
        perPage: 20,
      }),
    ],
    ['but not on some lines', numbered(line => (line < 2 ? undefined : line - 1))],
    ['in the right margin', numbered(line => line + 1, { x: 540 })],
    ['outside, on pages that are bound', numbered(line => line + 1, { isOutside: true })],
    ['as large as the text', numbered(line => line + 1, { x: 40, size: 11 })],
    ['of lines that are far apart', numbered((line, page) => line + 1 + page * 9, { step: 28 })],
    [
      'on every tenth line',
      numbered((line, page) => ((line + page * 40 + 1) % 10 ? undefined : line + page * 40 + 1), {
        perPage: 40,
      }),
    ],
    ['of a long document', numbered((line, page) => 991 + line + page * 9)],
    ['of a single page', numbered(line => line + 1, { pages: 1, perPage: 20 })],
    ['above a footer', numbered(line => line + 1, { foot: 'Inspection of Westmarch' })],
  ] as const)
    it(`are left out, and listed: ${name}`, async () => {
      const { text, changes } = await tidiedFile(await drawnPdf(pages))
      assert.doesNotMatch(text, /\d|\|/)
      assert.equal(
        changes.filter(({ message }) => message.includes('line numbers')).length,
        pages.length,
      )
    })

  for (const [name, pages] of [
    [
      'of paragraphs of three lines',
      numbered((line, page) => (line % 3 ? undefined : line / 3 + 1 + page * 3)),
    ],
    ['of a few short paragraphs', numbered(line => (line < 3 ? line + 1 : undefined))],
    [
      'that do not count lines, after some that do',
      numbered((line, page) => (line % 2 ? undefined : line + 1 + page * 30), { perPage: 6 }),
    ],
  ] as const)
    it(`are kept where they are those ${name}`, async () => {
      const { text } = await readPdf(await drawnPdf(pages))
      assert.match(text, /1 +The harbour/)
    })
})
