/** Lettering of a PDF that is made for the eye: printed twice, set apart, or large. */

import assert from 'node:assert/strict'
import { readPdf } from '../../../server/src/import/pdf/read'
import { pdfFile, shown } from './pdf-file'

const text = [
  'The harbour office keeps a book of every ship that came in last year and',
  'of all the people who came with it, with a summary of findings for each.',
]

const lines = (texts: readonly string[], y: number, x = 70) =>
  texts.map((each, at) => shown(each, x, y - at * 14)).join('')

/** Words whose letters are so many points further apart. */
const spaced = (words: string, gap: number, y: number, size = 14) =>
  `${gap} Tc ${shown(words, 70, y, size)} 0 Tc `

const read = async (content: string) => (await readPdf(pdfFile({ content }))).text

/** Words whose letters are each put at a place of their own, so many points after the one before. */
const placed = (words: string, step: number, x = 70) =>
  [...words]
    .map((letter, at) => (letter === ' ' ? '' : shown(letter, x + at * step, 760, 14)))
    .join('')

const twice = (words: string, x: number, y: number) =>
  shown(words, 70, 760, 14) + shown(words, x, y, 14)

describe('lettering in a PDF', () => {
  for (const [name, content, expected] of [
    ['words apart', spaced('Summary of findings', 5, 760), 'Summary of findings'],
    ['words not apart', spaced('Summary of findings', 2, 760), 'Summary of findings'],
    ['far apart', spaced('Summary of findings', 10, 760), 'Summary of findings'],
    ['farther apart', spaced('Summary of findings', 14, 760), 'Summary of findings'],
    ['in capitals', spaced('SUMMARY OF FINDINGS', 8, 760), 'SUMMARY OF FINDINGS'],
    ['one word', spaced('SUMMARY', 4, 760), 'SUMMARY'],
    ['a short word', spaced('Good', 5, 760), 'Good'],
    ['a word that is nowhere else', spaced('Pilots', 4, 760), 'Pilots'],
    [
      'words that are nowhere else',
      spaced('Mill towers near bridge', 10, 760),
      'Mill towers near bridge',
    ],
    ['with a number', spaced('Part 2 findings', 5, 760), 'Part 2 findings'],
    [
      'with signs',
      spaced('The mill’s: findings, 2011', 5, 760).replace('’', "'"),
      'The mill’s: findings, 2011',
    ],
    ['letter by letter', placed('Summary of findings', 12), 'Summary of findings'],
    ['letter by letter, in capitals', placed('SUMMARY OF FINDINGS', 18), 'SUMMARY OF FINDINGS'],
    [
      'by typed spaces',
      shown('S u m m a r y   o f   f i n d i n g s', 70, 760, 14),
      'Summary of findings',
    ],
    ['as large as the text', spaced('Summary of findings', 5, 760, 11), 'Summary of findings'],
  ] as const)
    it(`that is set apart is words: ${name}`, async () => {
      assert.ok((await read(content + lines(text, 700))).startsWith(`${expected}\n`))
    })

  for (const [name, letters, gap] of [
    ['in the columns of a table', ['A', 'B', 'C', 'D', 'E', 'F'], 80],
    ['that answer questions', ['Y', 'N', 'Y', 'Y', 'N', 'Y'], 40],
  ] as const)
    it(`of single letters is not a word: ${name}`, async () => {
      const row = letters.map((letter, at) => shown(letter, 70 + at * gap, 760)).join('')
      const [line = ''] = (await read(row + lines(text, 700))).split('\n')
      assert.deepEqual(line.trim().split(/ {3,}/), letters)
    })

  for (const [name, content] of [
    ['in its place', twice('The pilots', 70, 760)],
    ['a little to the right', twice('The pilots', 70.5, 760)],
    ['a little lower', twice('The pilots', 70, 759.4)],
    ['both', twice('The pilots', 70.4, 759.6)],
    ['as a shadow', twice('The pilots', 72, 758)],
    ['three times', twice('The pilots', 70.3, 760) + shown('The pilots', 70.6, 760, 14)],
    [
      'word by word',
      shown('The', 70, 760, 14) +
        shown('The', 70.3, 760, 14) +
        shown('pilots', 97, 760, 14) +
        shown('pilots', 97.3, 760, 14),
    ],
    [
      'in other pieces',
      shown('The pilots', 70, 760, 14) +
        shown('The ', 70.3, 760, 14) +
        shown('pilots', 97.5, 760, 14),
    ],
    ['with all of the page', twice('The pilots', 70, 760) + lines(text, 700)],
    ['a little larger', shown('The pilots', 70, 760, 14.4) + shown('The pilots', 70, 760, 14)],
  ] as const)
    it(`that is printed twice is there once: ${name}`, async () => {
      const written = await read(content + lines(text, 700))
      assert.match(written, /^The pilots\n/)
      assert.equal(written.split('pilots').length, 2)
      assert.equal(written.split('The harbour').length, 2)
    })

  it('that is set apart and printed twice is a word', async () => {
    const known = lines(['It is for summary.'], 600)
    for (const second of [placed('Summary', 12), placed('Summary', 12, 70.3)])
      assert.match(
        await read(placed('Summary', 12) + second + lines(text, 700) + known),
        /^Summary\n/,
      )
  })

  it('that is the same in two places stays', async () => {
    const twice = shown('Good', 300, 760) + shown('Good', 300, 740)
    assert.match(await read(twice + lines(text, 700)), /^ *Good\n\s*Good\n/)
  })

  for (const [name, size, y, x] of [
    ['over two lines', 34, 686, 93],
    ['over three lines', 48, 672, 102],
    ['close to its text', 34, 686, 91.5],
  ] as const)
    it(`of a large first letter is part of its word: ${name}`, async () => {
      const own = [
        'he harbour office keeps a book of ships',
        'that came in last year and of all',
        'the people',
      ]
      const beside = lines(own.slice(0, size > 40 ? 3 : 2), 700, x)
      const below = lines(
        ['who came with it. It is kept by hand, and inspectors found it useful.'],
        size > 40 ? 658 : 672,
      )
      assert.match(await read(shown('T', 70, y, size) + beside + below), /^The harbour office/)
    })

  it('of a large letter on its own stays', async () => {
    assert.match(await read(shown('A', 70, 760, 40) + lines(text, 600)), /^A\n/)
  })
})
