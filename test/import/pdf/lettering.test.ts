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

describe('lettering in a PDF', () => {
  for (const [name, content, expected] of [
    ['words apart', spaced('Summary of findings', 5, 760), 'Summary of findings'],
    ['words not apart', spaced('Summary of findings', 2, 760), 'Summary of findings'],
    ['in capitals', spaced('SUMMARY OF FINDINGS', 8, 760), 'SUMMARY OF FINDINGS'],
    ['one word', spaced('SUMMARY', 4, 760), 'SUMMARY'],
    ['a word that is nowhere else', spaced('Pilots', 4, 760), 'Pilots'],
  ] as const)
    it(`that is set apart is words: ${name}`, async () => {
      assert.ok((await read(content + lines(text, 700))).startsWith(`${expected}\n`))
    })

  for (const [name, x, y] of [
    ['in its place', 70, 760],
    ['a little to the right', 70.5, 760],
    ['a little lower', 70, 759.4],
    ['both', 70.4, 759.6],
  ] as const)
    it(`that is printed twice is there once: ${name}`, async () => {
      const heading = shown('The pilots', 70, 760, 14) + shown('The pilots', x, y, 14)
      assert.match(await read(heading + lines(text, 700)), /^The pilots\n/)
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
