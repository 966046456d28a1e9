/** PDFs that ask for more work than their text explains, or put text where no page is. */

import assert from 'node:assert/strict'
import { importFile } from '../../../server/src/import/import'
import { itWhole, partOfRecord } from '../../support/tier'
import { type PdfParts, pagesFile, pdfFile, shown, stream, written } from './pdf-file'

const words = shown(
  'The council knows its children well, and inspectors agreed with what it said.',
  70,
  700,
)
const read = async (parts: Partial<PdfParts> & { readonly content: string | Buffer }) =>
  (
    await importFile(
      pdfFile({
        ...parts,
        content: Buffer.concat([Buffer.from(words), Buffer.from(parts.content)]),
      }),
    )
  ).text

/** A form that draws others, each of which draws others again. */
const forms = (count: number, text: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      10 + at,
      stream(
        `${text}${at + 1 < count ? '/X Do /X Do' : ''}`,
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>/XObject<</X ${11 + at} 0 R>>>>`,
      ),
    ]),
  )

const tooMuch = {
  name: 'ImportError',
  message:
    'Page 1 of this PDF holds far too much besides its text. Ask for the Word document, or save the other pages as a PDF of their own, and import that.',
}

describe('a PDF with more than its text needs', () => {
  const many = (count: number, draw: (at: number) => string) =>
    `BT /F1 11 Tf ${Array.from({ length: count }, (_, at) => draw(at)).join(' ')} ET`
  const refused: Readonly<Record<string, () => Parameters<typeof read>[0]>> = {
    'words at one place': () => ({ content: many(60_000, () => '1 0 0 1 70 600 Tm (ab) Tj') }),
    'words all over the page': () => ({
      content: many(60_000, at => `1 0 0 1 ${(at * 37) % 595} ${(at * 0.613) % 842} Tm (ab) Tj`),
    }),
    'words at an angle': () => ({
      content: many(60_000, at => `0 1 -1 0 ${(at * 37) % 595} ${at % 842} Tm (ab) Tj`),
    }),
    'nothing, drawn a million times': () => ({ content: 'q Q '.repeat(1_500_000) }),
    'a string without end': () => ({ content: `BT /F1 11 Tf (${'a'.repeat(3_000_000)}) Tj ET` }),
    'white space that unpacks to 50 MB': () => ({ content: Buffer.alloc(50_000_000, 32) }),
    'forms that draw each other twice': () => ({
      content: '/X Do',
      resources: '/XObject<</X 10 0 R>>',
      objects: forms(40, shown('xx', 10, 10, 1)),
    }),
    'the same comment again and again': () => ({
      content: '',
      page: `/Annots[${'10 0 R '.repeat(30_000)}]`,
      objects: { 10: '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(note)>>' },
    }),
  }
  for (const [name, parts] of partOfRecord(refused))
    it(`is refused: ${name}`, () => assert.rejects(read(parts()), tooMuch))

  it('is refused where it says to have more pages than are imported', async () => {
    const pages = (kids: string, count: number) =>
      written({
        1: '<</Type/Catalog/Pages 2 0 R>>',
        2: `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
        3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>',
        4: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
        5: stream(words),
      })
    await assert.rejects(importFile(pages('3 0 R '.repeat(3000), 3000)), {
      message:
        /^This PDF has more than 2000 pages.* Save the pages of the report as a PDF of their own/,
    })
    // A number of pages that is not true.
    assert.match((await importFile(pages('3 0 R', 1_000_000_000))).text, /knows its children well/)
  })

  itWhole(
    'is refused where its pages share one text, and come to more than any report has',
    async () => {
      const full = Array.from({ length: 60 }, (_, at) =>
        shown('word '.repeat(200), 70, 800 - at * 13, 1),
      )
      await assert.rejects(importFile(pagesFile(60, () => full.join(''))), {
        message: /^This PDF has more than 2500000 characters of text/,
      })
    },
  )
})

describe('a PDF with text where no page is', () => {
  const cases: Readonly<Record<string, Parameters<typeof read>[0]>> = {
    'far to the right on a page without end': {
      content: shown('far away words', 90_000_000, 600),
      size: '0 0 100000000 100000000',
    },
    'far below': { content: shown('far away words', 70, -90_000_000) },
    'in letters of no size': { content: shown('far away words', 14_000, 1, 0.0001) },
    'in letters as tall as a house': { content: shown('far away words', 70, 600, 1_000_000) },
    'at a negative size': { content: shown('far away words', 70, 600, -11) },
    'tiny beside wide gaps': {
      content:
        shown('tiny words in a tiny font', 1, 1, 0.001) + shown('far away words', 500, 1, 0.001),
    },
    'at numbers that are none': { content: shown('far away words', '1e400', '9'.repeat(400)) },
    'behind the page': { content: shown('far away words', -5000, 600) },
  }
  for (const [name, parts] of Object.entries(cases))
    it(`is read: ${name}`, async () => {
      const text = await read(parts)
      assert.match(text, /The council knows its children well/)
      assert.ok(text.length < 5000, `${text.length} letters`)
    })

  itWhole('is read where a drawing has more squares than a table', async () => {
    const lines = Array.from(
      { length: 1400 },
      (_, at) => `${at * 6} 0 m ${at * 6} 9000 l S 0 ${at * 6} m 9000 ${at * 6} l S`,
    )
    const content = lines.join(' ') + shown('left', 70, 600) + shown('right', 370, 600)
    assert.match(await read({ content, size: '0 0 9000 9000' }), /left {3,}right/)
  })

  it('is read where a form draws itself', async () => {
    const drawing = stream(
      `${shown('xx', 10, 10, 1)}/X Do`,
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>/XObject<</X 10 0 R>>>>',
    )
    const text = await read({
      content: '/X Do',
      resources: '/XObject<</X 10 0 R>>',
      objects: { 10: drawing },
    })
    assert.match(text, /The council knows/)
  })
})

describe('reading a PDF', () => {
  it('pauses between pages and within a page that takes long, and stops where it is told to', async () => {
    let pauses = 0
    const pause = async () => {
      if (++pauses === 3) throw new Error('enough')
    }
    const pages = pagesFile(5, () => words)
    await assert.rejects(importFile(pages, { pause }), { message: 'enough' })
    assert.equal(pauses, 3)
  })

  it('reads one after the other, each within its own budget', async () => {
    const good = pagesFile(3, () => words)
    const bad = pdfFile({ content: `${words}${'q Q '.repeat(1_500_000)}` })
    const outcomes = await Promise.allSettled([importFile(good), importFile(bad), importFile(good)])
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
  })
})
