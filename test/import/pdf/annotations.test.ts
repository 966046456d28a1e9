/** What lies on the pages of a PDF: fields of a form, and comments. */

import assert from 'node:assert/strict'
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from 'pdf-lib'
import { tidiedFile } from '../tidied-file'

async function reviewed(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  for (const [at, text] of ['Name of the harbour:', 'What its pilots say:'].entries())
    page.drawText(text, { x: 70, y: 700 - at * 60, size: 11, font })
  page.drawText('The harbour office keeps a book of every ship that came in.', {
    x: 70,
    y: 560,
    size: 11,
    font,
  })
  const form = document.getForm()
  const name = form.createTextField('name')
  name.setText('Saltby')
  name.addToPage(page, { x: 190, y: 696, width: 200, height: 18 })
  const pilots = form.createTextField('pilots')
  pilots.enableMultiline()
  pilots.setText('Ships come in.\nBoats go out.')
  pilots.addToPage(page, { x: 190, y: 610, width: 200, height: 44 })
  const comment = document.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [400, 560, 420, 580],
    Contents: PDFHexString.fromText('Which book?\nAsk them.'),
  })
  const annotations = page.node.Annots()
  annotations?.push(document.context.register(comment))
  page.node.set(PDFName.of('Annots'), annotations!)
  return document.save()
}

describe('a PDF that somebody has worked on', () => {
  it('has what is written in its fields where they are', async () => {
    const { text } = await tidiedFile(await reviewed())
    assert.match(text, /Name of the harbour:\s+(?:\|\s*)?Saltby/)
    assert.match(text, /Ships come in\.\s+Boats go out\./)
  })

  it('lists its comments, which are not part of the text', async () => {
    const { text, changes } = await tidiedFile(await reviewed())
    assert.doesNotMatch(text, /Which book/)
    assert.deepEqual(
      changes.filter(({ kind }) => kind === 'comment').map(({ before, place }) => [before, place]),
      [['Which book? Ask them.', 'page 1']],
    )
  })
})
