/** Notes of a draft are comments of the Word document where that is wanted, and come back as they were. */

import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import { sample } from '../reports/samples'

const clean = sample('westmarch.inspection.md')
const first = clean.slice(clean.indexOf('1. '), clean.indexOf('\n\n2. '))

async function exported(text: string, options: Parameters<typeof exportReport>[1] = {}) {
  const { bytes } = await exportReport(parseReport(text)!, { pages: 'none', ...options })
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const { text: again } = await importFile(bytes)
  return { document: part('word/document.xml'), comments: part('word/comments.xml'), part, again }
}
const notesOf = (text: string) =>
  parseReport(text)!.notes.map(({ author, date, text }) => [author, date ?? '', text.text])
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, words]) => words).join('')

describe('the notes of a draft', () => {
  for (const [name, words, around] of [
    ['after a word', 'Leaders act [Note AB: when?] soon.', 'act'],
    ['before a full stop', 'Leaders act [Note AB: when?].', 'act'],
    ['with a day', 'Leaders act [Note Ann Bell, 3 March 2025: when?] soon.', 'act'],
    ['of nobody', 'Leaders act [Note: when?] soon.', 'act'],
    ['of nobody, with a day', 'Leaders act [Note 3 March 2025: when?] soon.', 'act'],
    ['that are two', 'Leaders act [Note AB: when?] [Note CD, 1 May 2025: in May] soon.', 'act'],
    ['after bold words', 'Leaders **act** [Note AB: when?] soon.', 'act'],
    ['in bold words', 'Leaders **act [Note AB: when?] soon**.', 'act'],
    [
      'after the mark of a footnote',
      'Leaders act[^1] [Note AB: when?] soon.\n\n[^1]: See the plan.',
      '',
    ],
    ['after a link', 'Leaders [act](https://example.org/a) [Note AB: when?] soon.', 'act'],
    ['with signs of XML', 'Leaders act [Note AB: is 5 < 6 & "why"?] soon.', 'act'],
    ['at the beginning', '[Note AB: when?] Leaders act.', ''],
    ['that are two, at the beginning', '[Note AB: when?] [Note CD: how?] Leaders act.', ''],
  ] as const)
    it(`are comments at their words, if that is wanted: ${name}`, async () => {
      const text = clean.replace(first, `1. ${words}`)
      const { document, again } = await exported(text, { comments: true })
      const commented = /<w:commentRangeStart.*?>(.*?)<w:commentRangeEnd/s.exec(document)?.[1] ?? ''
      assert.equal(wordsOf(commented), around)
      assert.ok(!wordsOf(document).includes('when?'))
      assert.deepEqual(notesOf(again), notesOf(text))
      assert.ok(again.includes(`\n1. ${words.split('\n')[0]}\n`), again.slice(0, 3000))
    })

  for (const [name, from, to] of [
    ['on lines of their own', first, `${first}\n\n[Note AB, 3 March 2025: who says so?]`],
    ['after a heading', '## Safeguarding services\n', '## Safeguarding services [Note AB: all?]\n'],
    ['after a grade', 'Grade 3 (adequate)', 'Grade 3 (adequate) [Note AB: sure?]'],
    ['in a list', '- discussions with', '- [Note AB: add others] discussions with'],
    ['alone in a list', '- discussions with', '- [Note AB: add others]\n- discussions with'],
    [
      'in the table of judgements',
      '| Overall effectiveness |',
      '| Overall effectiveness [Note AB: sure?] |',
    ],
    ['in a cell with a grade', '| Adequate |', '| Adequate [Note AB: sure?] |'],
    ['on the cover', 'Published: 21 October 2011', 'Published: 21 October 2011 [Note AB: sure?]'],
    ['at the very beginning', '# Inspection', '[Note AB: sure?]\n\n# Inspection'],
    ['in the contents', '## Contents\n', '## Contents\n\n[Note AB: sure?]\n'],
    ['in a footnote', first, `${first}[^1]\n\n[^1]: See [Note AB: which?] the plan.`],
  ] as const)
    it(`are all there, wherever they are: ${name}`, async () => {
      const text = clean.replace(from, to)
      assert.notEqual(text, clean)
      const { document, comments, again } = await exported(text, { comments: true })
      assert.equal((comments.match(/<w:comment /g) ?? []).length, notesOf(text).length)
      assert.equal((document.match(/<w:commentReference /g) ?? []).length, notesOf(text).length)
      assert.deepEqual(notesOf(again), notesOf(text))
      const plain = await exported(text.replace(/ ?\[Note[^\]]*\]/g, ''))
      assert.equal(wordsOf(document), wordsOf(plain.document))
    })

  it('are left out otherwise', async () => {
    const { document, comments } = await exported(clean.replace(first, `${first} [Note AB: Why?]`))
    assert.doesNotMatch(document, /comment|Why/)
    assert.equal(comments, '')
  })

  it('are comments in a template, too, beside those that it keeps', async () => {
    const { bytes: template } = await exportReport(parseReport(clean)!, { pages: 'none' })
    const text = clean.replace(first, `${first} [Note Ann Bell, 3 March 2025: Why?]`)
    const { comments, part, again } = await exported(text, { comments: true, template })
    assert.match(comments, /w:author="Ann Bell" w:initials="AB" w:date="2025-03-03T/)
    assert.match(part('[Content_Types].xml'), /PartName="\/word\/comments\.xml"/)
    assert.match(part('word/_rels/document.xml.rels'), /Target="comments\.xml"/)
    assert.deepEqual(notesOf(again), [['Ann Bell', '2025-03-03', 'Why?']])
  })
})
