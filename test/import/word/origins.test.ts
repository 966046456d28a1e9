/** Where the words of a draft are in the Word document that it was made from. */

import assert from 'node:assert/strict'
import { tracedReading, tracedWord } from '../../../server/src/import/import'
import { type PlacedElement, placesInXml } from '../../../server/src/import/word/placed-xml'
import { finish } from '../../../server/src/text/steps'
import { definition, inList, level, list, paragraph, run, wordFile } from './word-file'

/** The element of that name around another. */
function around({ parent }: PlacedElement, name: string): PlacedElement | undefined {
  return parent === undefined || parent.name === name ? parent : around(parent, name)
}

/** What the XML has at the words of the draft, each stretch with the numbers of its paragraph and its run. */
function placesOf(parts: Parameters<typeof wordFile>[0], words: string): readonly string[] {
  const file = wordFile(parts)
  const [found, again] = [finish(tracedReading(file)), finish(tracedWord(file))].map(read => {
    const start = read.text.indexOf(words)
    assert.notEqual(start, -1, read.text)
    return read.originsIn({ start, end: start + words.length }).map(({ element, xml }) => {
      const number = (name: string) =>
        read.elements.filter(each => each.name === name).indexOf(around(element, name)!)
      return `${number('w:p')}.${number('w:r')} ${read.xml.slice(xml.start, xml.end)}`
    })
  })
  assert.deepEqual(found, again)
  return found ?? []
}

const bold = (text: string) => run(text).replace('<w:t', '<w:rPr><w:b/></w:rPr><w:t')
const hidden = (text: string) => run(text).replace('<w:t', '<w:rPr><w:vanish/></w:rPr><w:t')
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`

describe('the way back into a Word document', () => {
  it('leads to each run of words that are split over several', () => {
    const body = `<w:p>${run('All is we')}${bold('ll in')}${run(' the home.')}</w:p>`
    assert.deepEqual(placesOf({ body }, 'the'), ['0.2 the'])
    const split = `<w:p>${run('All is we')}${run('ll in')}${run(' the home.')}</w:p>`
    assert.deepEqual(placesOf({ body: split }, 'well in the'), ['0.0 we', '0.1 ll in', '0.2  the'])
  })

  it('leads to references in the XML as a whole', () => {
    const body = paragraph('Health & care & more')
    assert.deepEqual(placesOf({ body }, 'care & more'), ['0.0 care &amp; more'])
    assert.deepEqual(placesInXml('a&amp;b'), [0, 1, 6, 7])
    assert.deepEqual(placesInXml('&#x1F600;&#65;'), [0, 0, 9, 14])
    assert.equal(placesInXml('a<![CDATA[b]]>'), undefined)
  })

  it('leads to words that are shown, not to the same words deleted or hidden beside them', () => {
    const deleted = '<w:del w:author="CD"><w:r><w:delText>good</w:delText></w:r></w:del>'
    const inserted = `<w:ins w:author="CD">${run('good')}</w:ins>`
    const body = `<w:p>${run('It is ')}${hidden('good ')}${deleted}${inserted}${run(' now.')}</w:p>`
    assert.deepEqual(placesOf({ body }, 'good'), ['0.3 good'])
  })

  it('leads into tables, content controls and text boxes', () => {
    const table = `<w:tbl><w:tr>${cell('Area')}${cell('Grade')}</w:tr><w:tr>${cell('Care')}${cell('good')}</w:tr><w:tr>${cell('Health')}${cell('good')}</w:tr></w:tbl>`
    const control = `<w:p>${run('By ')}<w:sdt><w:sdtContent>${run('Ann Brook')}</w:sdtContent></w:sdt></w:p>`
    const box = `<w:p><w:r><w:pict><w:txbxContent>${paragraph('In a box')}</w:txbxContent></w:pict></w:r></w:p>`
    const body = table + control + box
    assert.deepEqual(placesOf({ body }, 'good |\n| Health'), ['3.3 good', '4.4 Health'])
    assert.deepEqual(placesOf({ body }, 'Ann Brook'), ['6.7 Ann Brook'])
    assert.deepEqual(placesOf({ body }, 'In a box'), ['8.9 In a box'])
  })

  it('leads nowhere from numbers that Word counts', () => {
    const numbering = definition(1, level(0, 'decimal', '%1.')) + list(1, 1)
    const body = `<w:p><w:pPr>${inList(1)}</w:pPr>${run('Well.')}</w:p>`
    assert.deepEqual(placesOf({ body, numbering }, '1'), [])
    assert.deepEqual(placesOf({ body, numbering }, 'Well'), ['0.0 Well'])
  })

  it('leads from notes and footnotes to the references to them', () => {
    const references = [
      '<w:footnoteReference w:id="2"/>',
      '<w:commentReference w:id="3"/>',
      '<w:footnoteReference w:id="4"/>',
    ] as const
    const body = `<w:p>${run('Well.')}${references.map(each => `<w:r>${each}</w:r>`).join('')}</w:p>`
    const footnotes = `<w:footnote w:id="2">${paragraph('See below')}</w:footnote><w:footnote w:id="4">${paragraph('See above')}</w:footnote>`
    const comments = `<w:comment w:id="3" w:initials="AB">${paragraph('Check this')}</w:comment>`
    const parts = { body, footnotes, comments }
    assert.deepEqual(placesOf(parts, 'Well'), ['0.0 Well'])
    assert.deepEqual(placesOf(parts, 'See below'), [`0.1 ${references[0]}`])
    assert.deepEqual(placesOf(parts, 'Check this'), [`0.2 ${references[1]}`])
    assert.deepEqual(placesOf(parts, 'See above'), [`0.3 ${references[2]}`])
  })

  it('leads from a field that is not filled in to the field', () => {
    const field = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Choose.')}</w:sdtContent></w:sdt>`
    assert.deepEqual(placesOf({ body: `<w:p>${run('By ')}${field}</w:p>` }, '[TBC]'), [
      `0.-1 ${field}`,
    ])
    const block = field.replace(run('Choose.'), paragraph('Choose.'))
    assert.deepEqual(placesOf({ body: paragraph('By') + block }, '[TBC]'), [`-1.-1 ${block}`])
    const table = `<w:tbl><w:tr>${cell('Area')}<w:tc>${block}</w:tc></w:tr><w:tr>${cell('Care')}${cell('good')}</w:tr></w:tbl>`
    assert.deepEqual(placesOf({ body: table }, 'TBC'), [`-1.-1 ${block}`])
  })
})
