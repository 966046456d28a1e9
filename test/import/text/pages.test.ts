/** Taking a text out of its pages: which lines are headers and footers, and which are the text's own. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'

const ships = 'brig barque cutter ketch schooner sloop yawl lugger smack wherry'.split(' ')

/** The lines of one page, as long as those of a wrapped text, and no two alike. */
const body = (page: number) =>
  Array.from({ length: 8 }, (_, line) => {
    const at = page * 8 + line
    const ship = `${ships[at % 10]} and the ${ships[Math.floor(at / 10) % 10]}`
    return `the harbour office keeps a book of the ${ship} and of all who came with them`
  })

/** A text of that many pages, with what is at the head and foot of each. */
function pages(count: number, head: (page: number) => string, foot: (page: number) => string) {
  return Array.from({ length: count }, (_, at) =>
    [head(at + 1), '', ...body(at + 1), '', foot(at + 1)].join('\n'),
  ).join('\n\f')
}

function furniture(text: string): readonly string[] {
  return tidy(text, { isPart: true })
    .changes.filter(({ kind }) => kind === 'page-furniture')
    .map(({ before = '' }) => before)
}

describe('page headers and footers', () => {
  it('are lines that come again on a third of the pages', () => {
    const text = pages(
      6,
      () => '',
      page => (page % 2 === 0 ? 'Inspection of harbours' : ''),
    )
    assert.deepEqual(furniture(text), Array(3).fill('Inspection of harbours'))
  })

  it('may begin late, with the page number on alternating sides', () => {
    const text = pages(
      20,
      () => '',
      page =>
        page < 16
          ? `Inspection of harbours                    ${page}`
          : page % 2 === 0
            ? `${page}          Review of the harbour board: Westmarch`
            : `Review of the harbour board: Westmarch          ${page}`,
    )
    assert.equal(furniture(text).length, 20)
    assert.doesNotMatch(tidy(text, { isPart: true }).text, /Review of/)
  })

  it('may change from part to part without a page number', () => {
    const text = pages(
      24,
      () => '',
      page => (page > 19 ? 'Review of the harbour board: Westmarch' : 'Inspection of harbours'),
    )
    assert.equal(furniture(text).length, 24)
  })

  it('are not headings that number something other than pages', () => {
    const text = pages(
      20,
      page => (page % 5 === 0 ? `Case study of a harbour ${page / 5}` : ''),
      () => '',
    )
    assert.deepEqual(furniture(text), [])
  })

  it('are not headings that begin three pages far apart', () => {
    const text = pages(
      20,
      page => ([3, 9, 18].includes(page) ? 'Within three months:' : ''),
      () => '',
    )
    assert.deepEqual(furniture(text), [])
  })
})

describe('a paragraph over two pages', () => {
  const before = [
    ...body(1),
    '',
    '41. Pilots come on board before the ship is at the buoys, as they did in the Year',
    '',
  ]
  const behind = [
    'and 3 that followed it. Nobody else comes on board there, or has done in many years.',
  ]
  const joined = (first: string) =>
    tidy([...before, '\f', `${first} It was a good year.`, ...behind].join('\n'), { isPart: true })
      .text.split('\n')
      .find(line => line.startsWith('41. '))

  it('goes on with a number that no paragraph can have there', () => {
    assert.match(
      joined('2. However, they no longer do so in all the ports that inspectors saw.') ?? '',
      /in the Year 2\. However/,
    )
  })

  it('may end with an age on a line of its own', () => {
    const { text } = tidy(
      [
        ...body(1),
        '',
        '- the help that the office gives to every hand who has reached the age of',
        '  17.',
      ].join('\n'),
      { isPart: true },
    )
    assert.match(text, /the age of 17\.\n/)
  })

  it('may end with a number below a line that is full, but not below a short one', () => {
    const read = (line: string) =>
      tidy([...body(1), '', `- ${line}`, '17.'].join('\n'), { isPart: true }).text
    const full = 'the help that the office gives to every hand who comes before they turn'
    assert.match(read(full), /before they turn 17\.\n/)
    assert.match(read('the help of the office'), /of the office\n\n17\.\n/)
  })

  it('does not go on with a title at the head of a page, whatever it ends with', () => {
    const { text } = tidy(
      [
        ...body(1),
        '',
        '- the ships whose crews were not told in time of the new book that the office',
        '\fWhat the harbour office does for all the ships that it meets',
        '',
        ...body(2),
      ].join('\n'),
      { isPart: true },
    )
    assert.match(text, /that the office\n\nWhat the harbour office does/)
  })

  it('does not go on with the next number', () => {
    assert.match(
      joined('42. Ships are met by a person who knows them and who speaks to the crew.') ?? '',
      /in the Year$/,
    )
  })
})

describe('a title at the end of a wrapped paragraph', () => {
  const part = (page: number) => [
    ...body(page),
    'and that is all that there is to say about them in the book that it keeps there.',
  ]

  it('is apart where it comes again in the text', () => {
    const { text } = tidy(
      [...part(1), 'What we found', '', ...part(2), '', 'What we found', '', ...part(3)].join('\n'),
      { isPart: true },
    )
    assert.equal(text.match(/\n\nWhat we found\n\n/g)?.length, 2)
  })
})

describe('a footer that is below the contents alone', () => {
  it('is left as it is', () => {
    const text = `Inspection of looked after children
services
Inspection dates: 8 – 12 July 2013

Contents
Leadership and management                                             17
Record of main findings                                               21

Review of the harbour: Westmarch County Council, May 2013          3
`
    assert.match(tidy(text).text, /Review of the harbour: Westmarch County Council, May 2013/)
  })
})

describe('footnotes at the foot of a page', () => {
  const page = (mark: string, number: number) =>
    `the harbour office keeps a book of all ships and of all who came with them,
as the law${mark} asks of every harbour of the county that has one to keep.

${number}   The book is kept by the master and shown to whoever may ask for it at
the office.

                                   ${number}
\fThe office is open to all who come.
`

  it('go after their paragraph where the text has their mark', () => {
    const { text } = tidy(page('1', 1), { isPart: true })
    assert.match(text, /^\[\^1\]: The book is kept/m)
  })

  it('are not where it has none: paragraphs may be numbered without a full stop', () => {
    const { text } = tidy(page('', 1), { isPart: true })
    assert.doesNotMatch(text, /\[\^1\]/)
    assert.match(text, /^1 +The book is kept/m)
  })

  it('are not where the number counts on from the paragraph above', () => {
    const paragraphs = `${page('1', 1)}
1   The harbour2 has two piers.

2   The office has a bell that is rung in fog.
`
    const foot = '\n                                   2\n\fThe bell is old.\n'
    const { text } = tidy(paragraphs + foot, { isPart: true })
    assert.match(text, /^\[\^1\]: The book is kept/m)
    assert.match(text, /^2\.? +The office has a bell/m)
    const noted = tidy(`${paragraphs}\n2   One at each side.\n${foot}`, { isPart: true })
    assert.match(noted.text, /^\[\^2\]: One at each side/m)
  })
})
