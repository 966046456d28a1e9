/** Footnotes of PDFs and pasted texts: each keeps its mark at its place, and what else is raised stays what it is. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { tidiedFile } from '../tidied-file'
import { drawnPdf, lines, type Mark } from './drawn'

/** Text of 11 points in which `^2` is raised: pieces one after another, as wide as Helvetica is about. */
function line(text: string, y: number, { size = 11, up = 4, small = 7 } = {}): readonly Mark[] {
  let x = 70
  return text.split(/(\^\d+)/).map((part): Mark => {
    const isRaised = part.startsWith('^')
    const own = isRaised ? part.slice(1) : part
    const mark = { text: own, x, y: isRaised ? y + up : y, size: isRaised ? small : size }
    x += widthOf(own) * mark.size
    return mark
  })
}

/** The width in ems: the widths of Helvetica's letters in thousandths, as far as they are used here. */
function widthOf(text: string): number {
  const narrow = { i: 222, l: 222, t: 278, f: 278, r: 333, ' ': 278, '.': 278, ',': 278, j: 222 }
  const wide = { m: 833, w: 722, c: 500, k: 500, s: 500, v: 500, x: 500, y: 500, z: 500 }
  const widths: Readonly<Record<string, number>> = { ...narrow, ...wide }
  return [...text].reduce((sum, letter) => sum + (widths[letter] ?? 556), 0) / 1000
}

const note = (text: string, y: number) => line(text, y, { size: 8, up: 2.7, small: 5.5 })

const filler = lines(
  [
    'most of them live near their own homes and go to the schools that they know well',
    'and like, with the friends that they have had for years and in places they know.',
  ],
  700,
)

interface Case {
  readonly name: string
  readonly pages: readonly (readonly Mark[])[]
  readonly text: RegExp
  readonly not?: RegExp
}

const page = (text: string, ...notes: readonly string[]): readonly Mark[] => [
  ...line(text, 714),
  ...filler,
  ...notes.flatMap((each, at) => note(each, 80 - at * 12)),
]

const cases: readonly Case[] = [
  {
    name: 'after a word',
    pages: [
      page('there are 1,204 children in need^2 and 305 in care,', '^2 Section 17 of the Act.'),
    ],
    text: /in need\[\^2\] and 305[^\n]*\n\n\[\^2\]: Section 17 of the Act\./,
  },
  {
    name: 'after a stop',
    pages: [page('all of them live at home.^1 They are well and', '^1 The word means a house.')],
    text: /at home\.\[\^1\] They[^\n]*\n\n\[\^1\]: The word means a house\./,
  },
  {
    name: 'after a year',
    pages: [page('it was so in 2011^3 as well, and so', '^3 The year of the last inspection.')],
    text: /in 2011\[\^3\] as well[^\n]*\n\n\[\^3\]: The year/,
  },
  {
    name: 'two on a page',
    pages: [page('at home^1 and in care^2 they', '^1 With a parent.', '^2 With carers.')],
    text: /home\[\^1\] and in care\[\^2\][^\n]*\n\n\[\^1\]: With a parent\.\n\n\[\^2\]: With carers\./,
  },
  {
    name: 'a note of two lines',
    pages: [
      [
        ...page('at home^1 they are well and', '^1 The word means a house or'),
        ...line('a place in one.', 70, { size: 8 }),
      ],
    ],
    text: /home\[\^1\][^\n]*\n\n\[\^1\]: The word means a house or a place in one\./,
  },
  {
    name: 'numbers that begin again on each page',
    pages: [
      page('at home^1 they are well and', '^1 With a parent.'),
      page('in care^1 they are well and', '^1 With carers.'),
    ],
    text: /home\[\^1\][\s\S]*\[\^1\]: With a parent\.[\s\S]*care\[\^2\][\s\S]*\[\^2\]: With carers\./,
  },
  {
    name: 'a note whose number is as large as its words',
    pages: [page('at home^1 they are well and', '1 With a parent.')],
    text: /home\[\^1\][^\n]*\n\n\[\^1\]: With a parent\./,
  },
  {
    name: 'a number of two figures',
    pages: [page('at home^12 they are well and', '^12 With a parent.')],
    text: /home\[\^12\][^\n]*\n\n\[\^12\]: With a parent\./,
  },
  {
    name: 'a mark that is used twice',
    pages: [page('at home^1 and there^1 they', '^1 With a parent.')],
    text: /home\[\^1\] and there\[\^1\] they/,
  },
  {
    name: 'a unit',
    pages: [page('there are 5 m^2 for each child^2 and', '^2 Section 17 of the Act.')],
    text: /5 m² for each child\[\^2\]/,
  },
  {
    name: 'a power',
    pages: [page('there are 10^6 people in the county and')],
    text: /there are 10⁶ people/,
    not: /\[\^/,
  },
  {
    name: 'a raised number without a note',
    pages: [page('all live at home^4 in the county and')],
    text: /at home⁴ in the county/,
    not: /\[\^/,
  },
]

describe('a footnote in a PDF', () => {
  for (const { name, pages, text, not } of cases)
    it(`keeps its mark: ${name}`, async () => {
      const { text: draft } = await tidiedFile(await drawnPdf(pages))
      assert.match(draft, text)
      if (not !== undefined) assert.doesNotMatch(draft, not)
    })
})

const restarting = [
  page('at home^1 and in care^2 they', '^1 With a parent.', '^2 With carers.'),
  page('in schools^1 and in clubs^1 they', '^1 Of all kinds.'),
]
const goingOn = [
  page('at home^1 and in care^2 they', '^1 With a parent.', '^2 With carers.'),
  page('in schools^3 and in homes^2 they', '^3 Of all kinds.'),
]

const unread: readonly (readonly [string, readonly (readonly Mark[])[], RegExp, string[]])[] = [
  [
    'where numbers begin again, none of another page',
    [...restarting, page('in town^1 and county^2 they', '^1 All of it.')],
    /town\[\^4\] and county² they/,
    ['county²'],
  ],
  [
    'where numbers begin again, none of a later page',
    [page('in town^1 and county^3 they', '^1 All of it.'), ...restarting],
    /town\[\^1\] and county³ they/,
    ['county³'],
  ],
  [
    'where numbers begin again, on a page without notes',
    [...restarting, page('in town^1 and county^2 they')],
    /town¹ and county² they/,
    ['town¹', 'county²'],
  ],
  [
    'where numbers go on, that of an earlier page',
    goingOn,
    /schools\[\^3\] and in homes\[\^2\] they/,
    [],
  ],
  ['none where none was read', [page('all live at home^4 in the')], /at home⁴ in the/, ['home⁴']],
  ['none in a unit or a power', [page('on 5 m^2 there are 10^6 of')], /5 m² there are 10⁶/, []],
]

describe('a raised number in a PDF whose note was not read', () => {
  for (const [name, pages, text, listed] of unread)
    it(`has a note that is certain, or stays raised and is listed: ${name}`, async () => {
      const { text: draft, changes } = await tidiedFile(await drawnPdf(pages))
      assert.match(draft, text)
      const found = changes.filter(({ kind, decided }) => kind === 'footnote' && !decided)
      assert.equal(found.length, listed.length)
      for (const [at, words] of listed.entries())
        assert.ok(found[at]?.before?.endsWith(words), found[at]?.before)
    })
})

const last = 'well. The help that'
const next = 'families get is timely, and they say so to each other and to those who ask them.'

/** Two pages of text, the first with a sentence that has the mark, and a note at its foot. */
const pasted = (sentence: string, ...notes: readonly string[]) =>
  [
    'The council keeps a book of all the children whom it knows, and of those who help them',
    `in their homes. ${sentence} Plans are made early, by people who know their services ${last}`,
    '',
    ...notes,
    `\f${next}`,
    '',
  ].join('\n')

const texts: readonly (readonly [string, string, RegExp])[] = [
  [
    'after a stop',
    pasted('They live at home.1', '1 The word means a house.'),
    /home\.\[\^1\] Plans/,
  ],
  ['after a word', pasted('They live at home1 now.', '1 The word means one.'), /home\[\^1\] now/],
  ['after a comma', pasted('At home,1 they are well.', '1 A house.'), /home,\[\^1\] they/],
  ['in brackets', pasted('They live there, at home[1].', '1 A house.'), /home\[\^1\]\. Plans/],
  ['after a year', pasted('It was so in 20111 too.', '1 The last year.'), /2011\[\^1\] too/],
  [
    'after a large number',
    pasted('There are 56,2001 of them.', '1 As counted.'),
    /56,200\[\^1\] of/,
  ],
  ['after a share', pasted('Of them 62%1 are well.', '1 As counted.'), /62%\[\^1\] are/],
  [
    'with its number alone',
    pasted('They live at home.1', '1', '  The word means a house.'),
    /home\.\[\^1\] Plans/,
  ],
  [
    'two',
    pasted('At home,1 or in care,2 it is so.', '1 A house.', '2 A place.'),
    /home,\[\^1\] or in care,\[\^2\]/,
  ],
  [
    'not after a unit',
    pasted('Of 5 m1 each, at home.1', '1 A house.'),
    /5 m1 each, at home\.\[\^1\]/,
  ],
  ['not in a share', pasted('There are 11.1% of them.1', '1 A house.'), /11\.1% of them\.\[\^1\]/],
  ['not in an ordinal', pasted('On the 1st of May.1', '1 A day.'), /1st of May\.\[\^1\]/],
  [
    'after a year and a comma',
    pasted('In 2011,1 leaders knew. See SC1.', '1 The last year.'),
    /In 2011,\[\^1\] leaders knew\. See SC1\./,
  ],
  [
    'after a large number, and not in a name',
    pasted('Of 20,0001 children, few. See SC1, KS1.', '1 As counted.'),
    /20,000\[\^1\] children, few\. See SC1, KS1\./,
  ],
  [
    'two, and not in names',
    pasted('In 2011,1 some knew. About 20,0002 did. See SC1, KS2.', '1 A year.', '2 As counted.'),
    /In 2011,\[\^1\] some knew\. About 20,000\[\^2\] did\. See SC1, KS2\./,
  ],
  ['after a short form in the plural', pasted('All EHCPs1 are good.', '1 Plans.'), /EHCPs\[\^1\]/],
  ['after a possessive', pasted('The board’s1 plan.', '1 The LSCB.'), /board’s\[\^1\] plan/],
]

/** Words that end in a digit. */
const names = [
  'KS1',
  'SC1',
  'G1',
  'COVID1',
  'P1',
  '(SC1)',
  'SC1–KS1',
  's1',
  's.1',
  'v1',
  'É1',
  'UK1',
]

describe('a footnote in a pasted text', () => {
  for (const name of names) {
    it(`has no mark in a name: ${name}`, () => {
      for (const text of [`As ${name} has it.`, `As in ${name}. So they live at home.1`]) {
        const draft = tidy(pasted(text, '1 The word means a house.')).text
        assert.ok(draft.includes(name), draft)
        assert.equal(draft.includes('home.[^1]'), text.includes('home'), draft)
      }
    })

    it(`that is marked already has no mark in a name: ${name}`, () => {
      const draft = tidy(pasted(`As ${name} has it.`, '[^1]: See the plan.')).text
      assert.ok(draft.includes(`As ${name} has it.`), draft)
    })
  }

  for (const text of [
    'in 2011,1 too',
    'in 20111 too',
    'for 56,2001 too',
    'iPAD1',
    'in 2011.1 They',
  ])
    it(`that is marked already has its mark only where there is no doubt: ${text}`, () => {
      const draft = tidy(pasted(`It was so ${text}.`, '[^1]: See the plan.')).text
      assert.ok(draft.includes(text), draft)
    })

  for (const text of ['at home.1', 'at home1', 'at home[1]', 'at home^1', 'in care,1 too'])
    it(`that is marked already gets its mark: ${text}`, () => {
      const draft = tidy(pasted(`It was so ${text} They say so.`, '[^1]: See the plan.')).text
      assert.match(draft, /(?:home\.?|care,)\[\^1\]/)
    })

  for (const [name, foot, isMoved] of [
    ['below a note', ['[^1]: A house.', 'or a flat'], true],
    ['notes apart', ['[^1]: A house.', '', '[^2]: A place.'], true],
    ['text below', ['[^1]: A house.', '', 'They are well'], false],
    ['text between', ['[^1]: A house.', '', 'They are well', '', '[^2]: A place.'], false],
  ] as const)
    it(`is at the foot of the page if there are only notes below it: ${name}`, () => {
      const draft = tidy(pasted('They live at home.1', ...foot)).text
      assert.equal(draft.includes('home.[^1]'), isMoved, draft)
    })

  for (const [name, text, expected] of texts)
    it(`keeps its mark: ${name}`, () => {
      const draft = tidy(text).text
      assert.match(draft, expected)
      assert.match(draft, /\n\n\[\^1\]: \p{Lu}/u)
      assert.equal(tidy(draft).text, draft)
    })
})
