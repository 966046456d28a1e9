/** A draft says so on each page of its Word document, whatever the template; a finished report does not. */

import assert from 'node:assert/strict'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { parseReport } from '../../server/src/report/parse'
import { sample } from '../reports/samples'
import { partOf } from '../support/tier'

const finished = sample('westmarch.inspection.md')
const draft = finished.replace('\nWestmarch\n', '\nWestmarch\n\nStatus: draft\n')
const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A template with headers of these kinds, and this before its last section. */
function template(kinds: readonly string[], { before = '', section = '' } = {}): Uint8Array {
  const headers = kinds.map((kind, at) => ({ kind, id: `h${at}`, name: `header${at}.xml` }))
  const references = headers
    .map(({ kind, id }) => `<w:headerReference w:type="${kind}" r:id="${id}"/>`)
    .join('')
  const xml = (body: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`)
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document xmlns:w="${space}" xmlns:r="${relation}"><w:body>${before}<w:sectPr>${references}${section}</w:sectPr></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${relation}/styles" Target="styles.xml"/>${headers
        .map(
          ({ id, name }) => `<Relationship Id="${id}" Type="${relation}/header" Target="${name}"/>`,
        )
        .join('')}</Relationships>`,
    ),
    'word/styles.xml': xml(`<w:styles xmlns:w="${space}"></w:styles>`),
    ...Object.fromEntries(
      headers.map(({ name, kind }) => [
        `word/${name}`,
        xml(
          `<w:hdr xmlns:w="${space}"><w:p><w:r><w:t>Our office, ${kind}</w:t></w:r></w:p></w:hdr>`,
        ),
      ]),
    ),
  })
}

/** What each header of the document says, by what the sections call it. */
async function headersOf(text: string, given: Uint8Array | undefined) {
  const { bytes } = await exportReport(parseReport(text)!, { pages: 'none', template: given })
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const targets = new Map(
    [...part('word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      / Id="([^"]*)"/.exec(tag)?.[1] ?? '',
      / Target="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  )
  const sections = part('word/document.xml').match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
  return sections.map(section =>
    Object.fromEntries(
      [...section.matchAll(/<w:headerReference [^>]*>/g)].map(([tag]) => {
        const id = /r:id="([^"]*)"/.exec(tag)?.[1] ?? ''
        const words = part(`word/${targets.get(id)}`).matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)
        const kind = /w:type="([^"]*)"/.exec(tag)?.[1] ?? ''
        return [kind, [...words].map(([, each]) => each).join(' | ')]
      }),
    ),
  )
}

describe('a draft that is exported', () => {
  it('says so on each page, and a finished report does not', async () => {
    const [headers] = await headersOf(draft, undefined)
    assert.equal(headers?.first, 'Draft')
    assert.match(headers?.default ?? '', /^Draft \| Inspection of .*: Westmarch$/)
    const [others] = await headersOf(finished, undefined)
    assert.doesNotMatch(JSON.stringify(others), /Draft/)
  })

  const alone = { default: 'Draft', first: 'Draft', even: 'Draft' }
  const own = (kind: string) => ({ [kind]: `Draft | Our office, ${kind}` })
  const inner = `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h0"/></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>{{report}}</w:t></w:r></w:p>`
  for (const [name, given, sections] of partOf([
    ['without headers', template([]), [alone]],
    [
      'without headers, with another first page',
      template([], { section: '<w:titlePg/>' }),
      [alone],
    ],
    ['with a header', template(['default']), [{ ...alone, ...own('default') }]],
    [
      'with a header for the first page',
      template(['default', 'first']),
      [{ ...alone, ...own('default'), ...own('first') }],
    ],
    [
      'with a header for the first page only',
      template(['first'], { section: '<w:titlePg/>' }),
      [{ ...alone, ...own('first') }],
    ],
    [
      'with headers for left and right pages',
      template(['default', 'even']),
      [{ ...alone, ...own('default'), ...own('even') }],
    ],
    [
      'with headers of every kind',
      template(['default', 'first', 'even']),
      [{ ...own('default'), ...own('first'), ...own('even') }],
    ],
    [
      'with several sections',
      template(['default', 'first'], { before: inner }),
      [
        { ...alone, ...own('default') },
        { ...own('default'), ...own('first') },
      ],
    ],
    [
      'that is an earlier report',
      undefined,
      [{ first: 'Draft', default: 'Draft | Inspection', even: 'Draft' }],
    ],
  ] as const))
    it(`says so on each page of a template ${name}`, async () => {
      const file = given ?? (await exportReport(parseReport(finished)!, { pages: 'none' })).bytes
      const found = await headersOf(draft, file)
      assert.equal(found.length, sections.length)
      for (const [at, section] of sections.entries())
        for (const [kind, words] of Object.entries(section))
          assert.ok(found[at]?.[kind]?.startsWith(words), `${kind}: ${found[at]?.[kind]}`)
      const others = await headersOf(finished, file)
      assert.doesNotMatch(JSON.stringify(others), /Draft/)
    })
})
