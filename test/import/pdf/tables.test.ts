/** What only a page shows: tables by their borders, headers and footers by their place. */

import assert from 'node:assert/strict'
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { readPdf } from '../../../server/src/import/pdf/read'
import { tidiedFile } from '../tidied-file'

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

  it('is not one where text is in a frame', async () => {
    const frame: Draw = page =>
      page.drawRectangle({ x: 60, y: 480, width: 400, height: 60, borderWidth: 1 })
    const columns: Draw = (page, { plain }) => {
      page.drawText('Left', { x: 70, y: 700, size, font: plain })
      page.drawText('Right', { x: 300, y: 700, size, font: plain })
    }
    assert.doesNotMatch(await read(all(text, frame, columns)), /\|/)
  })
})

describe('a table that goes on over a page of a PDF', () => {
  const first = table([
    ['*Judgement', '*Grade'],
    ['Staying safe', 'Good'],
  ])
  const number: Draw = (page, { plain }) => page.drawText('3', { x: 300, y: 30, size, font: plain })
  const above: Draw = (page, { plain }) =>
    page.drawText(filler, { x: 70, y: 800, size, font: plain })

  it('has the titles of its columns once, and says so', async () => {
    const { text: read, changes } = await readPdf(
      await pdf(
        all(above, first, number),
        table([
          ['*Judgement', '*Grade'],
          ['Being healthy', 'Adequate'],
        ]),
      ),
    )
    assert.match(read, /\| Staying safe \| Good \|\n\| Being healthy \| Adequate \|\n+ +3\n\f$/)
    assert.deepEqual(
      changes.map(({ before }) => before),
      ['Judgement Grade'],
    )
  })

  it('has no row without words where they are not repeated', async () => {
    const { text: drafted } = await tidiedFile(
      await pdf(all(above, first, number), all(table([['Being healthy', 'Adequate']]), text)),
    )
    assert.match(
      drafted,
      /\| Staying safe \| Good \|\n\| Being healthy \| Adequate \|\n\nThe harbour/,
    )
  })

  it('begins again where there are other titles, or text between', async () => {
    const other = table([
      ['*Who', '*What'],
      ['Pilots', 'Ships'],
    ])
    assert.match(await read(all(above, first), other), /\f\| Who \| What \|\n/)
    assert.match(await read(all(first, text), first), /\f\| Judgement \| Grade \|\n/)
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

  it('has no words that are upright on its edge, and dots only where they lead to a number', async () => {
    const page: Draw = (page, { plain }) => {
      text(page, { plain, bold: plain })
      page.drawText('DRAFT', { x: 20, y: 300, size: 40, font: plain, rotate: degrees(90) })
      page.drawText(`Staying safe${'.'.repeat(60)}12`, { x: 70, y: 700, size, font: plain })
      page.drawText(`Being healthy${' .'.repeat(30)}`, { x: 70, y: 680, size, font: plain })
    }
    const { text: words, changes } = await readPdf(await pdf(page))
    assert.deepEqual(
      changes.map(({ message, before }) => [message, before]),
      [['Left out words set at an angle.', 'DRAFT']],
    )
    assert.match(words, /^Staying safe \.\.\.\.\. 12\n+Being healthy\n/)
    assert.doesNotMatch(words, /DRAFT/)
  })

  it('of two columns is read column by column between what is across both', async () => {
    const words = 'who came with ships of their own and of all that they'
    const column =
      (x: number, from: number, name: string): Draw =>
      (page, { plain }) => {
        for (let line = 0; line < 10; line++) {
          const content = line === 9 ? 'and left.' : `${name}${line} ${words}`
          page.drawText(content, { x, y: from - line * 12, size: 8, font: plain })
        }
      }
    const across: Draw = (page, { bold }) =>
      page.drawText('The harbour of Westmarch, all of its pilots, and what they have told us', {
        x: 70,
        y: 400,
        size,
        font: bold,
      })
    const both = (from: number, left: string, right: string) =>
      all(column(70, from, left), column(310, from, right))
    const lines = (name: string) => [
      ...Array.from({ length: 9 }, (_, at) => `${name}${at} ${words}`),
      'and left.',
    ]
    const found = await read(all(both(700, 'A', 'B'), across, both(380, 'C', 'D')))
    assert.deepEqual(found.split('\n').filter(Boolean), [
      ...lines('A'),
      ...lines('B'),
      'The harbour of Westmarch, all of its pilots, and what they have told us',
      ...lines('C'),
      ...lines('D'),
    ])
  })

  it('of a table without borders is read row by row, however long its cells', async () => {
    const words = 'of the ships that came with all who sailed on them to'
    const heights = [
      [4, 3],
      [2, 4],
      [5, 4],
    ]
    const rows: Draw = (page, { plain }) => {
      let y = 760
      for (const [row, cells] of heights.entries()) {
        for (const [column, height] of cells.entries())
          for (let line = 0; line < height; line++)
            page.drawText(`${'LR'[column]}${row}${line} ${words}`, {
              x: [70, 310][column] ?? 0,
              y: y - line * 12,
              size: 8,
              font: plain,
            })
        y -= Math.max(...cells) * 12 + 8
      }
    }
    const found = await read(rows)
    assert.match(found, /L00 .* R00 .*\n.*L01 /)
    assert.ok(
      found.indexOf('R00') < found.indexOf('L10') && found.indexOf('R10') < found.indexOf('L20'),
    )
  })

  it('is read whichever way its text runs, tables included', async () => {
    const rows = [
      ['Judgement', 'Grade'],
      ['Staying safe', 'Good'],
    ]
    const upright = await read(all(text, table(rows)))
    for (const angle of [90, 180, 270])
      assert.equal((await readPdf(await turned(all(text, table(rows)), angle))).text, upright)
  })

  /** A sheet on which the whole page is drawn at an angle. */
  async function turned(draw: Draw, angle: number): Promise<Uint8Array> {
    const source = await PDFDocument.load(await pdf(draw))
    const document = await PDFDocument.create()
    const [page] = await document.embedPdf(source, [0])
    const isWide = angle !== 180
    const sheet = document.addPage(isWide ? [842, 595] : [595, 842])
    const x = angle === 270 ? 0 : isWide ? 842 : 595
    const y = angle === 90 ? 0 : isWide ? 595 : 842
    sheet.drawPage(page!, { x, y, rotate: degrees(angle) })
    return document.save()
  }
})
