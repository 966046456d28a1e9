/** Templates that would keep the export busy, or fill the memory: small files that unpack to big ones. */

import assert from 'node:assert/strict'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportReport, TemplateError } from '../../server/src/export/export'
import { templateParts } from '../../server/src/export/template-parts'
import { parseReport } from '../../server/src/report/parse'
import { finish } from '../../server/src/text/steps'
import { clean } from '../reports/samples'
import { itWhole, partOfRecord } from '../support/tier'

type Files = Record<string, Uint8Array>

let files: Files
before(async () => {
  const document = new Document({ sections: [{ children: [new Paragraph('Office')] }] })
  files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
})

const taken = (template: Uint8Array) => finish(templateParts(template))

const tooMuch = (part: string) => ({
  message: `The part "${part}" of the template is far too large or complex to be read. Open the template in Word, take out its text and pictures, and save it again.`,
})
const noWordDocument = {
  message: 'The template is not a Word document (.docx). Open it in Word and save it as one.',
}

/** Far more than a template unpacks to. */
const zeros = new Uint8Array(50_000_000)
const header = (body: string) => strToU8(`<w:hdr>${body}</w:hdr>`)

describe('a template that holds far more than templates do', () => {
  const cases: Readonly<Record<string, readonly [part: string, more: () => Files]>> = {
    'a picture of nothing, 50 MB of it': ['word/a.png', () => ({ 'word/a.png': zeros })],
    'a text of blanks': ['word/a.xml', () => ({ 'word/a.xml': zeros.map(() => 32) })],
    'ten parts that are too much together': [
      'word/8.png',
      () =>
        Object.fromEntries(
          Array.from({ length: 10 }, (_, at) => [`word/${at}.png`, zeros.subarray(0, 4_990_000)]),
        ),
    ],
    'thousands of parts': [
      'word/4990.xml',
      () =>
        Object.fromEntries(
          Array.from({ length: 6_000 }, (_, at) => [`word/${at}.xml`, strToU8('<a/>')]),
        ),
    ],
    'hundreds of thousands of elements': [
      'word/a.xml',
      () => ({ 'word/a.xml': header('<w:p/>'.repeat(400_000)) }),
    ],
    'attributes without end': [
      'word/a.xml',
      () => ({
        'word/a.xml': header(
          `<w:p ${Array.from({ length: 1_300_000 }, (_, at) => `a${at}=""`).join(' ')}/>`,
        ),
      }),
    ],
    'elements a thousand deep': [
      'word/a.xml',
      () => ({ 'word/a.xml': header('<w:p>'.repeat(1000) + '</w:p>'.repeat(1000)) }),
    ],
  }
  for (const [name, [part, more]] of partOfRecord(cases))
    it(`is refused, with the part: ${name}`, () =>
      assert.throws(
        () => taken(zipSync({ ...files, ...more() }, { level: 1 })),
        (error: Error) => {
          assert.ok(error instanceof TemplateError)
          assert.match(
            error.message,
            /^The part "word\/\w+\.(?:png|xml)" of the template is far too large/,
          )
          if (!/\d/.test(part)) assert.equal(error.message, tooMuch(part).message)
          return true
        },
      ))
})

describe('a template whose list of parts is not true', () => {
  it('is refused where a part is far longer than the list says', () => {
    const template = zipSync({ ...files, 'word/a.png': zeros }, { level: 1 })
    const entry = entryOf(template, 'word/a.png')
    entry.setUint32(24, 10, true)
    assert.throws(() => taken(template), tooMuch('word/a.png'))
  })

  it('is read whole where a part is a little longer than the list says', () => {
    const template = zipSync({ ...files, 'word/a.png': strToU8('a picture') })
    entryOf(template, 'word/a.png').setUint32(24, 2, true)
    assert.equal(strFromU8(taken(template)['word/a.png'] ?? new Uint8Array()), 'a picture')
  })

  it('is refused where a part continues after the end of the file', () => {
    const template = zipSync(files)
    entryOf(template, 'word/styles.xml').setUint32(20, template.length, true)
    assert.throws(() => taken(template), noWordDocument)
  })

  it('is refused where parts overlap', () => {
    const same = Array.from({ length: 20 }, (_, at) => [
      `word/${at}.bin`,
      zeros.subarray(0, 100_000),
    ])
    const template = zipSync({ ...files, ...Object.fromEntries(same) }, { level: 0 })
    const first = entryOf(template, 'word/0.bin').getUint32(42, true)
    for (let at = 0; at < 20; at++) {
      const entry = entryOf(template, `word/${at}.bin`)
      entry.setUint32(20, 200_000, true)
      entry.setUint32(42, first, true)
    }
    assert.throws(() => taken(template), noWordDocument)
  })

  it('is refused where a part is packed in a way that Word does not know', () => {
    const template = zipSync(files)
    entryOf(template, 'word/styles.xml').setUint16(10, 12, true)
    assert.throws(() => taken(template), noWordDocument)
  })

  it('is refused where its bytes are damaged, or it ends too early', () => {
    const template = zipSync(files)
    const start = entryOf(template, 'word/styles.xml').getUint32(42, true)
    assert.throws(
      () => taken(Uint8Array.from(template).fill(0xff, start + 60, start + 200)),
      noWordDocument,
    )
    assert.throws(() => taken(template.subarray(0, template.length / 2)), noWordDocument)
    assert.throws(() => taken(strToU8('text')), noWordDocument)
  })
})

describe('a template with big pictures and much text', () => {
  itWhole('is taken as it is', async () => {
    const picture = Uint8Array.from({ length: 5_000_000 }, (_, at) => (at * 7919) % 251)
    const body = '<w:p><w:r><w:t>The council keeps its promises.</w:t></w:r></w:p>'.repeat(20_000)
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const template = zipSync(
      {
        ...files,
        'word/media/office.png': picture,
        'word/document.xml': strToU8(document.replace('<w:body>', `<w:body>${body}`)),
      },
      { level: 1 },
    )
    const report = parseReport(clean) ?? assert.fail('no report')
    const { bytes } = await exportReport(report, { template })
    const made = unzipSync(bytes)
    assert.deepEqual(made['word/media/office.png'], picture)
    assert.ok(!strFromU8(made['word/document.xml'] ?? new Uint8Array()).includes('its promises'))
  })
})

/** What the archive's list says of a part, to be changed. */
function entryOf(archive: Uint8Array, name: string): DataView {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length)
  let at = view.getUint32(archive.length - 22 + 16, true)
  for (;;) {
    const [length, more] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    if (strFromU8(archive.subarray(at + 46, at + 46 + length)) === name)
      return new DataView(archive.buffer, archive.byteOffset + at, 46)
    at += 46 + length + more + view.getUint16(at + 32, true)
  }
}
