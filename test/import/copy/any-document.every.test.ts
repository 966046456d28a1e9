/** Comments in documents that are put together at random, at stretches of their words at random. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readWord } from '../../../server/src/import/word/read'
import { tier } from '../../support/tier'
import { paragraph, run, wordFile } from '../word/word-file'
import { commented } from './commenting'
import { by, cell, control, deleted, field, looks, title } from './documents'

/** Puts content into something, or something beside it; `id` is a number that nothing else has. */
type Around = (content: string, id: number) => string

const arounds: readonly Around[] = [
  content => content,
  (content, id) => `<w:ins ${by(id)}>${content}</w:ins>`,
  content => `<w:hyperlink w:anchor="a">${content}</w:hyperlink>`,
  content => `<w:fldSimple w:instr=" REF a ">${content}</w:fldSimple>`,
  content => field('REF b', '').replace(run(''), content),
  content => control(content),
  content => `<w:smartTag w:uri="u" w:element="e">${content}</w:smartTag>`,
  (content, id) => content + deleted(id, 'gone'),
  (content, id) =>
    `<w:bookmarkStart w:id="${id}" w:name="b${id}"/>${content}<w:bookmarkEnd w:id="${id}"/>`,
  content => `${content}<w:r><w:tab/></w:r>`,
  content => `<w:proofErr w:type="spellStart"/>${content}<w:r/>`,
]

const runOf = (text: string, form: number): string => {
  const plain = run(text)
  if (form === 1) return looks(text, '<w:i/>')
  if (form === 2) return plain.replace(' xml:space="preserve"', '')
  if (form === 3) return plain.replace('</w:t>', '</w:t><w:br/>')
  if (form === 4)
    return plain
      .replace('<w:r>', '<w:r w:rsidR="00A1">')
      .replace('<w:t', '<w:lastRenderedPageBreak/><w:t')
  return plain
}

/** A piece of a paragraph: how many words, in what form, and in what, from the inside. */
const piece = fc.record({
  words: fc.integer({ min: 1, max: 3 }),
  form: fc.integer({ min: 0, max: 4 }),
  arounds: fc.array(fc.nat(arounds.length - 1), { maxLength: 3 }),
})

const stretch = fc.record({
  from: fc.nat(1000),
  words: fc.integer({ min: 1, max: 6 }),
  first: fc.nat(2),
  last: fc.nat(2),
})

const document = fc.record({
  paragraphs: fc.array(
    fc.record({ pieces: fc.array(piece, { minLength: 1, maxLength: 6 }), isCell: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  ),
  stretches: fc.array(stretch, { minLength: 1, maxLength: 5 }),
})

describe('a copy with comments of any document', () => {
  it('has each at its words, and is otherwise the same', () => {
    fc.assert(
      fc.property(document, ({ paragraphs, stretches }) => {
        let word = 0
        let id = 100
        const rest = paragraphs.map(({ pieces, isCell }) => {
          const content = pieces.map(each => {
            // Each word is there once, so that it is known which one is meant.
            const words = Array.from({ length: each.words }, () => `word${++word}x`).join(' ')
            return each.arounds.reduce(
              (inner, at) => arounds[at]!(inner, ++id),
              runOf(`${words} `, each.form),
            )
          })
          const written = `<w:p>${content.join('')}</w:p>`
          return isCell
            ? `<w:tbl><w:tr>${cell(paragraph('Area'))}${cell(written)}</w:tr></w:tbl>`
            : written
        })
        const file = wordFile({ body: title + rest.join('') + paragraph('') })
        const { text } = readWord(file)
        const words = stretches.map(({ from, words, first, last }) => {
          const start = text.indexOf(`word${1 + (from % word)}x`)
          const line = text.slice(start, text.indexOf('\n', start))
          const stretched =
            line
              .match(/\S+(?:\s+\S+)*/)?.[0]
              .split(/\s+/)
              .slice(0, words) ?? []
          const whole = line.slice(
            0,
            line.indexOf(stretched.at(-1) ?? '') + (stretched.at(-1) ?? '').length,
          )
          return whole.slice(first, whole.length - last)
        })
        const plain = (each: string) => each.replace(/[*|]/g, '').replace(/\s+/g, ' ').trim()
        const chosen = words.filter(each => /^\w/.test(each) && /\w$/.test(each))
        const seen = commented(file, ...chosen).seen.map(({ about }) => about)
        assert.deepEqual([...seen].sort(), chosen.map(plain).sort())
      }),
      { numRuns: tier === 'whole' ? 300 : 75, seed: 20260304 },
    )
  })
})
