import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Document, Header, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportReport, TemplateError } from '../../server/src/export/export'
import { parseReport } from '../../server/src/report/parse'

const root = path.resolve(import.meta.dirname, '..')
const report = parseReport(
  readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8'),
)!

/** An office's template: its own headings, a style that numbers paragraphs itself, a header. */
async function template(...paragraphs: readonly string[]): Promise<Uint8Array> {
  const document = new Document({
    styles: {
      default: { heading1: { run: { color: '7B0000' } } },
      paragraphStyles: [
        { id: 'Absatz', name: 'Standard text', basedOn: 'Normal' },
        {
          id: 'Num',
          name: 'numbered paragraph',
          basedOn: 'Normal',
          paragraph: { numbering: { reference: 'own', level: 0 } },
        },
        { id: 'Verdict', name: 'Verdict', basedOn: 'Normal' },
      ],
    },
    numbering: {
      config: [{ reference: 'own', levels: [{ level: 0, format: 'decimal', text: '%1)' }] }],
    },
    sections: [
      {
        properties: { page: { margin: { left: 2000, right: 1000 } } },
        headers: { default: new Header({ children: [new Paragraph('Westmarch Inspectorate')] }) },
        children: paragraphs.map(text => new Paragraph(text)),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function filesOf(bytes: Uint8Array): Record<string, string> {
  const files = unzipSync(bytes)
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, strFromU8(content)]),
  )
}

describe('export with a template', () => {
  it('keeps its headers, page and styles, and replaces its text', async () => {
    const { bytes } = await exportReport(report, { template: await template('To be replaced') })
    const files = filesOf(bytes)
    const document = files['word/document.xml'] ?? ''
    const headers = Object.entries(files).filter(([name]) => name.startsWith('word/header'))
    assert.ok(headers.some(([, xml]) => xml.includes('Westmarch Inspectorate')))
    assert.match(document, /<w:headerReference/)
    assert.match(document, /w:left="2000"/)
    assert.match(files['word/styles.xml'] ?? '', /7B0000/)
    assert.doesNotMatch(document, /To be replaced|\{\{/)
  })

  it('takes styles by their names, whatever their ids, and lets them number', async () => {
    const { bytes } = await exportReport(report, { template: await template() })
    const document = filesOf(bytes)['word/document.xml'] ?? ''
    const numbered = document.match(/<w:pStyle w:val="Num"\/>.*?<\/w:pPr>/gs) ?? []
    assert.equal(numbered.length, 66)
    assert.ok(numbered.every(each => !each.includes('numPr')))
  })

  it('lets them number on from another number too', async () => {
    const text = report.text.replace(/^12\. /m, '14. ')
    const exported = await exportReport(parseReport(text)!, { template: await template() })
    const { 'word/document.xml': document = '', 'word/numbering.xml': numbers = '' } = filesOf(
      exported.bytes,
    )
    const lists = [...document.matchAll(/<w:pStyle w:val="Num"\/>(.*?)<\/w:pPr>/gs)].map(
      ([, more]) => /<w:numId w:val="(\d+)"/.exec(more ?? '')?.[1],
    )
    const definitionOf = (list: string | undefined) =>
      new RegExp(`<w:num [^>]*w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(
        numbers,
      )?.[1]
    assert.deepEqual(lists.slice(0, 11), Array(11).fill(undefined))
    assert.equal(new Set(lists).size, 3)
    const styles = filesOf(exported.bytes)['word/styles.xml'] ?? ''
    const own = /w:styleId="Num".*?<w:numId w:val="(\d+)"/s.exec(styles)?.[1]
    assert.equal(definitionOf(lists[11]), definitionOf(own))
    assert.equal(definitionOf(lists[12]), definitionOf(own))
  })

  it('takes styles by the names that the report type gives them', async () => {
    const type = { ...report.type, wordStyles: { grade: 'Verdict' } }
    const { bytes } = await exportReport({ ...report, type }, { template: await template() })
    const document = filesOf(bytes)['word/document.xml'] ?? ''
    assert.match(document, /<w:pStyle w:val="Verdict"\/>.{0,200}Grade 3 \(adequate\)/)
  })

  it('adds the styles that it lacks, in its own letters', async () => {
    const { bytes } = await exportReport(report, { template: await template() })
    const styles = filesOf(bytes)['word/styles.xml'] ?? ''
    const grade = /<w:style [^>]*w:styleId="Grade".*?<\/w:style>/s.exec(styles)?.[0] ?? ''
    assert.match(grade, /<w:b\/>/)
    assert.doesNotMatch(grade, /rFonts|w:color/)
  })

  it('puts the report where the template says {{report}}, and keeps what is around it', async () => {
    const { bytes } = await exportReport(report, {
      template: await template('Before it', '{{report}}', 'Behind it'),
    })
    const document = filesOf(bytes)['word/document.xml'] ?? ''
    assert.match(document, /Before it.*Service information.*Behind it/s)
  })

  it('sets the pages of the contents at its own margin', async () => {
    const { bytes } = await exportReport(report, { template: await template() })
    assert.match(filesOf(bytes)['word/document.xml'] ?? '', /w:val="right" w:pos="8905"/)
  })

  it('names the report, not the template, in the properties of the document', async () => {
    const { bytes } = await exportReport(report, { template: await template() })
    assert.match(
      filesOf(bytes)['docProps/core.xml'] ?? '',
      /<dc:title>Inspection of safeguarding and looked after children services<\/dc:title>/,
    )
  })

  it('says what to do about a template that is not one', async () => {
    const failing = (bytes: Uint8Array) => exportReport(report, { template: bytes })
    await assert.rejects(failing(strToU8('text')), TemplateError)
    await assert.rejects(failing(zipSync({ 'a.txt': strToU8('text') })), /no Word text/)
  })
})
