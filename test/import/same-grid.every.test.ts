/** One table in every form in which it can reach a draft: the rows and cells are always the same. */

import assert from 'node:assert/strict'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { htmlToText } from '../../server/src/import/text/html/html'
import { tidy } from '../../server/src/import/text/tidy'
import { readGrid } from '../../server/src/report/grid/grid'
import { LineIndex } from '../../server/src/text/lines'
import { tidiedFile } from './tidied-file'
import { paragraph, table, wordFile } from './word/word-file'

type Row = readonly string[]

const places: readonly Row[] = [
  ['Setting', 'Children', 'Inspected'],
  ['Fostering services', '91', 'March 2011'],
  ['Residential homes', '12', 'June 2011'],
  ['Agencies', '140', 'June 2010'],
  ['Schools with boarding', '8', 'May 2009'],
]

const grades: readonly Row[] = [
  ['Judgement', 'Grade'],
  ['Ambition and planning', 'Good'],
  ['The contribution of local health agencies to the safety of children', 'Adequate'],
  ['Leadership', 'Outstanding'],
  ['Partnership working', 'Good'],
]

const before = 'The county keeps these places for children, and counts them once in every year.'
const after = 'None of them has been closed since the last inspection of the county took place.'

/** The rows of the draft's table; the head is empty where the form has none that is marked. */
function gridOf(draft: string): readonly Row[] {
  const lines = new LineIndex(draft)
  return readGrid(draft, lines, { first: 0, last: lines.count })
    .filter(({ isPiped, isRule }) => isPiped && !isRule)
    .map(({ cells }) => cells.map(({ start, end }) => draft.slice(start, end)))
    .filter(row => row.some(cell => cell !== ''))
}

const inText = (lines: readonly string[]) => `${before}\n\n${lines.join('\n')}\n\n${after}\n`

function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** Each row in columns of its table, the first of them wrapped, with as many spaces between as there must be. */
function inColumns(rows: readonly Row[], width: number, gap: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.flatMap(row => wrapped(row[column] ?? '', width).map(each => each.length))),
  )
  return rows.flatMap(row => {
    const cells = row.map(cell => wrapped(cell, width))
    const count = Math.max(...cells.map(lines => lines.length))
    const lines = Array.from({ length: count }, (_, at) =>
      cells
        .map((lines, column) => (lines[at] ?? '').padEnd((widths[column] ?? 0) + gap))
        .join('')
        .trimEnd(),
    )
    return count > 1 ? [...lines, ''] : lines
  })
}

const html = (rows: readonly Row[], cell: (words: string) => string) =>
  `<p>${before}</p><table>${rows
    .map(row => `<tr>${row.map(words => `<td>${cell(words)}</td>`).join('')}</tr>`)
    .join('\n')}</table><p>${after}</p>`

/** The table on a page, by the places of its words, with borders around its cells or without. */
async function pdf(rows: readonly Row[], hasBorders: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  const size = 10
  const xs = rows[0]?.length === 2 ? [70, 330] : [70, 250, 380]
  const step = 40
  const top = 740
  page.drawText(before, { x: 70, y: 770, size, font })
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries())
      for (const [line, words] of wrapped(cell, 40).entries())
        page.drawText(words, {
          x: (xs[column] ?? 0) + 4,
          y: top - at * step - 14 - line * 12,
          size,
          font,
        })
  const foot = top - rows.length * step
  const edges = [...xs, 520]
  if (hasBorders) {
    for (const x of edges) page.drawLine({ start: { x, y: top }, end: { x, y: foot } })
    for (let row = 0; row <= rows.length; row++)
      page.drawLine({
        start: { x: 70, y: top - row * step },
        end: { x: 520, y: top - row * step },
      })
  }
  page.drawText(after, { x: 70, y: foot - 40, size, font })
  return document.save()
}

/** A draft of what is on the clipboard. */
function pasted(clipboard: string): string {
  const text = htmlToText(clipboard)
  assert.ok(text !== undefined)
  return tidy(text).text
}

type Form = (rows: readonly Row[]) => Promise<string> | string

const forms: Readonly<Record<string, Form>> = {
  'in pipes': rows =>
    tidy(
      inText([
        `| ${rows[0]?.join(' | ')} |`,
        `|${'---|'.repeat(rows[0]?.length ?? 0)}`,
        ...rows.slice(1).map(row => `| ${row.join(' | ')} |`),
      ]),
    ).text,
  'in pipes without outer ones': rows =>
    tidy(
      inText([
        rows[0]?.join(' | ') ?? '',
        rows[0]?.map(() => '---').join(' | ') ?? '',
        ...rows.slice(1).map(row => row.join(' | ')),
      ]),
    ).text,
  'in pipes without a line of dashes': rows => tidy(inText(rows.map(row => row.join(' | ')))).text,
  'in columns': rows => tidy(inText(inColumns(rows, 90, 4))).text,
  'in columns, the longest cells two spaces from the next': rows =>
    tidy(inText(inColumns(rows, 90, 2))).text,
  'in columns, wrapped': rows => tidy(inText(inColumns(rows, 36, 5))).text,
  'by tabs': rows => tidy(inText(rows.map(row => row.join('\t')))).text,
  'as HTML': rows => pasted(html(rows, words => words)),
  'as HTML in the text': rows =>
    tidy(
      inText([
        '<table>',
        ...rows.flatMap(row => ['<tr>', ...row.map(words => `<td>${words}</td>`), '</tr>']),
        '</table>',
      ]),
    ).text,
  'as HTML with a row on each line of the text': rows =>
    tidy(
      inText([
        '<table class="wide"><tbody>',
        ...rows.map(row => `<tr>${row.map(words => `<td>${words}</td>`).join('')}</tr>`),
        '</tbody></table>',
      ]),
    ).text,
  'as HTML with paragraphs and line ends in its cells': rows =>
    pasted(html(rows, words => `<p>${words.replace(/ /, '<br>')}</p>`)),
  'as a Word table': async rows =>
    (await tidiedFile(wordFile({ body: paragraph(before) + table(rows) + paragraph(after) }))).text,
  'by its borders on the page of a PDF': async rows =>
    (await tidiedFile(await pdf(rows, true))).text,
  'by the places of its words on the page of a PDF': async rows =>
    (await tidiedFile(await pdf(rows, false))).text,
}

for (const [what, rows] of Object.entries({ 'of places': places, 'of grades': grades }))
  describe(`a table ${what}`, () => {
    for (const [how, draft] of Object.entries(forms))
      it(`${how} is the same grid`, async () => assert.deepEqual(gridOf(await draft(rows)), rows))
  })

describe('HTML in a text', () => {
  it('stays as it is where its table has no end, or has text behind it', () => {
    for (const rows of [
      ['<table>', '<tr><td>Fostering</td><td>91</td></tr>'],
      ['<table><tr><td>Fostering</td><td>91</td></tr></table> and more.'],
    ])
      assert.match(tidy(inText(rows)).text, /<td>Fostering<\/td>/)
  })
})
