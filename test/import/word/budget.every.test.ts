/** Word files that ask for more work than their text explains, or that are not what they say. */

import assert from 'node:assert/strict'
import { importFile } from '../../../server/src/import/import'
import { readWord } from '../../../server/src/import/word/read'
import { itWhole } from '../../support/tier'
import { definition, inList, level, list, paragraph, run, wordFile } from './word-file'

const beginning = paragraph('Inspection of safeguarding and looked after children services')
const document = (body: string, parts: Partial<Parameters<typeof wordFile>[0]> = {}) =>
  wordFile({ body: beginning + body, ...parts })
const read = (...given: Parameters<typeof document>) => readWord(document(...given)).text

const tooMuch = {
  name: 'ImportError',
  message:
    'The part "word/document.xml" of this Word document is far too large for the text in it. Open it in Word, copy its text into a new document, and import that.',
}
const tooDeep = {
  name: 'ImportError',
  message: /^The part "word\/document\.xml" .* nested too deeply/,
}

describe('a Word file with more than its text needs', () => {
  it('is refused: cells that fill up one wide row', () => {
    const cell = '<w:tc><w:p/></w:tc>'
    const rows = `<w:tr>${cell.repeat(600)}</w:tr>${`<w:tr>${cell}</w:tr>`.repeat(600)}`
    assert.throws(() => read(`<w:tbl>${rows}</w:tbl>`), tooMuch)
  })

  itWhole('is refused: attributes without end', () => {
    const attributes = Array.from({ length: 1_300_000 }, () => 'a=""').join(' ')
    assert.throws(() => read(`<w:p ${attributes}/>`), tooMuch)
  })

  it('is refused where a long comment is referred to again and again', () => {
    const references = '<w:r><w:t>a</w:t><w:commentReference w:id="1"/></w:r>'.repeat(2000)
    const comments = `<w:comment w:id="1">${paragraph('word '.repeat(2000))}</w:comment>`
    assert.throws(() => read(`<w:p>${references}</w:p>`, { comments }), tooMuch)
  })

  it('is refused where a long footnote is referred to again and again', () => {
    const references = '<w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r>'.repeat(2000)
    const footnotes = `<w:footnote w:id="1">${paragraph('word '.repeat(2000))}</w:footnote>`
    assert.throws(() => read(`<w:p>${references}</w:p>`, { footnotes }), tooMuch)
  })

  const deep: Readonly<Record<string, readonly [string, string]>> = {
    'content controls': ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    'tables in tables': ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    'tracked changes': ['<w:ins>', '</w:ins>'],
    'text boxes': ['<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>'],
    'what nobody knows': ['<a><b>', '</b></a>'],
  }
  for (const [name, [start, end]] of Object.entries(deep))
    it(`is refused: ${name}, a thousand times in each other`, () =>
      assert.throws(() => read(start.repeat(1000) + paragraph('x') + end.repeat(1000)), tooDeep))
})

describe('a Word file with numbers that no list has', () => {
  const labels = (format: string, start: string) => {
    const counted = level(0, format, '%1.').replace('w:start w:val="1"', `w:start w:val="${start}"`)
    const numbering = definition(0, counted) + list(1, 0)
    return read(paragraph('first', inList(1)) + paragraph('second', inList(1)), { numbering })
  }

  for (const format of ['lowerRoman', 'upperRoman', 'lowerLetter', 'upperLetter', 'decimal'])
    it(`is read with figures: ${format}`, () =>
      assert.match(labels(format, '1000000000'), /1000000000\. first\n+1000000001\. second/))

  it('keeps letters and Roman numerals as far as Word counts in them', () => {
    assert.match(labels('lowerLetter', '780'), /z{30}\. first\n+781\. second/)
    assert.match(labels('lowerRoman', '32767'), /m{32}dcclxvii\. first\n+32768\. second/)
  })

  for (const start of ['1e999', 'abc', '-5', '1.5', '99999999999999999999'])
    it(`counts from 0 where the first number is ${start}`, () =>
      assert.match(labels('decimal', start), /0\. first\n+1\. second/))

  it('ignores levels that no list has', () => {
    const levels = level(0, 'decimal', '%1.') + level(4_000_000_000, 'decimal', '%1.')
    const override =
      '<w:lvlOverride w:ilvl="999999999"><w:startOverride w:val="2"/></w:lvlOverride>'
    const numbering = definition(0, levels) + list(1, 0, override)
    const body = paragraph('first', inList(1)).repeat(3)
    assert.match(read(body, { numbering }), /1\. first\n+2\. first\n+3\. first/)
  })

  it('cuts a label that is longer than Word keeps', () => {
    const numbering = definition(0, level(0, 'decimal', '%1'.repeat(5000))) + list(1, 0)
    assert.match(read(paragraph('x', inList(1)), { numbering }), /^1{127}% x$/m)
  })
})

describe('a Word file whose parts refer to themselves', () => {
  it('is read: styles that are based on each other', () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`
    const styles = style('A', 'B') + style('B', 'A')
    assert.match(read(paragraph('text', '<w:pStyle w:val="A"/>'), { styles }), /^text$/m)
  })

  it('is read: a footnote that refers to itself, or to others that do', () => {
    const note = (id: number, ...others: number[]) =>
      `<w:footnote w:id="${id}"><w:p>${run(`note ${id}`)}${others.map(other => `<w:r><w:footnoteReference w:id="${other}"/></w:r>`).join('')}</w:p></w:footnote>`
    const footnotes = note(1, 1, 2, 2) + note(2, 1, 3, 3) + note(3, 1, 2)
    const body = `<w:p>${run('text')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
    assert.match(read(body, { footnotes }), /^text\[\^1\]\n\n\[\^1\]: note 1\n$/m)
  })

  it('is read: fields that never end', () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const open = `<w:p>${field('begin')}${field('separate')}${run('word')}</w:p>`
    assert.equal(read(open.repeat(3000)).match(/^word$/gm)?.length, 3000)
  })
})

describe('a Word file whose parts are not as long as it says', () => {
  const text = 'The council knows its children well. '.repeat(200)
  const whole = document(paragraph(text) + paragraph('The last words.'))
  /** The places of the entry of the text in the archive: its own, and that in the list of parts. */
  const entries = (bytes: Uint8Array) => {
    const buffer = Buffer.from(bytes)
    return [buffer.indexOf('word/document.xml') - 30, buffer.lastIndexOf('word/document.xml') - 46]
  }
  const saying = (field: 'length' | 'packed length', value: number) => {
    const bytes = Buffer.from(whole)
    const [own = 0, listed = 0] = entries(whole)
    const at = field === 'length' ? [own + 22, listed + 24] : [own + 18, listed + 20]
    for (const place of at) bytes.writeUInt32LE(value, place)
    return new Uint8Array(bytes)
  }

  for (const length of [0, 100, 1_000_000_000, 0xffffffff])
    it(`is read whole where the length is said to be ${length}`, async () =>
      assert.match((await importFile(saying('length', length))).text, /The last words\./))

  const damaged =
    /^(?:The part "word\/document\.xml" of this Word document|This Word file) .*damaged/
  for (const length of [0, 10, 200, 100_000])
    it(`is refused where ${length} bytes are said to hold it`, () =>
      assert.rejects(importFile(saying('packed length', length)), { message: damaged }))

  it('is refused where the archive is cut off at any place', async () => {
    for (let length = 4; length < whole.length; length += 97)
      await assert.rejects(importFile(whole.subarray(0, length)), { name: 'ImportError' })
  })

  it('is refused where the text breaks off', () =>
    assert.throws(() => read(`${paragraph('text')}<w:p><w:r>`), { message: /damaged/ }))
})
