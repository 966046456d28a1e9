/** Word documents that have been worked on: changes, comments, forms, and files of other programs. */

import assert from 'node:assert/strict'
import { strToU8, zipSync } from 'fflate'
import { importFile } from '../../../server/src/import/import'
import { readWord } from '../../../server/src/import/word/read'
import { definition, inList, level, list, paragraph, run, wordFile } from './word-file'

const read = (parts: Parameters<typeof wordFile>[0]) => {
  const { text, changes } = readWord(wordFile(parts))
  return {
    lines: text.split('\n').filter(Boolean),
    changes: changes.map(({ message, before, after }) => [message, before ?? after]),
  }
}
const numbering = definition(1, level(0, 'decimal', '%1.')) + list(1, 1)
const endMark = (mark: string) => `<w:rPr><${mark} w:author="CD"/></w:rPr>`

describe('a Word document under review', () => {
  it('does not count a paragraph that is deleted as a whole, but one that is only empty', () => {
    const { lines } = read({
      numbering,
      body:
        paragraph('First', inList(1)) +
        `<w:p><w:pPr>${inList(1)}${endMark('w:del')}</w:pPr><w:del w:author="CD"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>` +
        paragraph('Second', inList(1)) +
        paragraph('', inList(1)) +
        paragraph('Fourth', inList(1)),
    })
    assert.deepEqual(lines, ['1. First', '2. Second', '4. Fourth'])
  })

  it('has what was moved in its new place only', () => {
    const { lines, changes } = read({
      numbering,
      body:
        `<w:p><w:pPr>${inList(1)}${endMark('w:moveFrom')}</w:pPr><w:moveFrom w:author="CD">${run('Moved')}</w:moveFrom></w:p>` +
        paragraph('Stays', inList(1)) +
        `<w:p><w:pPr>${inList(1)}</w:pPr><w:moveTo w:author="CD">${run('Moved')}</w:moveTo></w:p>`,
    })
    assert.deepEqual(lines, ['1. Stays', '2. Moved'])
    assert.deepEqual(changes, [['Kept what CD moved, in its new place.', 'Moved']])
  })

  it('keeps the comment on a deleted word, and replies after it', () => {
    const comment = (id: number, initials: string, text: string) =>
      `<w:comment w:id="${id}" w:author="${initials}" w:initials="${initials}">${paragraph(text)}</w:comment>`
    const reference = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
    const { lines } = read({
      comments: comment(1, 'AB', 'Why?') + comment(2, 'CD', 'Ask.'),
      body: `<w:p>${run('Staff')}<w:del w:author="CD"><w:r><w:delText> all</w:delText></w:r>${reference(1)}</w:del>${reference(2)}${run(' stay.')}</w:p>`,
    })
    assert.deepEqual(lines, ['Staff [Note AB: Why?] [Note CD: Ask.] stay.'])
  })

  it('keeps a paragraph whose end is deleted where none follows that it could go on in', () => {
    const endless = (text: string) => `<w:p><w:pPr>${endMark('w:del')}</w:pPr>${run(text)}</w:p>`
    const row = `<w:tr><w:tc>${endless('Staying')}${paragraph(' safe')}</w:tc><w:tc>${paragraph('Good')}</w:tc></w:tr>`
    const { lines } = read({
      body: `${endless('Above.')}<w:tbl>${row}</w:tbl>${endless('Below.')}`,
    })
    assert.deepEqual(lines, [
      'Above.',
      '| | |',
      '| --- | --- |',
      '| Staying safe | Good |',
      'Below.',
    ])
  })

  it('has the footnotes of a paragraph that goes on after the whole of it', () => {
    const { lines } = read({
      footnotes: `<w:footnote w:id="1">${paragraph('The board.')}</w:footnote>`,
      body: `<w:p><w:pPr>${endMark('w:del')}</w:pPr>${run('It met')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>${paragraph(' often.')}`,
    })
    assert.deepEqual(lines, ['It met[^1] often.', '[^1]: The board.'])
  })

  it('leaves out a comment that is resolved with its replies, and says so', () => {
    const comment = (id: number, text: string) =>
      `<w:comment w:id="${id}" w:author="AB" w:initials="AB">${paragraph(text).replace('<w:p>', `<w:p w14:paraId="0${id}">`)}</w:comment>`
    const reference = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
    const { lines, changes } = read({
      comments: comment(1, 'Why?') + comment(2, 'Done.') + comment(3, 'Still open.'),
      commentsExtended:
        '<w15:commentEx w15:paraId="01" w15:done="1"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01" w15:done="0"/><w15:commentEx w15:paraId="03" w15:done="0"/>',
      body: `<w:p>${run('Staff stay.')}${reference(1)}${reference(2)}${reference(3)}</w:p>`,
    })
    assert.deepEqual(lines, ['Staff stay. [Note AB: Still open.]'])
    assert.deepEqual(changes.slice(0, 2), [
      ['Left out a comment that is resolved.', 'Why?'],
      ['Left out a comment that is resolved.', 'Done.'],
    ])
  })

  it('leaves out a row that is deleted, and says so', () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const row = (label: string, mark = '') =>
      `<w:tr><w:trPr>${mark}</w:trPr>${cell(label)}${cell('Good')}</w:tr>`
    const { lines, changes } = read({
      body: `<w:tbl>${row('One')}${row('Two', '<w:del w:author="CD"/>')}</w:tbl>`,
    })
    assert.equal(lines.at(-1), '| One | Good |')
    const left = ['Left out a row that CD deleted.', 'Two Good']
    assert.deepEqual(changes, [left])
    const all = read({
      body: `${paragraph('Text.')}<w:tbl>${row('Two', '<w:del w:author="CD"/>')}</w:tbl>`,
    })
    assert.deepEqual(all, { lines: ['Text.'], changes: [left] })
  })

  describe('leaves out cells that are deleted, and says so', () => {
    const gone = '<w:tcPr><w:cellDel w:author="CD"/></w:tcPr>'
    const cell = (text: string, properties = '') => `<w:tc>${properties}${paragraph(text)}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const message = 'Left out a cell that CD deleted.'
    const deleted = '<w:del w:author="CD"><w:r><w:delText>Good</w:delText></w:r></w:del>'
    for (const [name, rows, lines, left] of [
      [
        'one',
        row(cell('One'), cell('Good', gone), cell('Adequate')),
        ['| One | Adequate |'],
        ['Good'],
      ],
      [
        'a column',
        row(cell('One'), cell('Good', gone), cell('A')) +
          row(cell('Two'), cell('Bad', gone), cell('B')),
        ['| One | A |', '| Two | B |'],
        ['Good', 'Bad'],
      ],
      [
        'a row of them',
        row(cell('One'), cell('A')) + row(cell('Two', gone), cell('B', gone)),
        ['| One | A |'],
        ['Two', 'B'],
      ],
      [
        'over two columns',
        row(cell('One'), cell('Good', gone.replace('>', '><w:gridSpan w:val="2"/>')), cell('A')),
        ['| One | A |'],
        ['Good'],
      ],
      [
        'in a control',
        row(
          cell('One'),
          `<w:sdt><w:sdtContent>${cell('Good', gone)}</w:sdtContent></w:sdt>`,
          cell('A'),
        ),
        ['| One | A |'],
        ['Good'],
      ],
      [
        'whose text is deleted as well',
        row(cell('One'), `<w:tc>${gone}<w:p>${deleted}</w:p></w:tc>`, cell('A')),
        ['| One | A |'],
        ['Good'],
      ],
      ['by nobody', row(cell('One'), cell('A')), ['| One | A |'], []],
    ] as const)
      it(name, () => {
        const read = readWord(wordFile({ body: `<w:tbl>${rows}</w:tbl>` }))
        assert.deepEqual(read.text.split('\n').filter(Boolean).slice(2), lines)
        assert.deepEqual(
          read.changes.map(({ message, before }) => [message, before]),
          left.map(before => [message, before]),
        )
      })
  })

  it('marks the fields of a form that nobody has filled in', () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const { lines, changes } = read({
      body:
        `<w:p>${run('Published: ')}${control(run('Click here to enter a date.'))}</w:p>` +
        control(paragraph('Choose an item.')),
    })
    assert.deepEqual(lines, ['Published: [TBC]', '[TBC]'])
    assert.deepEqual(
      changes.map(([, before]) => before),
      ['Click here to enter a date.', 'Choose an item.'],
    )
  })

  it('does not lose its text to a field whose end is lost', () => {
    const { lines } = read({
      body:
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r></w:p>' +
        paragraph('The text goes on.'),
    })
    assert.deepEqual(lines, ['The text goes on.'])
  })

  it('separates what is before and after a page break', () => {
    const { lines } = read({
      body: `<w:p>${run('Cover')}<w:r><w:br w:type="page"/></w:r>${run('Contents')}</w:p>`,
    })
    assert.deepEqual(lines, ['Cover', 'Contents'])
  })

  it('has paragraphs that are numbered in a heading’s style as paragraphs', () => {
    const sentence = `${'Staff know the children they work for and see them often. '.repeat(3)}`
    const { lines } = read({
      numbering,
      body: paragraph(sentence, `<w:outlineLvl w:val="1"/>${inList(1)}`),
    })
    assert.equal(lines[0], `1. ${sentence.trim()}`)
  })
})

describe('a Word document of another program', () => {
  const files = (document: string) =>
    zipSync({ 'word/document.xml': strToU8(`<?xml version="1.0"?>${document}`) })

  it('may be of the strict kind, and call its namespaces what it likes', () => {
    const text = (space: string, prefix: string) =>
      readWord(
        files(
          `<${prefix}:document xmlns:${prefix}="${space}"><${prefix}:body><${prefix}:p><${prefix}:pPr><${prefix}:outlineLvl ${prefix}:val="0"/></${prefix}:pPr><${prefix}:r><${prefix}:t>Staying safe</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`,
        ),
      ).text.trim()
    assert.equal(text('http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'), '## Staying safe')
    const usual = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    assert.equal(text(usual, 'ns0'), '## Staying safe')
  })

  it('may mark rows and cells of its tables in ways of its own', () => {
    const cell = (text: string) => `<w:customXml><w:tc>${paragraph(text)}</w:tc></w:customXml>`
    const { lines } = read({
      body: `<w:tbl><w:customXml><w:tr>${cell('Staying safe')}${cell('Good')}</w:tr></w:customXml></w:tbl>`,
    })
    assert.deepEqual(lines.at(-1), '| Staying safe | Good |')
  })

  it('is named where it is an OpenDocument text', async () => {
    const odt = zipSync({ 'content.xml': strToU8('<office:document-content/>') })
    await assert.rejects(importFile(odt), /OpenDocument text \(\.odt\)\. Save it as a Word/)
  })

  it('is refused in one sentence where its text is cut off', async () => {
    await assert.rejects(importFile(files('<w:document><w:bo')), /This .*Word.*\. \w/)
  })
})
