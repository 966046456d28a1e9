/** Grades with what may be written around them, at every place where a report states one. */

import assert from 'node:assert/strict'
import type { Report, SummaryEntry } from '../../../server/src/report/model'
import {
  asPlainText,
  finishedReports,
  judgementsIn,
  problemsIn,
  read,
} from '../../support/finished-reports'
import { extracted2018, extracted2025 } from '../../support/ilacs-texts'
import { early, extracted } from '../../support/single-inspection-texts'
import { partOf } from '../../support/tier'

type Decoration = (grade: string) => string

const decorations: readonly Decoration[] = [
  grade => `${grade}:`,
  grade => `${grade}.`,
  grade => `${grade},`,
  grade => `${grade};`,
  grade => `${grade}!`,
  grade => `${grade}…`,
  grade => `${grade} –`,
  grade => `${grade} -`,
  grade => `“${grade}”`,
  grade => `‘${grade}’`,
  grade => `"${grade}"`,
  grade => `'${grade}'`,
  grade => `*${grade}*`,
  grade => `_${grade}_`,
  grade => `**${grade}**`,
  grade => `**${grade}:**`,
  grade => `**${grade}**.`,
  grade => `${grade}*`,
  grade => `*${grade}`,
  grade => `${grade}[^1]`,
  grade => `${grade} [1]`,
  grade => `${grade}¹`,
  grade => `¹${grade}`,
  grade => `${grade}†`,
  grade => `${grade}<sup>1</sup>`,
  grade => `<u>${grade}</u>`,
  grade => grade.toUpperCase(),
  grade => `\u00a0${grade}`,
]

/** What is not plain everywhere: brackets in brackets, a dash for a bullet. */
const inCells: readonly Decoration[] = [
  grade => `(${grade})`,
  grade => `: ${grade}`,
  grade => `= ${grade}`,
]

const texts = [
  ...finishedReports().flatMap(({ name, text }) => [
    { name: `${name}, in Markdown`, text },
    { name: `${name}, as plain text`, text: asPlainText(text) },
  ]),
  { name: 'a children’s services report of 2018 from a page', text: extracted2018 },
  { name: 'a children’s services report of 2025 from a page', text: extracted2025 },
  { name: 'a single inspection of 2016 from a page', text: extracted },
  { name: 'a single inspection of early 2014', text: early },
].filter(({ text }) => read(text).judgements.length > 0)

interface Place {
  readonly kind: string
  readonly start: number
  readonly end: number
}

/** Where grades of the scale are stated, one of each kind of place. */
function placesIn({ text, type, judgements }: Report): readonly Place[] {
  const words = [...(type.scale?.byWord.keys() ?? [])].sort((a, b) => b.length - a.length)
  const found = new Map<string, Place>()
  for (const { mentions, section } of judgements)
    for (const { kind, span, grade } of mentions) {
      const written = text.slice(span.start, span.end).toLowerCase()
      const word = words.find(each => written.includes(each))
      if (grade === undefined || word === undefined) continue
      const start = span.start + written.lastIndexOf(word)
      const form = kind === 'row' || kind === 'opening' ? '' : (section?.grade?.form ?? '')
      const isWhole = written === word
      const name = [kind, form, isWhole ? '' : 'in a line'].join(' ').trim()
      if (!found.has(name)) found.set(name, { kind: name, start, end: start + word.length })
    }
  return [...found.values()]
}

/** A grade that is written in another way than the others is still pointed out. */
const grave = (text: string) =>
  problemsIn(text).filter(each => !each.startsWith('inconsistent-grade-style'))

describe('a decorated grade is read like any other', () => {
  for (const { name, text } of texts)
    it(name, () => {
      const [judgements, problems] = [judgementsIn(text), grave(text)]
      for (const { kind, start, end } of placesIn(read(text))) {
        const cells = kind.startsWith('row') && !kind.endsWith('line') ? inCells : []
        for (const decorate of partOf([...decorations, ...cells])) {
          const copy = text.slice(0, start) + decorate(text.slice(start, end)) + text.slice(end)
          const where = `${kind}: ${copy.slice(Math.max(0, start - 40), end + 20)}`
          assert.deepEqual(judgementsIn(copy), judgements, where)
          assert.deepEqual(grave(copy), problems, where)
        }
      }
    })
})

describe('every grade of a scale is read with decorations', () => {
  for (const { name, text } of partOf(finishedReports()))
    it(name, () => {
      const { type, judgements } = read(text)
      for (const [word, grade] of type.scale?.byWord ?? []) {
        const row = judgements.find(each => each.row?.grade !== undefined)?.row
        if (row?.grade === undefined) return
        const { start, end } = row.grade.span
        for (const decorate of partOf([...decorations, ...inCells])) {
          const copy = text.slice(0, start) + decorate(word) + text.slice(end)
          const entry: SummaryEntry | undefined = read(copy).summary?.entries.find(
            each => each.label.start === row.label.start,
          )
          assert.equal(entry?.grade?.grade?.word, grade.word, decorate(word))
        }
      }
    })
})

describe('a grade that is questioned or still to be written is none', () => {
  for (const decorate of [(grade: string) => `${grade}?`, (grade: string) => `[${grade}]`])
    it(decorate('Good'), () => {
      for (const { text } of finishedReports()) {
        for (const { start, end } of placesIn(read(text)).filter(
          ({ kind }) => !kind.startsWith('opening') && !kind.startsWith('grade line'),
        )) {
          const copy = text.slice(0, start) + decorate(text.slice(start, end)) + text.slice(end)
          assert.ok(
            problemsIn(copy).some(
              each => each.startsWith('unknown-grade') || each.startsWith('missing-row'),
            ),
            copy.slice(Math.max(0, start - 60), end + 20),
          )
        }
      }
    })
})

describe('the sentence on the cover is read', () => {
  const sentence = 'Children’s services in Westmarch are good'
  const words = sentence.split(' ')
  const [report] = finishedReports().filter(({ text }) => text.includes(sentence))
  const text = report?.text ?? ''

  it('over one or two empty lines anywhere in it', () => {
    for (const gap of ['\n', '\n\n', '\n   \n', '\n\n\n'])
      for (let at = 1; at < words.length; at++) {
        const written = words.slice(0, at).join(' ') + gap + words.slice(at).join(' ')
        const copy = text.replace(sentence, written)
        assert.deepEqual(judgementsIn(copy), judgementsIn(text), written)
        assert.deepEqual(problemsIn(copy), problemsIn(text), written)
      }
  })

  it('with its grade decorated', () => {
    for (const decorate of [...decorations, (grade: string) => `(${grade})`]) {
      const copy = text.replace(sentence, sentence.replace('good', decorate('good')))
      assert.deepEqual(judgementsIn(copy), judgementsIn(text), decorate('good'))
      assert.deepEqual(grave(copy), grave(text), decorate('good'))
    }
  })
})
