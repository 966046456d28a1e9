/** Reading PDF files: lines, columns, pages. */

import assert from 'node:assert/strict'
import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib'
import type { Imported } from '../../../server/src/import/import'
import { tidiedFile } from '../tidied-file'

type Draw = (text: string, x: number, y: number, size?: number) => void

async function pdf(...pages: ((draw: Draw, page: PDFPage) => void)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const each of pages) {
    const page = document.addPage([595, 842])
    each((text, x, y, size = 11) => page.drawText(text, { x, y, size, font }), page)
  }
  return document.save()
}

const withoutStatus = ({ text }: Imported) => text.replace(/^---\nstatus: draft\n---\n\n/, '')

/** Lines under each other, beginning at a height. */
const draw = (draw: Draw, from: number, lines: readonly string[]) => {
  for (const [at, line] of lines.entries()) draw(line, 70, from - at * 14)
}

const words = [
  'The harbour office keeps a book of every ship that came in last year and of all the',
  'people who came with it. It is kept by hand, and inspectors found it to be a record of',
  'real use to the police and the harbour company, who read it in each week of the year',
]

describe('importing a PDF', () => {
  it('joins wrapped lines and paragraphs over pages, and drops what comes on each page', async () => {
    const page = (number: number, lines: readonly string[]) => (text: Draw) => {
      text('Report on the harbour of Westmarch', 70, 800, 8)
      draw(text, 760, lines)
      text(String(number), 300, 30, 8)
    }
    const imported = await tidiedFile(
      await pdf(
        page(1, words),
        page(2, [
          'and like it. Young people told us that they like the office as well, and said so',
        ]),
        page(3, ['Nothing else was said.']),
        page(4, ['This is the end.']),
      ),
    )
    assert.match(
      withoutStatus(imported),
      /\nThe harbour office [^\n]* of the year and like it\. Young people told us/,
    )
    // At the head of the first page it may be the title.
    assert.equal(withoutStatus(imported).lastIndexOf('Report on the harbour'), 0)
    assert.doesNotMatch(imported.text, /^\d$/m)
    assert.deepEqual(
      imported.changes
        .filter(({ kind }) => kind === 'page-furniture' || kind === 'page-number')
        .map(({ place, before }) => `${place}: ${before}`),
      [1, 2, 3, 4].flatMap(page => [
        ...(page === 1 ? [] : [`page ${page}: Report on the harbour of Westmarch`]),
        `page ${page}: ${page}`,
      ]),
    )
  })

  it('goes on over a page after a semicolon in the middle of a sentence', async () => {
    const { text } = await tidiedFile(
      await pdf(
        page =>
          draw(page, 760, [
            ...words,
            'and who count what it has to tell them: ships and their crews;',
          ]),
        page => draw(page, 760, ['boats; and all that they carry.', ...words]),
      ),
    )
    assert.match(text, /their crews; boats; and all that they carry\./)
  })

  it('keeps the columns of tables', async () => {
    const imported = await tidiedFile(
      await pdf(text => {
        draw(text, 760, words)
        for (const [at, [label, grade]] of [
          ['Judgement', 'Grade'],
          ['Staying safe', 'Good'],
          ['Being healthy', 'Adequate'],
        ].entries()) {
          text(label as string, 70, 680 - at * 24)
          text(grade as string, 350, 680 - at * 24)
        }
      }),
    )
    assert.match(
      imported.text,
      /\| Judgement \| Grade \|\n\| --- \| --- \|\n\| Staying safe \| Good \|\n\| Being healthy \| Adequate \|\n/,
    )
  })

  it('says so where there is no text', async () => {
    const scanned = await pdf((_, page) => page.drawRectangle({ width: 100, height: 100 }))
    await assert.rejects(tidiedFile(scanned), /no text, only pictures of its pages/)
  })

  it('says so where the file is damaged', async () => {
    await assert.rejects(tidiedFile(new TextEncoder().encode('%PDF-1.7\nnothing')), /PDF/)
  })

  it('says how far it has got, and stops when asked to', async () => {
    const bytes = await pdf(
      text => draw(text, 760, words),
      text => draw(text, 760, words),
    )
    const seen: string[] = []
    await tidiedFile(bytes, { onProgress: (done, all) => seen.push(`${done} of ${all}`) })
    assert.deepEqual(seen, ['1 of 2', '2 of 2'])
    await assert.rejects(
      tidiedFile(bytes, { pause: () => Promise.reject(new Error('stopped')) }),
      /stopped/,
    )
  })
})
