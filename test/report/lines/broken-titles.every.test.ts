/** Titles in two pieces: a divided word, an empty line or the end of a page is between them. */

import assert from 'node:assert/strict'
import {
  asPlainText,
  finishedReports,
  judgementsIn,
  problemsIn,
  read,
  sectionsIn,
} from '../../support/finished-reports'
import { partOf } from '../../support/tier'

/** What the words become in two pieces; undefined where they are too short. */
type Break = (
  words: string,
  title: string,
) => readonly [first: string, gap: string, rest: string] | undefined

const betweenWords =
  (gap: (title: string) => string): Break =>
  (words, title) => {
    const at = words.indexOf(' ', Math.floor(words.length / 2) - 3)
    return at === -1 ? undefined : [words.slice(0, at), gap(title), words.slice(at + 1)]
  }

const insideWord =
  (hyphen: string, gap = '\n'): Break =>
  words => {
    const word = [...words.matchAll(/\p{Ll}{8,}/gu)].at(-1)
    if (word === undefined) return undefined
    const at = word.index + 4
    return [words.slice(0, at) + hyphen, gap, words.slice(at)]
  }

const breaks: Readonly<Record<string, Break>> = {
  'a word that is divided at the end of a line': insideWord('-'),
  'a word that a hyphen of another kind divides': insideWord('\u2010'),
  'a word that is divided before an empty line': insideWord('-', '\n\n'),
  'an empty line': betweenWords(() => '\n\n'),
  'an empty line of spaces': betweenWords(() => '  \n   \n'),
  'two empty lines': betweenWords(() => '\n\n\n'),
  'the number of a page': betweenWords(() => '\n\n12\n\n'),
  'the number of a page without empty lines': betweenWords(() => '\n12\n'),
  'a footer that counts the pages': betweenWords(() => '\n\nPage 3 of 9\n\n'),
  'a footer of two lines': betweenWords(title => `\n\n${title}\n7\n\n`),
  'a footer with its number beside it': betweenWords(title => `\n\n${title}          7\n\n`),
  'a header with the number before it': betweenWords(title => `\n\n7     ${title}\n\n`),
  'the end of a page': betweenWords(() => '\n\n12\n\f'),
  'a header at the top of a page': betweenWords(title => `\n\n12\n\f${title}\n\n`),
}

const reports = partOf(finishedReports()).flatMap(({ name, text }) => [
  { name: `${name}, in Markdown`, text },
  { name: `${name}, as plain text`, text: asPlainText(text) },
])

const titleOf = (text: string) => {
  const { title } = read(text)
  return text.slice(title.start, title.end).replace(/\s+/g, ' ')
}

describe('a heading is read and nothing is reported where its title is broken by', () => {
  for (const [what, broken] of Object.entries(breaks))
    it(what, () => {
      for (const { name, text } of reports) {
        const title = titleOf(text)
        const [sections, problems] = [sectionsIn(text), problemsIn(text)]
        for (const { heading } of partOf(read(text).sections)) {
          const { start, end } = heading.title
          const pieces = broken(text.slice(start, end), title)
          if (pieces === undefined) continue
          const copy = text.slice(0, start) + pieces.join('') + text.slice(end)
          assert.deepEqual(sectionsIn(copy), sections, `${name}: ${pieces.join('')}`)
          assert.deepEqual(problemsIn(copy), problems, `${name}: ${pieces.join('')}`)
        }
      }
    })
  it('a soft hyphen', () => {
    const text = asPlainText(finishedReports()[0]?.text ?? '')
    const copy = text.replace('Service information\n\n3.', 'Service infor\u00ad\nmation\n\n3.')
    assert.notEqual(copy, text)
    assert.deepEqual(sectionsIn(copy), sectionsIn(text))
  })
})

describe('a row is read and nothing is reported where its title is broken by', () => {
  for (const [what, broken] of Object.entries(breaks))
    it(what, () => {
      for (const { name, text } of reports) {
        const title = titleOf(text)
        const { summary } = read(text)
        const [judgements, problems] = [judgementsIn(text), problemsIn(text)]
        for (const { kind, label, line, grade, cell } of partOf(summary?.entries ?? [])) {
          const written = text.slice(line.start, line.end)
          if (kind !== 'row' || !/ {3}\S+\n$/.test(written) || !grade || !cell) continue
          const pieces = broken(label.text, title)
          if (pieces === undefined) continue
          const [first, gap, rest] = pieces
          const width = cell.start - line.start
          const word = text.slice(cell.start, cell.end)
          for (const row of [
            `${first.padEnd(width)}${word}${gap}${rest}\n`,
            `${first}${gap}${rest.padEnd(width)}${word}\n`,
          ]) {
            const copy = text.slice(0, line.start) + row + text.slice(line.end)
            assert.deepEqual(judgementsIn(copy), judgements, `${name}: ${row}`)
            assert.deepEqual(problemsIn(copy), problems, `${name}: ${row}`)
          }
        }
      }
    })
})

describe('the title of a report is read where a word of it is divided', () => {
  for (const { name, text } of reports)
    it(name, () => {
      const { title, type } = read(text)
      const pieces = insideWord('-')(text.slice(title.start, title.end), '')
      if (pieces === undefined) return
      const copy = text.slice(0, title.start) + pieces.join('') + text.slice(title.end)
      assert.equal(read(copy).type.id, type.id)
      assert.deepEqual(problemsIn(copy), problemsIn(text))
    })
})

describe('the lines of a divided word', () => {
  it('are each where the text has them', () => {
    const text = asPlainText(finishedReports()[0]?.text ?? '').replace(
      'Service information\n\n3.',
      'Service infor-\nmation\n\n3.',
    )
    const { blocks, lines } = read(text)
    assert.equal(blocks.at(-1)?.lastLine, lines.count)
    for (const [at, { start, firstLine }] of blocks.entries()) {
      assert.equal(lines.lineAt(start), firstLine)
      if (at > 0) assert.equal(blocks[at - 1]?.lastLine, firstLine)
    }
  })
  it('are not put together where the hyphen is the word’s own', () => {
    const text = asPlainText(finishedReports()[0]?.text ?? '').replace(
      /^Economic well-being$/m,
      'Economic well-\nbeing',
    )
    assert.ok(text.includes('well-\nbeing'))
    assert.ok(sectionsIn(text).some(each => each.includes('economic') && each.endsWith('exact')))
  })
})
