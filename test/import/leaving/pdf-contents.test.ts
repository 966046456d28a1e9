import assert from 'node:assert/strict'
import {
  type PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
} from 'pdf-lib'
import { readToLeave } from '../../../server/src/import/import'

/** A PDF of a page, with whatever is planted in it. */
async function pdf(plant: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  // The library would say that it has made the file itself.
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  for (let line = 0; line < 8; line++)
    page.drawText('The harbour office keeps a book of every ship that came in.', {
      x: 70,
      y: 700 - line * 20,
      size: 11,
      font,
    })
  await plant(document)
  return document.save()
}

/** `kind | what | words | place`. */
async function foundIn(plant: (document: PDFDocument) => unknown): Promise<readonly string[]> {
  const { contents } = await readToLeave(await pdf(plant))
  assert.equal(contents.kind, 'pdf')
  return contents.traces.map(({ kind, what, words, where }) =>
    [kind, what, words, where].join(' | '),
  )
}

/** Entries of a dictionary, as the library takes them. */
type Entries = NonNullable<Parameters<PDFDocument['context']['stream']>[1]>

function annotate(document: PDFDocument, entries: Entries): void {
  const { node } = document.getPage(0)
  const annotation = document.context.register(document.context.obj(entries))
  const there = node.Annots() as PDFArray | undefined
  if (there === undefined) node.set(PDFName.of('Annots'), document.context.obj([annotation]))
  else there.push(annotation)
}

const comment = {
  Type: 'Annot',
  Rect: [400, 560, 420, 580],
  Contents: PDFHexString.fromText('Which book?'),
  T: PDFHexString.fromText('Ann Quill'),
}

describe('what a PDF carries besides its text', () => {
  it('is nothing in a plain one', async () => {
    assert.deepEqual(await foundIn(() => {}), [])
  })

  it('is who made it and what they said of it, but not the program', async () => {
    assert.deepEqual(
      await foundIn(document => {
        document.setAuthor('Ann Quill')
        document.setTitle('Draft 3')
        document.setSubject('For AB')
        document.setKeywords(['secret'])
        document.setProducer('A program')
        document.setCreator('Another program')
      }),
      [
        'properties | Author | Ann Quill | ',
        'properties | Title | Draft 3 | ',
        'properties | Subject | For AB | ',
        'properties | Keywords | secret | ',
      ],
    )
  })

  it('is what it says of itself for other programs, once', async () => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"><dc:creator><rdf:Seq><rdf:li>Ann Quill</rdf:li><rdf:li>Bo Reed</rdf:li></rdf:Seq></dc:creator><pdfx:Company>Westmarch</pdfx:Company><pdfx:MSIP_Label_1_Enabled>true</pdfx:MSIP_Label_1_Enabled></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
    assert.deepEqual(
      await foundIn(document => {
        const stream = document.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
        document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
      }),
      [
        'properties | Author | Ann Quill, Bo Reed | ',
        'properties | Property “company” | Westmarch | ',
        'properties | A label of the office, with the number by which Microsoft knows the office |  | ',
      ],
    )
  })

  it('is comments of every kind, with their pages, also those that are not shown', async () => {
    for (const Subtype of ['Text', 'FreeText', 'Highlight', 'StrikeOut', 'Caret'])
      assert.deepEqual(
        await foundIn(document => annotate(document, { ...comment, Subtype })),
        ['comments | Comment by Ann Quill | Which book? | Page 1'],
        Subtype,
      )
    assert.deepEqual(
      await foundIn(document => annotate(document, { ...comment, Subtype: 'Text', F: 2 })),
      ['comments | Comment by Ann Quill | Which book? | Page 1'],
    )
  })

  it('is files and programs inside', async () => {
    assert.deepEqual(
      await foundIn(document => document.attach(Buffer.from('a,b'), 'figures.csv')),
      ['embedded | A file inside | figures.csv | '],
    )
    assert.deepEqual(await foundIn(document => document.addJavaScript('x', 'app.alert(1)')), [
      'embedded | A program |  | ',
    ])
  })

  it('is a link into a shared folder, and not one to a page', async () => {
    const link = (address: string) =>
      foundIn(document =>
        annotate(document, {
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [70, 700, 200, 712],
          A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
        }),
      )
    assert.deepEqual(await link('file://server/drafts/a.docx'), [
      'fetching | A link leads to | file://server/drafts/a.docx | Page 1',
    ])
    assert.deepEqual(await link('https://x.example/'), [])
  })
})
