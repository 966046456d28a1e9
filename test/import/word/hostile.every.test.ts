/** Word files of several megabytes that hold hardly any text, and the longest that are read. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importFile } from '../../../server/src/import/import'
import { readWord } from '../../../server/src/import/word/read'
import { itWhole, partOfRecord } from '../../support/tier'
import { paragraph, run, wordFile } from './word-file'

const beginning = paragraph('Inspection of safeguarding and looked after children services')
const read = (body: string) => readWord(wordFile({ body: beginning + body })).text

const tooMuch = {
  name: 'ImportError',
  message:
    'The part "word/document.xml" of this Word document is far too large for the text in it. Open it in Word, copy its text into a new document, and import that.',
}

describe('a big Word file with hardly any text', () => {
  const refused: Readonly<Record<string, () => string>> = {
    'paragraphs of one letter': () => '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(160_000),
    'empty paragraphs': () => '<w:p/>'.repeat(310_000),
    'empty runs in one paragraph': () => `<w:p>${'<w:r><w:t> </w:t></w:r>'.repeat(160_000)}</w:p>`,
    attributes: () =>
      `<w:p ${Array.from({ length: 1_300_000 }, (_, at) => `a${at}=""`).join(' ')}/>`,
    'cells that span a thousand million columns': () => {
      const cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>'
      return `<w:tbl>${`<w:tr>${cell.repeat(100)}</w:tr>`.repeat(200)}</w:tbl>`
    },
    'a comment of 50 MB for programmers': () => `<!--${'x'.repeat(50_000_000)}-->`,
  }
  for (const [name, body] of partOfRecord(refused))
    it(`is refused: ${name}`, () => assert.throws(() => read(body()), tooMuch))

  it('is refused where it is longer than any report', () =>
    assert.throws(() => read(paragraph('word '.repeat(600_000))), {
      message: /more than 2500000 characters of text.* Split it in Word, and import each part\.$/,
    }))
})

describe('a Word file of 100,000 words', () => {
  const sentence = 'The council and its partners have improved the lives of many children here. '

  itWhole('is read whole', () => {
    const text = read(paragraph(sentence.repeat(5)).repeat(1600))
    assert.ok((text.match(/\S+/g)?.length ?? 0) > 100_000)
  })

  itWhole('is read whole where every word has looks of its own', () => {
    const looks =
      '<w:rPr><w:rFonts w:ascii="Arial"/><w:color w:val="1F497D"/><w:sz w:val="24"/></w:rPr>'
    const words = sentence
      .trim()
      .split(' ')
      .map(word => run(`${word} `).replace('<w:t', `${looks}<w:t`))
    const text = read(`<w:p>${words.join('').repeat(5)}</w:p>`.repeat(1600))
    assert.ok((text.match(/\S+/g)?.length ?? 0) > 100_000)
  })
})

const cases = path.resolve(import.meta.dirname, '../../shared/cases/unbreakable')

describe('the Word files on which the product once hung', () => {
  const outcomes: Readonly<Record<string, RegExp>> = {
    'bomb-30MB-paragraphs.docx': /far too large for the text in it/,
    'lying-size.docx': /far too large for the text in it/,
    'numbering-1000000000.docx': /read/,
  }
  for (const [name, outcome] of partOfRecord(outcomes))
    it(`${name} is read or refused`, async function () {
      const file = path.join(cases, name)
      if (!existsSync(file)) this.skip()
      const said = await importFile(readFileSync(file)).then(
        () => 'read',
        error => String(error),
      )
      assert.match(said, outcome)
    })
})
