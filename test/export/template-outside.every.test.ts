/** Templates that would fetch or run something when a report made with them is opened. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Document, Header, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { removeOutside } from '../../server/src/export/template-outside'
import { parseReport } from '../../server/src/report/parse'

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const far = 'http://192.0.2.1/far'

/** What is left of a part with such content, and what is said about it. */
function cleaned(
  content: string,
  relations: Readonly<Record<string, readonly [type: string, target: string, mode?: string]>> = {},
  part = 'word/document.xml',
) {
  const slash = part.lastIndexOf('/') + 1
  const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  const written = Object.entries(relations).map(
    ([id, [type, target, mode = 'External']]) =>
      `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}" TargetMode="${mode}"/>`,
  )
  const files: Record<string, Uint8Array> = {
    [part]: strToU8(content),
    [list]: strToU8(`<Relationships>${written.join('')}</Relationships>`),
  }
  const remarks = removeOutside(files)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return { remarks, content: text(part), relations: text(list) }
}

const said = (target: string) => [
  `Left out something in the template that Word would fetch from "${target}" whenever the report is opened.`,
]

describe('a relation of a template to something outside', () => {
  const left: Readonly<
    Record<string, readonly [part: string, type: string, before: string, after: string]>
  > = {
    'an attached template': [
      'word/settings.xml',
      'attachedTemplate',
      '<w:settings><w:attachedTemplate r:id="r9"/><w:zoom/></w:settings>',
      '<w:settings><w:zoom/></w:settings>',
    ],
    'a picture in a header': [
      'word/header1.xml',
      'image',
      '<w:hdr><a:blip r:embed="r1" r:link="r9"/></w:hdr>',
      '<w:hdr><a:blip r:embed="r1"/></w:hdr>',
    ],
    'a picture of the older kind in a footer': [
      'word/footer1.xml',
      'image',
      '<w:ftr><v:imagedata r:id="r1" r:href="r9"/></w:ftr>',
      '<w:ftr><v:imagedata r:id="r1"/></w:ftr>',
    ],
    'a linked object': [
      'word/document.xml',
      'oleObject',
      '<w:object><o:OLEObject Type="Link" r:id="r9"><o:LinkType>x</o:LinkType></o:OLEObject></w:object>',
      '<w:object></w:object>',
    ],
    'a document within it': [
      'word/document.xml',
      'subDocument',
      '<w:p><w:subDoc r:id="r9"/></w:p>',
      '<w:p></w:p>',
    ],
    'a frame': [
      'word/webSettings.xml',
      'frame',
      '<w:frame><w:sourceFileName r:id="r9"/></w:frame>',
      '<w:frame></w:frame>',
    ],
    'the data of a mail merge': [
      'word/settings.xml',
      'mailMergeSource',
      '<w:mailMerge><w:dataSource r:id="r9"/></w:mailMerge>',
      '<w:mailMerge></w:mailMerge>',
    ],
    'the data of a chart': [
      'word/charts/chart1.xml',
      'package',
      '<c:chartSpace><c:externalData r:id="r9"><c:autoUpdate/></c:externalData></c:chartSpace>',
      '<c:chartSpace></c:chartSpace>',
    ],
    'a video': ['word/document.xml', 'video', '<a:videoFile r:link="r9"/>', '<a:videoFile/>'],
    'what nobody knows': ['word/document.xml', 'news', '<x:y z:k="r9"/>', '<x:y/>'],
  }
  for (const [name, [part, type, before, after]] of Object.entries(left))
    it(`is left out, with what refers to it: ${name}`, () => {
      const found = cleaned(before, { r9: [type, far] }, part)
      assert.deepEqual(found.remarks, said(far))
      assert.equal(found.content, after)
      assert.equal(found.relations, '<Relationships></Relationships>')
    })

  for (const target of [
    'file:///c:/secret.dotm',
    '\\\\192.0.2.1\\share\\a.dotm',
    '//192.0.2.1/a',
    'ftp://192.0.2.1/a',
  ])
    it(`is left out wherever it leads: ${target}`, () =>
      assert.deepEqual(cleaned('', { r9: ['attachedTemplate', target] }).remarks, said(target)))

  it('is left out where its list does not say that it is outside, or says so in other letters', () => {
    assert.deepEqual(cleaned('', { r9: ['image', far, 'Internal'] }).remarks, said(far))
    assert.deepEqual(cleaned('', { r9: ['image', 'a.png', '&#69;xternal'] }).remarks, said('a.png'))
    assert.deepEqual(cleaned('', { r9: ['image', 'http&#58;//192.0.2.1/far'] }).remarks, said(far))
  })

  it('stays where it is a link to be clicked, unless that leads to a shared folder', () => {
    const link = '<w:hyperlink r:id="r9"><w:r/></w:hyperlink>'
    for (const target of ['https://example.org/', 'mailto:a@example.org']) {
      const found = cleaned(link, { r9: ['hyperlink', target] })
      assert.deepEqual([found.remarks, found.content], [[], link])
    }
    const share = cleaned(link, { r9: ['hyperlink', 'file://192.0.2.1/a'] })
    assert.deepEqual(share.remarks, said('file://192.0.2.1/a'))
    assert.equal(share.content, '<w:hyperlink><w:r/></w:hyperlink>')
  })

  it('stays where it is inside', () => {
    const found = cleaned('<a:blip r:embed="r1"/>', { r1: ['image', 'media/a.png', 'Internal'] })
    assert.deepEqual([found.remarks, found.content], [[], '<a:blip r:embed="r1"/>'])
  })
})

describe('a part of a template that brings something of its own', () => {
  for (const [type, part] of [
    ['aFChunk', 'afchunk.mht'],
    ['vbaProject', 'vbaProject.bin'],
    ['control', 'activeX/activeX1.xml'],
    ['webextensiontaskpanes', 'webextensions/taskpanes.xml'],
  ] as const)
    it(`is left out: ${part}`, () => {
      const found = cleaned('<w:altChunk r:id="r9"/>', { r9: [type, part, 'Internal'] })
      assert.equal(found.content, '')
      assert.deepEqual(found.remarks, [
        `Left out a part of the template that could fetch or run something when the report is opened: "${part}".`,
      ])
    })
})

describe('an address within a part of a template', () => {
  it('is left out: pictures of the older kind, and a video of the web', () => {
    for (const element of [
      `<v:imagedata src="${far}"/>`,
      `<v:fill o:href="${far}"/>`,
      `<v:stroke src="${far}"></v:stroke>`,
    ])
      assert.deepEqual(cleaned(element).remarks, said(far))
    const video = cleaned(
      '<wp15:webVideoPr embeddedHtml="&lt;iframe src=&quot;x&quot;&gt;" h="1"/>',
    )
    assert.equal(video.content, '<wp15:webVideoPr h="1"/>')
  })
})

describe('a field of a template', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const field = (...instruction: readonly string[]) =>
    `<w:p>${mark('begin')}${instruction.map(each => `<w:r><w:instrText>${each}</w:instrText></w:r>`).join('')}${mark('separate')}<w:r><w:t>shown</w:t></w:r>${mark('end')}</w:p>`

  for (const kind of [
    'INCLUDEPICTURE',
    'IncludeText',
    'LINK',
    'DDE',
    'DDEAUTO',
    'DATABASE',
    'IMPORT',
    'RD',
  ])
    it(`is left out, and what it showed stays: ${kind}`, () => {
      const found = cleaned(field(` ${kind} "${far}" \\d`))
      assert.deepEqual(found.remarks, said(`${kind} "${far}" \\d`))
      assert.match(found.content, /<w:t>shown<\/w:t>/)
      assert.doesNotMatch(found.content, /fldChar|instrText/)
    })

  it('is left out in whatever form its instruction is written', () => {
    const nested = `<w:p>${mark('begin')}${field('QUOTE x').replace('shown', 'INCLUDE').slice(5, -6)}<w:r><w:instrText>PICTURE "${far}"</w:instrText></w:r>${mark('end')}</w:p>`
    for (const form of [
      field(' INCLUDE', 'PICTURE ', `"${far}"`),
      field(` INCLUDE&#80;ICTURE "${far}"`),
      `<w:fldSimple w:instr=" INCLUDEPICTURE &quot;${far}&quot; "><w:r><w:t>shown</w:t></w:r></w:fldSimple>`,
    ]) {
      const found = cleaned(form)
      assert.deepEqual(found.remarks, said(`INCLUDEPICTURE "${far}"`))
      assert.doesNotMatch(found.content, /192\.0\.2\.1/)
    }
    assert.doesNotMatch(cleaned(nested).content, /192\.0\.2\.1/)
  })

  it('stays where it fetches nothing', () => {
    for (const kind of [
      'PAGE',
      'NUMPAGES',
      'TOC \\o',
      'DATE',
      'HYPERLINK "https://example.org/"',
      'STYLEREF "Heading 1"',
    ]) {
      const found = cleaned(field(kind))
      assert.deepEqual([found.remarks, found.content], [[], field(kind)])
    }
  })
})

describe('an export with such a template', () => {
  const report = parseReport(
    readFileSync(path.resolve(import.meta.dirname, '../samples/westmarch.inspection.md'), 'utf8'),
  )!

  it('says what it left out, and the document holds nothing of it', async () => {
    const document = new Document({
      sections: [
        { headers: { default: new Header({ children: [new Paragraph('Office')] }) }, children: [] },
      ],
    })
    const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
    files['word/_rels/settings.xml.rels'] = strToU8(
      `<Relationships><Relationship Id="r9" Type="${relation}/attachedTemplate" Target="${far}" TargetMode="External"/></Relationships>`,
    )
    const { bytes, remarks } = await exportReport(report, { template: zipSync(files) })
    assert.deepEqual(remarks, said(far))
    for (const [name, content] of Object.entries(unzipSync(bytes)))
      assert.ok(!strFromU8(content).includes('192.0.2.1'), name)
  })

  it('fetches nothing where the template is the one that once did', async function () {
    const file = path.resolve(
      import.meta.dirname,
      '../../shared/cases/unbreakable/template-remote.docx',
    )
    if (!existsSync(file)) this.skip()
    const { bytes, remarks } = await exportReport(report, { template: readFileSync(file) })
    assert.equal(remarks.length, 1)
    for (const [name, content] of Object.entries(unzipSync(bytes)))
      assert.ok(!strFromU8(content).includes('192.0.2.1'), name)
  })
})
