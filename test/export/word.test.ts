import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'

const root = path.resolve(import.meta.dirname, '..')
const sample = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')

describe('an exported document', () => {
  let xml = ''
  let remarks: readonly string[] = []
  let files: Record<string, Uint8Array> = {}
  before(async () => {
    // Laying out the pages for the contents takes a second, more on a busy machine.
    const exported = await exportReport(parseReport(sample)!)
    files = unzipSync(exported.bytes)
    remarks = exported.remarks
    xml = strFromU8(files['word/document.xml']!)
  })

  const paragraphs = () => xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
  const styled = (style: string) => paragraphs().filter(each => each.includes(`w:val="${style}"`))
  const words = (paragraph: string) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join('')

  it('has one numbering for all paragraphs, and says nothing where it agrees with the draft', () => {
    const numbers = styled('NumberedParagraph').map(
      each => /<w:numId w:val="(\d+)"/.exec(each)?.[1],
    )
    assert.equal(numbers.length, 66)
    assert.equal(new Set(numbers).size, 1)
    assert.deepEqual(remarks, [])
    assert.match(words(styled('NumberedParagraph')[8]!), /^The overall effectiveness of services/)
  })

  it('starts a list at each number that does not follow the one before', async () => {
    const text = sample.replace(/^12\. /m, '14. ')
    const { bytes, remarks } = await exportReport(parseReport(text)!, { pages: 'none' })
    const { text: again } = await importFile(bytes)
    const numbers = (draft: string) =>
      parseReport(draft)?.numbering.paragraphs.map(({ number }) => number)
    assert.deepEqual(numbers(again)?.slice(9, 16), [10, 11, 14, 13, 14, 15, 16])
    assert.deepEqual(remarks, [
      'The paragraph numbers of the draft are not in order, first at 14. Word shows them as they are.',
    ])
  })

  it('has headings by level, and keeps those out of the contents that the draft leaves out', () => {
    assert.equal(words(styled('Heading2')[0]!), 'Overall effectiveness')
    assert.equal(words(styled('Heading2outsidecontents')[0]!), 'Areas for improvement')
    assert.equal(words(styled('Heading1').at(-1)!), 'Record of main findings')
  })

  it('has plain headings where there are no contents', async () => {
    const start = sample.indexOf('## Contents')
    const text = sample.slice(0, start) + sample.slice(sample.indexOf('## About this inspection'))
    const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
    const document = strFromU8(unzipSync(bytes)['word/document.xml']!)
    assert.match(document, /"Heading2".*Areas for improvement/)
    assert.doesNotMatch(document, /outsidecontents/)
  })

  it('has a field of contents with its entries and their pages', () => {
    assert.match(xml, /<w:instrText[^>]*>TOC [^<]*1-3/)
    const entries = [1, 2, 3].flatMap(level => styled(`TOC${level}`))
    assert.equal(entries.length, 28)
    for (const entry of entries) assert.match(words(entry), /\D\d{1,2}$/)
  })

  it('has grades, timescales, bullets and tables in styles of their own', () => {
    assert.equal(words(styled('Grade')[0]!), 'Grade 3 (adequate)')
    assert.equal(words(styled('Timescale')[0]!), 'Immediately:')
    assert.match(words(styled('ListBullet')[0]!), /^discussions with/)
    assert.deepEqual(styled('TableHeader').map(words).slice(-2), ['Judgement', 'Grade'])
    assert.equal(words(styled('TableGroup')[0]!), 'Safeguarding services')
  })

  it('indents the letters of an inner list further', async () => {
    const text = sample.replace(
      /^- discussions with/m,
      '(a) outer\n  (i) inner\n\n- discussions with',
    )
    const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
    const document = strFromU8(unzipSync(bytes)['word/document.xml']!)
    const indents = document
      .match(/<w:p>.*?<\/w:p>/gs)!
      .filter(each => each.includes('"ListLetter"'))
      .map(each => /<w:ind w:left="(\d+)"/.exec(each)?.[1])
    assert.deepEqual(indents, [undefined, '1701'])
  })

  it('names nobody as its author', () => {
    const core = strFromU8(files['docProps/core.xml']!)
    assert.doesNotMatch(core, /Un-named/)
  })
})
