/** Tables that pasted text sets in columns with nothing but spaces, one difficulty at a time. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'

/** Text that fills its lines, so that the width of a page is known. */
const page = [
  'The harbour office keeps a book of every ship that came in last year and of all the',
  'people who came with it. It is kept by hand, and inspectors found it to be a record of',
  'real use to the police and the harbour company, who read it each week on Thursdays in',
  'the morning. Nobody has asked whether they could read it on another day of the week.',
]

interface Read {
  /** The lines of the draft between the two copies of the page's text. */
  readonly draft: readonly string[]
  /** What is left to decide: line of the table, counted from 1, and message. */
  readonly open: readonly string[]
}

function read(table: readonly string[]): Read {
  const { text, changes } = tidy([...page, '', ...table, '', ...page, ''].join('\n'), {
    isPart: true,
  })
  assert.equal(tidy(text, { isPart: true }).text, text, 'importing again changes something')
  const lines = text.trimEnd().split('\n')
  const undecided = changes.filter(({ decided }) => !decided)
  return {
    draft: lines.slice(2, -2),
    open: undecided.map(({ line, message }) => `${line + 1 - page.length - 1} ${message}`),
  }
}

describe('no table', () => {
  it('is made of a line of text with a wide gap between two words', () => {
    const { draft, open } = read([
      'The office was told of the ships that came in   and of those that went out again last',
      'year. It wrote them all down in a book.',
    ])
    assert.deepEqual(draft, [
      'The office was told of the ships that came in and of those that went out again last year. It wrote them all down in a book.',
    ])
    assert.deepEqual(open, [])
  })

  it('is made of the text behind one, though a word begins where a column does', () => {
    const { draft } = read([
      ' Judgement                                      Grade',
      '',
      ' The experience of children in care             Good',
      '',
      ' Overall effectiveness                          Good',
      '',
      ' Services for children and for their families in Westmarch have improved a lot since',
      ' the last time that anybody came.',
    ])
    assert.equal(
      draft.at(-1),
      'Services for children and for their families in Westmarch have improved a lot since the last time that anybody came.',
    )
  })
})
