/** Fixes as tracked changes in a copy of a Word document: accepted, they are what a fix of the text would be. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exportReport } from '../../../server/src/export/export'
import { fixAll } from '../../../server/src/features/edit/fix-all'
import { suggestedCopy } from '../../../server/src/import/copy/suggested'
import { readWord } from '../../../server/src/import/word/read'
import { parseReport } from '../../../server/src/report/parse'
import { finish } from '../../../server/src/text/steps'
import { paragraph, run, type WordParts, wordFile } from '../word/word-file'
import { assertSameLetters, decided, opened } from './copied'
import { by, control, field, inserted, looks, textBoxes, title } from './documents'

const at = new Date('2026-03-04T10:20:30')
const clean = readFileSync(
  path.resolve(import.meta.dirname, '../samples/westmarch.inspection.md'),
  'utf8',
)

/** A copy, of which both decisions are tried. */
function suggested(bytes: Uint8Array) {
  const made = finish(suggestedCopy(bytes, {}, at))
  assert.equal(readWord(decided(made.bytes, 'accepted')).text, made.text)
  assert.equal(readWord(decided(made.bytes, 'rejected')).text, readWord(bytes).text)
  assertSameLetters(bytes, decided(made.bytes, 'rejected'))
  return made
}

async function asWord(text: string): Promise<Uint8Array> {
  const report = parseReport(text)
  assert.ok(report)
  return (await exportReport(report, { pages: 'none' })).bytes
}

/** What is deleted and inserted in a document. */
function changes(bytes: Uint8Array): readonly string[] {
  const xml = opened(bytes).xml('word/document.xml')
  const own = /<w:(ins|del) [^>]*"Inspection Reports \(automatic\)"[^>]*>(.*?)<\/w:\1>/g
  return [...xml.matchAll(own)].map(
    ([, name, content = '']) => `${name} ${content.replace(/<[^>]*>/g, '')}`,
  )
}

/** A report with a misspelt heading, which is put into a document in some way. */
function headed(heading: (words: string) => string, more: Partial<WordParts> = {}): Uint8Array {
  const styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
  const section = heading('Capacity for imprvoement')
  const body = `${title}${paragraph('Safeguarding services', '<w:pStyle w:val="H1"/>')}${section}${paragraph('It is good.')}`
  return wordFile({ body, styles, ...more })
}

const asHeading = (content: string) => `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>${content}</w:p>`

describe('suggested changes in a copy of a Word document', () => {
  it('are what a fix of the text does, in whole words', async () => {
    const file = await asWord(
      clean
        .replaceAll('## Capacity for improvement', '## Capacity for imprvoement')
        .replace('Published:', 'Publsihed:'),
    )
    const made = suggested(file)
    const { text, applied } = fixAll(readWord(file).text)
    assert.equal(made.text, text)
    assert.deepEqual(made.applied, applied)
    assert.deepEqual(made.refused, [])
    assert.deepEqual(changes(made.bytes), [
      'del Publsihed',
      'ins Published',
      'del imprvoement',
      'ins improvement',
      'del imprvoement',
      'ins improvement',
    ])
  })

  it('have the program as their author, and looks and spaces as they were', () => {
    const file = headed(words => asHeading(looks(words, '<w:b/><w:color w:val="FF0000"/>')))
    const { bytes } = suggested(file)
    const xml = opened(bytes).xml('word/document.xml')
    assert.match(
      xml,
      /<w:t xml:space="preserve">Capacity for <\/w:t><\/w:r><w:del w:id="\d+" w:author="Inspection Reports \(automatic\)" w:date="2026-03-04T10:20:30Z"><w:r><w:rPr><w:b\/><w:color w:val="FF0000"\/><\/w:rPr><w:delText xml:space="preserve">imprvoement<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:r><w:rPr><w:b\/><w:color w:val="FF0000"\/><\/w:rPr><w:t xml:space="preserve">improvement<\/w:t><\/w:r><\/w:ins>/,
    )
  })

  it('go over words that are split over runs', () => {
    const split = (words: string) =>
      asHeading(
        `${run(words.slice(0, 15))}<w:proofErr w:type="spellStart"/>${run(words.slice(15, 19))}<w:bookmarkStart w:id="1" w:name="b"/>${run(words.slice(19))}`,
      )
    const { bytes, applied } = suggested(headed(split))
    assert.equal(applied.length, 1)
    assert.deepEqual(changes(bytes), ['del imprvoement', 'ins improvement'])
  })

  const others: Readonly<Record<string, (words: string) => string>> = {
    'in somebody’s insertion': words => asHeading(inserted(7, run(words))),
    'beside somebody’s deletion': words =>
      asHeading(
        `${run(words.slice(0, 15))}<w:del ${by(8)}><w:r><w:delText>x</w:delText></w:r></w:del>${run(words.slice(15))}`,
      ),
    'in a field': words => asHeading(field('REF a', words)),
    'in a link': words => asHeading(`<w:hyperlink w:anchor="a">${run(words)}</w:hyperlink>`),
    'in a content control': words => asHeading(control(run(words))),
    'in a text box': words =>
      `<w:p><w:r>${textBoxes(words)[0]?.replace('<w:p><w:pPr>', '<w:p><w:pPr><w:pStyle w:val="H1"/>')}</w:r></w:p>`,
  }
  for (const [name, heading] of Object.entries(others))
    it(`leave to somebody else what is ${name}`, () => {
      const file = headed(heading)
      const { applied, refused, bytes, text } = suggested(file)
      assert.deepEqual(applied, [])
      assert.deepEqual(
        refused.map(({ rule }) => rule),
        ['misspelt-heading'],
      )
      assert.deepEqual(changes(bytes), [])
      assert.equal(text, readWord(file).text)
    })

  it('are never a grade, nor anything but words in their paragraph', async () => {
    const file = await asWord(
      clean
        .replace('Grade 2 (good)', 'Grade 3 (good)')
        .replace(
          '12. The capacity for improvement is good.',
          '12. The capacity for improvement is adequate.',
        ),
    )
    const { applied, bytes } = suggested(file)
    assert.deepEqual(applied, [])
    assert.deepEqual(changes(bytes), [])
  })
})
