/** Headings that state their grade, in every form and wrap, in several kinds of report. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { builtInTypes } from '../../../server/src/types/built-in'
import { compileType } from '../../../server/src/types/compile'
import type { ReportType } from '../../../server/src/types/report-type'

const latest = (id: string) => builtInTypes().findLast(type => type.id === id) as ReportType

/** A scale with verbs of its own, of another service. */
const kennels = compileType({
  id: 'kennels',
  name: 'Kennels',
  recognise: { titles: ['Visit to kennels'] },
  scale: {
    line: '{word}',
    grades: [
      { word: 'splendid' },
      { word: 'needs more care', singular: 'needs more care', plural: 'need more care' },
      { word: 'unfit' },
    ],
  },
  sections: [
    { id: 'dogs', title: 'The days of dogs and their keepers', grade: 'suffix' },
    { id: 'yard', title: 'The yard', grade: 'suffix' },
  ],
})

const families = [
  {
    type: latest('ofsted-ilacs'),
    title: 'The experiences and progress of children in care',
    wrapped: 'The experiences and progress of\nchildren in care',
    plain: 'good',
    verbal: ['require improvement to be good', 'requires improvement to be good'],
  },
  {
    type: latest('ofsted-single-inspection'),
    title: 'The experiences and progress of children who need help and protection',
    wrapped: 'The experiences and progress of children who need\nhelp and protection',
    plain: 'inadequate',
    verbal: ['require improvement', 'requires improvement'],
  },
  {
    type: latest('ofsted-single-inspection'),
    title: 'The graded judgment for adoption performance',
    wrapped: 'The graded judgment for\nadoption performance',
    plain: 'outstanding',
    verbal: ['requires improvement', 'requires improvement'],
  },
  {
    type: kennels,
    title: 'The days of dogs and their keepers',
    wrapped: 'The days of dogs\nand their keepers',
    plain: 'splendid',
    verbal: ['need more care', 'needs more care'],
  },
] as const

/** The heading that says it, wrapped and decorated in every way. */
const forms: readonly ((title: string, grade: string) => string)[] = [
  (title, grade) => `${title} are ${grade}`,
  (title, grade) => `${title} are\n${grade}`,
  (title, grade) => `${title}\nare ${grade}`,
  (title, grade) => `${title}\nare\n${grade}`,
  (title, grade) => `${title}\nis that it is\n${grade}`,
  (title, grade) => `${title} are judged\nto be ${grade}.`,
  (title, grade) => `${title} are judged to be\n${grade}`,
  (title, grade) => `${title} are judged to\nbe ${grade}`,
  (title, grade) => `${title} are **${grade}**`,
  (title, grade) => `**${title}** are **${grade}**`,
  (title, grade) => `**${title} are\n${grade}**`,
  (title, grade) => `${title} are ${grade}.`,
  (title, grade) => `${title} are ${grade}¹`,
  (title, grade) => `${title} are ${grade}[^1]`,
  (title, grade) => `## ${title} are ${grade}`,
  (title, grade) => `## ${title} are *${grade}*`,
  (title, grade) => `${title} are now ${grade}`,
]

describe('a heading that states its grade', () => {
  for (const { type, title, wrapped, plain, verbal } of families) {
    const expected = (grade: string) => type.scale?.byWord.get(grade)?.word
    const gradeIn = (heading: string) => {
      const report = parseReport(
        `Westmarch\n\n${type.titles[0]}\n\n${heading}\n\n1. Much is done for all of them.\n`,
        { type },
      )
      return report?.sections.find(({ grade }) => grade !== undefined)?.grade?.grade?.word
    }

    it(`is read in ${type.id}: ${title}`, () => {
      for (const form of forms)
        for (const name of form(title, '').startsWith('## ') ? [title] : [title, wrapped])
          assert.equal(gradeIn(form(name, plain)), expected(plain), form(name, plain))
    })

    it(`is read with a grade that is its own verb in ${type.id}: ${title}`, () => {
      const [grade, other] = verbal
      for (const heading of [
        `${title} ${grade}`,
        `${title}\n${grade}`,
        `${title} ${grade.replace(' ', '\n')}`,
        `${wrapped} ${grade}`,
        `${title} **${grade}**`,
        `${title} ${grade}.`,
        `${title} is that it\n${other}`,
        `${title} is that it ${other.replace(' ', '\n')}`,
        `${title} are ${other}`,
        `${title} are\n${other}`,
      ])
        assert.equal(gradeIn(heading), expected(grade), heading)
    })

    it(`is none where the sentence says something else in ${type.id}: ${title}`, () => {
      for (const heading of [
        `${title} are not ${plain}`,
        `${title} were ${plain} in 2011`,
        `${title} are ${plain} at last in two of the three homes that were seen`,
      ])
        assert.equal(gradeIn(heading), undefined, heading)
    })
  }
})
