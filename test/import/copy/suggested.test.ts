/** Fixes as tracked changes in a copy of a Word document: accepted, they are what a fix of the text would be. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exportReport } from '../../../server/src/export/export'
import { fixAll } from '../../../server/src/features/edit/fix-all'
import { changedWords } from '../../../server/src/import/copy/changed-words'
import { changesGrade } from '../../../server/src/import/copy/changes-grade'
import { suggestedCopy, suggestionsFor } from '../../../server/src/import/copy/suggested'
import { readWord } from '../../../server/src/import/word/read'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import type { CheckedFinding } from '../../../server/src/rules/rule'
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

  describe('that somebody chooses', () => {
    /** Slips that can be put right safely or not, and a sentence with another grade. */
    const faulty = () => {
      return asWord(
        clean
          .replace('Published:', 'Publsihed:')
          .replace('16 September 2011', '16 Septembre 2011')
          .replaceAll('## Capacity for improvement', '## Capacity for imprvoement')
          .replace('improvement is good.', 'improvement is adequate.'),
      )
    }
    const offeredIn = (file: Uint8Array, options = {}) => {
      const found = finish(suggestionsFor(file, options))
      assert.ok(found)
      return found
    }
    const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id)
    const choosing = (file: Uint8Array, chosen: readonly string[]) => {
      const made = finish(suggestedCopy(file, { chosen: new Set(chosen) }, at))
      assert.equal(readWord(decided(made.bytes, 'accepted')).text, made.text)
      assert.equal(readWord(decided(made.bytes, 'rejected')).text, readWord(file).text)
      return made
    }

    it('are offered with their places and words, before and after', async () => {
      const write = 'Write "Capacity for improvement"'
      const { offered } = offeredIn(await faulty())
      assert.deepEqual(
        offered.map(({ isSafe, title, place }) => [isSafe ? 'safe' : 'to be read', title, place]),
        [
          ['to be read', 'Write "September"', 'Cover'],
          ['safe', 'Write "Published"', 'Cover'],
          ['safe', write, 'Capacity for imprvoement (Safeguarding services)'],
          ['safe', write, 'Capacity for imprvoement (Services for looked after children)'],
        ],
      )
      assert.deepEqual(
        offered.flatMap(each => each.changes.map(({ before, after }) => `${before} > ${after}`)),
        [
          'Inspection dates: 5–16 Septembre 2011 > Inspection dates: 5–16 September 2011',
          'Publsihed: 21 October 2011 > Published: 21 October 2011',
          'Capacity for imprvoement > Capacity for improvement',
          'Capacity for imprvoement > Capacity for improvement',
        ],
      )
    })

    it('are beside what has to be done by hand, since Word has no tracked change for it', async () => {
      const sample = readFileSync(
        path.resolve(import.meta.dirname, '../samples/westmarch-with-problems.inspection.md'),
        'utf8',
      )
      assert.deepEqual(offeredIn(await asWord(sample)).byHand, [
        {
          title: 'Move it after "Quality of provision"',
          place:
            'Record of main findings, row "Ambition and prioritisation" under "Safeguarding services"',
        },
      ])
    })

    it('are all that is in the copy, and nothing else is', async () => {
      const file = await faulty()
      const { offered } = offeredIn(file)
      for (const each of offered) {
        const { applied, bytes, missed } = choosing(file, [each.id])
        assert.deepEqual(
          applied.map(({ title }) => title),
          [each.title],
        )
        assert.equal(missed, 0)
        assert.equal(changes(bytes).length, 2 * each.changes.length)
      }
      const all = choosing(file, idsOf(offered))
      assert.equal(all.applied.length, offered.length)
      assert.equal(all.missed, 0)
      assert.deepEqual(changes(choosing(file, []).bytes), [])
    })

    it('are, where all that is safe is chosen, what a fix of the text does', async () => {
      const file = await faulty()
      const safe = offeredIn(file).offered.filter(({ isSafe }) => isSafe)
      const made = choosing(file, idsOf(safe))
      assert.equal(made.text, finish(suggestedCopy(file, {}, at)).text)
    })

    it('are none that others need, where these were not chosen, and this is said', async () => {
      const { missed, applied } = choosing(await faulty(), ['a fix of another version'])
      assert.deepEqual([missed, applied.length], [1, 0])
    })

    it('leave out what somebody has dealt with', async () => {
      const left = (_: Report, findings: readonly CheckedFinding[]) =>
        findings.filter(({ rule }) => rule.id !== 'misspelt-heading')
      const { offered } = offeredIn(await faulty(), { findingsLeft: left })
      assert.deepEqual(
        offered.map(({ title }) => title),
        ['Write "September"', 'Write "Published"'],
      )
    })

    it('name the words around what is only put in or left out', () => {
      const report = parseReport(clean)
      assert.ok(report)
      const at = clean.indexOf('Crown copyright')
      const span = (start: number, end: number) => ({ start, end })
      const shown = [
        changedWords(report, { span: span(at, at), newText: 'New ' }),
        changedWords(report, { span: span(at, at + 'Crown '.length), newText: '' }),
        changedWords(report, { span: span(0, 0), newText: '' }),
      ]
      assert.deepEqual(shown, [
        { before: '© Crown copyright 2011', after: '© New Crown copyright 2011' },
        { before: '© Crown copyright 2011', after: '© copyright 2011' },
        undefined,
      ])
    })
  })

  describe('touch no grade', () => {
    const report = parseReport(clean)
    const touches = (old: string, words: string) => {
      assert.ok(report)
      const start = clean.indexOf(old)
      assert.notEqual(start, -1, old)
      return changesGrade(report, [{ span: { start, end: start + old.length }, newText: words }])
    }

    for (const [old, words] of [
      ['capacity for improvement is good', 'capacity for improvement is adequate'],
      ['capacity for improvement is good', 'capacity for improvement is'],
      ['Grade 2 (good)', 'Grade 3 (good)'],
      ['Grade 2 (good)', 'Grade 2'],
      ['| Leadership and management | Adequate |', '| Leadership and management | Good |'],
      ['Some 71,400 children', 'Some good children'],
    ] as const)
      it(`“${old}” to “${words}” is one that does`, () => assert.equal(touches(old, words), true))

    for (const [old, words] of [
      ['Published: 21', 'Publshed: 22'],
      ['Grade 2 (good)', 'Grade 2 (Good)'],
      ['The capacity for improvement is good', 'The capacity to improve is good'],
      ['Some 71,400 children', 'Some 71,500 children'],
    ] as const)
      it(`“${old}” to “${words}” is one that does not`, () =>
        assert.equal(touches(old, words), false))
  })
})
