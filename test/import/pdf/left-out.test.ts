/** What the build leaves out of the library that reads PDFs: what needs it is read without it, or refused in a sentence. */

import assert from 'node:assert/strict'
import { brotliCompressSync } from 'node:zlib'
import { tidiedFile } from '../tidied-file'
import { pdfFile } from './pdf-file'

const words = 'BT /F1 11 Tf 70 700 Td (The harbour office keeps a book of every ship.) Tj ET'

function brotli(content: string, entries = ''): Buffer {
  const packed = brotliCompressSync(content)
  const head = `<<${entries}/Filter/BrotliDecode/Length ${packed.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

describe('a PDF that needs what is left out of the library', () => {
  const refused = /^This PDF could not be read\. Save it again from the program that made it/

  it('is refused where a page is packed with Brotli, and not taken for pictures of pages', async () => {
    const file = pdfFile({ content: words, objects: { 5: brotli(words) } })
    await assert.rejects(tidiedFile(file), ({ message }: Error) => refused.test(message))
  })

  it('is refused where only part of a page is packed with Brotli', async () => {
    const form = '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>'
    const file = pdfFile({
      content: `${words} /X1 Do`,
      resources: '/XObject<</X1 10 0 R>>',
      objects: { 10: brotli(words, form) },
    })
    await assert.rejects(tidiedFile(file), ({ message }: Error) => refused.test(message))
  })

  it('is read where the document after it is refused, and the one after that again', async () => {
    const bad = pdfFile({ content: words, objects: { 5: brotli(words) } })
    const [first, , third] = await Promise.allSettled([
      tidiedFile(pdfFile({ content: words })),
      tidiedFile(bad),
      tidiedFile(pdfFile({ content: words })),
    ])
    for (const each of [first, third])
      assert.match(
        each.status === 'fulfilled' ? each.value.text : String(each.reason),
        /The harbour office keeps a book/,
      )
  })

  it('is read where a comment or a field has its words in XHTML and in XFA, too', async () => {
    const rich = '<body xmlns="http://www.w3.org/1999/xhtml"><p>Check <b>this</b>.</p></body>'
    const { text, changes } = await tidiedFile(
      pdfFile({
        content: words,
        page: '/Annots[10 0 R 11 0 R 12 0 R]',
        objects: {
          1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[11 0 R]/XFA(nothing)>>>>',
          10: `<</Type/Annot/Subtype/Text/Rect[70 600 90 620]/Contents(Check this.)/RC(${rich})>>`,
          11: '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ann Bell)/Rect[70 500 290 520]>>',
          12: `<</Type/Annot/Subtype/FreeText/Rect[70 400 290 420]/Contents(Seen.)/RC(${rich})/DA(/F1 11 Tf)>>`,
        },
      }),
    )
    assert.match(text, /The harbour office keeps a book/)
    assert.match(text, /Ann Bell/)
    assert.match(JSON.stringify(changes), /Check this\./)
  })
})
