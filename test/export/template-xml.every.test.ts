/** A template whose XML is written as no Word would write it: what it would fetch is found anyway. */

import assert from 'node:assert/strict'
import { Document, Header, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportReport, TemplateError } from '../../server/src/export/export'
import { inOneForm } from '../../server/src/export/template-xml'
import { Budget } from '../../server/src/import/budget'
import { parseReport } from '../../server/src/report/parse'
import { finish } from '../../server/src/text/steps'
import { sample } from '../reports/samples'

const parts = (files: Readonly<Record<string, Uint8Array>>) =>
  finish(inOneForm(files, new Budget(work => work)))

const form = (xml: string | Uint8Array, name = 'word/a.xml') =>
  strFromU8(
    parts({ [name]: typeof xml === 'string' ? strToU8(xml) : xml })[name] ?? new Uint8Array(),
  ).replace(/^<\?xml [^>]*\?>\n/, '')

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

describe('the XML of a template', () => {
  it('is read however it is written', () => {
    const usual = '<w:a w:b="1 &gt; &quot;2&quot;">c &amp; d<w:e/></w:a>'
    for (const xml of [
      usual,
      `<w:a w:b = '1 > "2"'>c &amp; d<w:e></w:e></w:a>`.replace('<w:e></w:e>', '<w:e />'),
      '<?xml version="1.0"?><!-- <w:x/> --><w:a w:b="1 &#62; &#34;2&#34;"><![CDATA[c & d]]><w:e/></w:a>',
      utf16(`\ufeff${usual}`),
      utf16(usual),
    ])
      assert.equal(form(xml), usual)
  })

  it('is the same when it is written once more, and keeps every space', () => {
    const once = form('<w:t xml:space="preserve"> a\r\n\tb </w:t>')
    assert.equal(once, '<w:t xml:space="preserve"> a\n\tb </w:t>')
    assert.equal(form(once), once)
  })

  it('is found by its beginning, whatever the part is called', () => {
    assert.equal(form("\n<a b='c'/>", 'word/header.bin'), '<a b="c"/>')
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
    assert.equal(parts({ 'word/media/a.png': picture })['word/media/a.png'], picture)
  })

  it('is refused where no Word writes it so', () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    for (const xml of [
      '<a><b></a>',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      '<?xml version="1.0" encoding="utf-7"?><a/>',
      `<x:document xmlns:x="${main}"/>`,
      '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    ])
      assert.throws(() => form(xml), xml)
  })
})

describe('an export with a template that hides what it fetches', () => {
  const report = parseReport(sample('westmarch.inspection.md'))!
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const far = 'http://192.0.2.1/far'
  let files: Record<string, Uint8Array>

  beforeEach(async () => {
    const header = new Header({ children: [new Paragraph('Office')] })
    const document = new Document({ sections: [{ headers: { default: header }, children: [] }] })
    files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  })

  const list = `<Relationships><Relationship Id='r9' Type = '${relation}/attachedTemplate' Target='${far}' TargetMode='External'/></Relationships>`
  const picture = `<v:imagedata xmlns:v='urn:schemas-microsoft-com:vml' src='${far}'/>`
  for (const [what, name, content] of [
    ['in single quotation marks', 'word/_rels/settings.xml.rels', list],
    ['in UTF-16', 'word/_rels/settings.xml.rels', utf16(`\ufeff${list}`)],
    ['in a part of any name', 'word/drawing.bin', picture],
  ] as const)
    it(`has nothing of it: ${what}`, async () => {
      files[name] = typeof content === 'string' ? strToU8(content) : content
      const { bytes, remarks } = await exportReport(report, { template: zipSync(files) })
      assert.match(remarks.join(), /Left out something in the template .*192\.0\.2\.1/)
      for (const [part, content] of Object.entries(unzipSync(bytes)))
        assert.ok(!strFromU8(content).replaceAll('\0', '').includes('192.0.2.1'), part)
    })

  it('is refused in a sentence where it cannot be read', async () => {
    files['word/_rels/settings.xml.rels'] = strToU8('<Relationships>')
    await assert.rejects(exportReport(report, { template: zipSync(files) }), (error: unknown) => {
      assert.ok(error instanceof TemplateError)
      return /^The template cannot be read\./.test(error.message)
    })
  })
})
