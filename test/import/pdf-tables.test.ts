/** What only a page shows: tables by their borders, headers and footers by their place. */

import assert from 'node:assert/strict'
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { readPdf } from '../../server/src/import/pdf/read'

type Draw = (page: PDFPage, fonts: { readonly plain: PDFFont; readonly bold: PDFFont }) => void

async function pdf(...pages: readonly Draw[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const plain = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  for (const draw of pages) draw(document.addPage([595, 842]), { plain, bold })
  return document.save()
}

const read = async (...pages: readonly Draw[]) => (await readPdf(await pdf(...pages))).text

const size = 11
const filler = 'The harbour office keeps a book of every ship that came in last year, by hand.'
const text: Draw = (page, { plain }) => page.drawText(filler, { x: 70, y: 500, size, font: plain })

/** A table from a height down: rows of 60 points, columns at 70, 250 and 500, lines 14 points apart. */
function table(rows: readonly (readonly string[])[], from = 760): Draw {
  return (page, { plain, bold }) => {
    const xs = [70, 250, 500]
    const foot = from - rows.length * 60
    for (const x of xs) page.drawLine({ start: { x, y: from }, end: { x, y: foot } })
    for (let row = 0; row <= rows.length; row++)
      page.drawRectangle({ x: 70, y: from - row * 60, width: 430, height: 0.5 })
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries())
        for (const [line, words] of cell.split('\n').entries())
          page.drawText(words.replace(/\*/g, ''), {
            x: (xs[column] ?? 0) + 5,
            y: from - row * 60 - 14 - line * 14,
            size,
            font: words.startsWith('*') ? bold : plain,
          })
  }
}

const all =
  (...parts: readonly Draw[]): Draw =>
  (page, fonts) =>
    parts.forEach(part => {
      part(page, fonts)
    })

describe('a table with borders in a PDF', () => {
  it('is read by its cells, however their text is wrapped', async () => {
    const rows = [
      ['Harbour company', 'Leaders should say\nwho keeps the book and well-\nknown ships.'],
      ['Harbour company', 'Leaders should read it.'],
      ['Staying\nsafe', 'Good'],
    ]
    assert.match(
      await read(all(text, table(rows))),
      /^\| \| \|\n\| --- \| --- \|\n\| Harbour company \| Leaders should say who keeps the book and well-known ships\. \|\n\| Harbour company \| Leaders should read it\. \|\n\| Staying safe \| Good \|\n\nThe harbour/,
    )
  })

  it('has titles of its columns where its first row is bold, or says so', async () => {
    const bold = [
      ['*Who', '*What'],
      ['Pilots', 'Ships'],
    ]
    assert.match(await read(all(text, table(bold))), /^\| Who \| What \|\n\| --- /)
    const grades = [
      ['Judgement', 'Grade'],
      ['Staying safe', 'Good'],
    ]
    assert.match(await read(all(text, table(grades))), /^\| Judgement \| Grade \|\n\| --- /)
  })

  it('is none where text stands in a frame', async () => {
    const frame: Draw = page =>
      page.drawRectangle({ x: 60, y: 480, width: 400, height: 60, borderWidth: 1 })
    const columns: Draw = (page, { plain }) => {
      page.drawText('Left', { x: 70, y: 700, size, font: plain })
      page.drawText('Right', { x: 300, y: 700, size, font: plain })
    }
    assert.doesNotMatch(await read(all(text, frame, columns)), /\|/)
  })
})

describe('a page of a PDF', () => {
  const header: Draw = (page, { plain }) =>
    page.drawText('Harbour of Westmarch', { x: 70, y: 810, size: 8, font: plain })

  it('loses its header where two pages have it at the same place, and keeps other words', async () => {
    const { text: read, changes } = await readPdf(
      await pdf(text, all(header, text), all(header, text)),
    )
    assert.doesNotMatch(read, /Westmarch/)
    assert.deepEqual(
      changes.map(({ before, line }) => [before, read.split('\n')[line]?.startsWith('\f')]),
      [
        ['Harbour of Westmarch', true],
        ['Harbour of Westmarch', true],
      ],
    )
    const kept = await readPdf(await pdf(text, all(header, text), text))
    assert.match(kept.text, /Westmarch/)
  })

  it('has a heading in large letters on one line, and a list mark with its text', async () => {
    const page: Draw = (page, { plain, bold }) => {
      text(page, { plain, bold })
      page.drawText('Inspection of the harbour', { x: 70, y: 760, size: 20, font: bold })
      page.drawText('and its pilots', { x: 70, y: 734, size: 20, font: bold })
      page.drawText('Westmarch', { x: 70, y: 700, size: 16, font: bold })
      page.drawText('(a)', { x: 70, y: 640, size, font: plain })
      page.drawText('ships come in', { x: 110, y: 640, size, font: plain })
      page.drawText('–', { x: 90, y: 620, size, font: plain })
      page.drawText('boats go out', { x: 120, y: 620, size, font: plain })
    }
    assert.match(
      await read(page),
      /^Inspection of the harbour and its pilots\n+Westmarch\n+\(a\) ships come in\n+ +– boats go out\n/,
    )
  })

  it('has no words that stand upright on its edge, and dots only where they lead to a number', async () => {
    const page: Draw = (page, { plain }) => {
      text(page, { plain, bold: plain })
      page.drawText('DRAFT', { x: 20, y: 300, size: 40, font: plain, rotate: degrees(90) })
      page.drawText(`Staying safe${'.'.repeat(60)}12`, { x: 70, y: 700, size, font: plain })
      page.drawText(`Being healthy${' .'.repeat(30)}`, { x: 70, y: 680, size, font: plain })
    }
    const words = await read(page)
    assert.match(words, /^Staying safe \.\.\.\.\. 12\n+Being healthy\n/)
    assert.doesNotMatch(words, /DRAFT/)
  })
})
