/** Wide gaps between the words of running text, as lines stretched to the margin have them, are not columns. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'

const first = [
  'The harbour office keeps a book of every ship that came in last year and of all',
  'the people who came with it. It is kept by hand, and inspectors found it to be a',
  'record of real use to the police, to the mill and to the harbour company, which is',
]
const last = [
  'all that the people of the town have asked for, year after year, since the tower',
  'was built beside the bridge. They are glad of it, and read it in each week.',
]
const tidied = (...lines: readonly string[]) =>
  tidy([...first, ...lines, ...last].join('\n'), { isPart: true })

describe('wide gaps in running text', () => {
  for (const [name, ...lines] of [
    ['between all words', 'open     on     each     day     from     nine     for'],
    ['between some words', 'open on    each day     of the week    and has'],
    ['between two words', 'open                                                      for'],
    ['in the middle of a line', 'open on each day of                       the week for'],
    [
      'in two lines',
      'open     on     each     day     of',
      'the    week,     from     nine,   for',
    ],
    [
      'in three lines',
      'open    on     each    day',
      'of   the     week   from',
      'nine    on    and  for',
    ],
    ['before a name', 'open     on     each     day     to     Westmarch     for'],
    ['before a number', 'open     on     each     day     from     9     for'],
    ['before a speck', 'open on each day, for                                       `'],
    ['after commas', 'open,     on     each     day,     and     free,     for'],
  ] as const)
    it(`are closed: ${name}`, () => {
      const { text, changes } = tidied(...lines)
      const words = lines.join(' ').replace(/\s+/g, ' ')
      assert.ok(text.includes(`which is ${words} all that the people`), text)
      assert.deepEqual(
        changes.filter(({ decided }) => !decided),
        [],
      )
    })

  for (const [name, ...lines] of [
    ['a row after a name on two lines', 'care leavers                              Good'],
    ['rows in columns', 'Staying safe           Good', 'Being healthy          Adequate'],
    [
      'a row of three cells',
      'Staying safe           Good        2',
      'Being healthy      Adequate     3',
    ],
    ['a field', 'Age group:             All'],
  ] as const)
    it(`stay where they set columns: ${name}`, () => {
      const { text } = tidy(
        [...first.slice(0, 2), 'record of use.', '', 'Experiences of', ...lines, '', ...last].join(
          '\n',
        ),
        { isPart: true },
      )
      assert.doesNotMatch(text, /Experiences of (?:care leavers|Staying safe|Age group)/)
    })
})
