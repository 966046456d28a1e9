/** Pasted text that has wide gaps in its lines and is not a table. */

import assert from 'node:assert/strict'
import { readColumns as read } from '../../support/columns'

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

  it('is made of the text after one, though a word begins where a column does', () => {
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
