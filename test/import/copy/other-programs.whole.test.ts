/** Copies with comments as other programs read them: LibreOffice by its own conversion, and python-docx. */

import assert from 'node:assert/strict'
import { exportReport } from '../../../server/src/export/export'
import { commentedCopy } from '../../../server/src/import/copy/commented'
import { suggestedCopy } from '../../../server/src/import/copy/suggested'
import { readWord } from '../../../server/src/import/word/read'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { finish } from '../../../server/src/text/steps'
import { sample } from '../../reports/samples'
import { drafts } from '../../support/drafts'
import {
  askPython,
  asOpenDocument,
  libreOffice,
  needs,
  pythonWithDocx,
} from '../../support/other-programs'
import { wordFile } from '../word/word-file'
import { withComments } from './commenting'
import { all, type Element, opened, rootOf } from './copied'
import { withDefects } from './defects'
import { documents, title } from './documents'

interface Copy {
  readonly name: string
  readonly original: Uint8Array
  readonly copy: Uint8Array
  /** What LibreOffice shows its comments to be about, in their order, where that is known to differ. */
  readonly inLibreOffice?: readonly (string | undefined)[] | undefined
}

/** A copy of each make, and of a report of each family with many defects. */
async function copies(): Promise<readonly Copy[]> {
  const made = Object.entries(documents).map(([name, { parts, words, inLibreOffice }]): Copy => {
    const original = wordFile({ ...parts, body: title + parts.body })
    return { name, original, copy: withComments(original, ...words).bytes, inLibreOffice }
  })
  const families = new Set<string>()
  for (const { name, text } of drafts()) {
    const exported = parseReport(withDefects(text))
    if (exported === undefined || families.has(exported.type.id)) continue
    families.add(exported.type.id)
    const { bytes: original } = await exportReport(exported, { pages: 'none' })
    const report = parseReport(readWord(original).text)
    if (report === undefined) continue
    const found = { report, findings: checkReport(report), at: new Date() }
    made.push({ name, original, copy: finish(commentedCopy(original, found)).bytes })
  }
  return made
}

/** A comment, and the words that it is about. */
type Seen = readonly [string, string]

const seenByUs = (copy: Uint8Array): readonly Seen[] =>
  opened(copy)
    .comments.filter(({ author }) => author !== 'Ann Brook')
    .map(({ words, about }) => [words, about])

/** The comments of an OpenDocument text. Their ends have the names of their beginnings. */
function seenByLibreOffice(xml: string): readonly Seen[] {
  const root = rootOf(xml)
  return [...all(root)]
    .filter(([{ name }]) => name === 'office:annotation')
    .map(([annotation]) => [
      lines(annotation, ({ name }) => name === 'text:p').join(' '),
      wordsUpTo(root, annotation),
    ])
}

function wordsUpTo(root: Element, annotation: Element): string {
  const own = annotation.attributes['office:name']
  let words = ''
  let isInside = false
  for (const [each, parents] of all(root)) {
    if (each === annotation) isInside = true
    if (each.name === 'office:annotation-end' && each.attributes['office:name'] === own) break
    if (!isInside || parents.some(({ name }) => name === 'office:annotation')) continue
    if (/^text:(?:p|h|tab|line-break|s)$/.test(each.name)) words += ' '
    if (each.name === '' && !parents.some(({ name }) => name === 'text:note')) words += each.text
  }
  return words.replace(/\s+/g, ' ').trim()
}

function lines(element: Element, isLine: (element: Element) => boolean): readonly string[] {
  return [...all(element)]
    .filter(([each]) => isLine(each))
    .map(([each]) => [...all(each)].map(([{ text }]) => text).join(''))
}

describe('a copy with comments in other programs', () => {
  let made: readonly Copy[] = []
  before(async function () {
    this.timeout(600_000)
    made = await copies()
  })

  describe('LibreOffice', () => {
    const program = libreOffice()
    before(function () {
      needs(this, program, 'LibreOffice')
    })

    it('shows each comment at its words', () => {
      const texts = asOpenDocument(
        program ?? '',
        made.map(({ copy }) => copy),
      )
      const differences = made.flatMap(({ name, copy, inLibreOffice }, at) => {
        const seen = seenByLibreOffice(texts[at] ?? '')
        const expected = seenByUs(copy).flatMap(([words, about], index): readonly Seen[] => {
          if (inLibreOffice === undefined) return [[words, about]]
          const other = inLibreOffice[index]
          return other === undefined ? [] : [[words, other]]
        })
        const key = (each: Seen) => each.join(' | ')
        const there = new Set(seen.map(key))
        return expected
          .map(key)
          .filter(each => !there.has(each))
          .map(each => `${name}: ${each} — ${seen.map(key).join(' / ')}`)
      })
      assert.deepEqual(differences, [])
    }).timeout(600_000)
  })

  describe('LibreOffice, asked for suggested changes', () => {
    const program = libreOffice()
    before(function () {
      needs(this, program, 'LibreOffice')
    })

    it('shows them as changes by their author', async () => {
      const heading = '## Capacity for improvement'
      const text = sample('westmarch.inspection.md').replaceAll(
        heading,
        '## Capacity for imprvoement',
      )
      const exported = parseReport(text)
      assert.ok(exported)
      const { bytes } = await exportReport(exported, { pages: 'none' })
      const suggested = finish(suggestedCopy(bytes, {}, new Date()))
      const [seen = ''] = asOpenDocument(program ?? '', [suggested.bytes])
      const changes = [...all(rootOf(seen))].filter(([{ name }]) =>
        /^text:(?:insertion|deletion)$/.test(name),
      )
      assert.deepEqual(changes.map(([{ name }]) => name).sort(), [
        'text:deletion',
        'text:deletion',
        'text:insertion',
        'text:insertion',
      ])
      for (const [change] of changes)
        assert.match(lines(change, ({ name }) => name === 'dc:creator').join(), /\(automatic\)$/)
    }).timeout(600_000)
  })

  describe('python-docx', () => {
    const program = pythonWithDocx()
    before(function () {
      needs(this, program, 'python-docx')
    })

    it('reads it, with every paragraph of the original and each comment', () => {
      for (const { name, original, copy } of made) {
        const [before, after] = [original, copy].map(each => read(program ?? '', each))
        assert.deepEqual(after?.paragraphs, before?.paragraphs, name)
        assert.equal(after?.comments, opened(copy).comments.length, name)
      }
    }).timeout(600_000)
  })
})

const script = `
import io, json, sys, docx
document = docx.Document(io.BytesIO(sys.stdin.buffer.read()))
parts = [r.target_part for r in document.part.rels.values() if r.reltype.endswith('/comments')]
print(json.dumps({
  'paragraphs': [p.text for p in document.paragraphs],
  'comments': sum(part.blob.count(b'<w:comment ') for part in parts),
}))
`

const read = (program: string, document: Uint8Array) =>
  askPython(program, script, document) as { paragraphs: readonly string[]; comments: number }
