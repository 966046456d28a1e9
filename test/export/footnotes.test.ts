/** Footnotes of a draft are footnotes in Word, and come back as they were. */

import assert from 'node:assert/strict'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { readWord } from '../../server/src/import/word/read'
import { parseReport } from '../../server/src/report/parse'

const start = `---
report: ofsted-ilacs
---

# Inspection of Westmarch local authority children’s services

Inspection dates: 2 to 13 June 2025

`
const report = (body: string) => parseReport(start + body)!
const exported = async (body: string, template?: Uint8Array) =>
  (await exportReport(report(body), { pages: 'none', template })).bytes
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[`word/${name}.xml`]!)
const again = async (body: string) =>
  readWord(await exported(body)).text.split('13 June 2025\n\n')[1]

const body = `## What needs to improve?[^1]

- The records of meetings.
- The quality of plans.[^2]

[^1]: See the *national framework*, page 2.

[^2]: Plans for pathways too.

## The experiences and progress of children in care: good

1. Children in care[^3] do well.

[^3]: And those who have left it.
`

describe('a footnote', () => {
  it('is one in Word, at its mark and without the brackets', async () => {
    const bytes = await exported(body)
    const document = part(bytes, 'document')
    assert.equal(document.match(/<w:footnoteReference /g)?.length, 3)
    assert.doesNotMatch(document, /\[\^|pathways/)
    assert.match(part(bytes, 'footnotes'), /Plans for pathways too\./)
  })

  it('comes back after its paragraph, list or the text under its heading', async () => {
    assert.equal(await again(body), body)
  })

  it('belongs to the next mark of its number, where parts of a draft count by themselves', async () => {
    const twice = '1. One[^1] here.\n\n[^1]: First.\n\n2. Another[^1] there.\n\n[^1]: Second.\n'
    assert.equal(
      await again(twice),
      '1. One[^1] here.\n\n[^1]: First.\n\n2. Another[^2] there.\n\n[^2]: Second.\n',
    )
  })

  it('has a raised number without a text, and so has a text without a mark', async () => {
    const bytes = await exported('1. One[^7] here.\n\n[^8]: Nobody’s.\n')
    assert.match(part(bytes, 'document'), /One⁷ here\./)
    assert.match(part(bytes, 'document'), /⁸ Nobody’s\./)
    assert.doesNotMatch(part(bytes, 'document'), /\[\^/)
  })

  it('may have a name in place of a number', async () => {
    const bytes = await exported(
      '1. One[^plan] here[^lost].\n\n[^plan]: See it.\n\n[^other]: Nobody’s.\n',
    )
    assert.match(part(bytes, 'footnotes'), /See it\./)
    assert.doesNotMatch(part(bytes, 'document'), /\[\^|See it/)
  })

  for (const [name, text] of [
    ['a heading', '## What needs to improve?1\n\n[^1]: As set out.\n\n- The records.\n'],
    ['a sentence', '1. Children live at home.1 Plans are made.\n\n[^1]: As set out.\n'],
    ['a word', '1. Children1 live at home.\n\n[^1]: As set out.\n'],
    ['a quotation', '1. They are ‘heard’1 now.\n\n[^1]: As set out.\n'],
    ['an item', '- The records.\n- The plans12\n- The visits.\n\n[^12]: As set out.\n'],
    ['a word before a stop', '1. Children live at home1. Plans are made.\n\n[^1]: As set out.\n'],
    ['bold words', '1. Children **live at home**.1\n\n[^1]: As set out.\n'],
  ] as const)
    it(`is one in Word where its mark is a digit after ${name}`, async () => {
      const bytes = await exported(text)
      const document = part(bytes, 'document')
      assert.equal(document.match(/<w:footnoteReference /g)?.length, 1)
      assert.match(part(bytes, 'footnotes'), /As set out\./)
      assert.doesNotMatch(document, /\[\^|As set out/)
    })

  for (const text of [
    'in 2011',
    'of 11 children',
    'rose by 1%',
    'to 1.5 visits',
    'grade1b',
    'on Form CP1',
    'at KS1',
  ])
    it(`has no mark in a number that means something: ${text}`, async () => {
      const bytes = await exported(`1. It was so ${text} then.\n\n[^1]: As set out.\n`)
      assert.doesNotMatch(part(bytes, 'document'), /<w:footnoteReference /)
      assert.match(part(bytes, 'document'), /¹ As set out\./)
    })

  it('may be in a table', async () => {
    const text = '| Who | What |\n| --- | --- |\n| Pilots[^1] | Ships |\n\n[^1]: All of them.\n'
    assert.equal(await again(text), text)
  })

  it('looks as the template has it', async () => {
    const template = new Document({
      styles: {
        characterStyles: [{ id: 'Fuss', name: 'footnote reference', run: { bold: true } }],
      },
      sections: [{ children: [new Paragraph('')] }],
    })
    const styles = new Uint8Array(await Packer.toArrayBuffer(template))
    const bytes = await exported(body, styles)
    assert.match(part(bytes, 'document'), /<w:rStyle w:val="Fuss"\/><\/w:rPr><w:footnoteReference /)
    assert.match(part(bytes, 'footnotes'), /national framework/)
    assert.equal(readWord(bytes).text.match(/\[\^\d\]: /g)?.length, 3)
  })

  it('of a report that serves as a template does not stay in the file', async () => {
    const old = await exported(body)
    const files = unzipSync(old)
    const comments = '<w:comments><w:comment w:id="0"><w:p/>Ask Anne.</w:comment></w:comments>'
    const template = zipSync({ ...files, 'word/comments.xml': strToU8(comments) })
    const bytes = await exported(
      '## What needs to improve?\n\n- The records[^1].\n\n[^1]: New.\n',
      template,
    )
    assert.match(part(bytes, 'footnotes'), /New\./)
    assert.match(part(bytes, 'footnotes'), /w:type="separator"/)
    assert.doesNotMatch(part(bytes, 'footnotes'), /pathways/)
    assert.doesNotMatch(part(bytes, 'comments'), /Anne/)
  })
})
