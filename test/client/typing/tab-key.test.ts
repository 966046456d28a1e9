import assert from 'node:assert/strict'
import { forTab, stillAt } from '../../../client/src/typing/answers'
import { applied } from '../../../client/src/typing/text-change'
import { readAnnotated } from '../../support/annotated'

/** The text after Tab at `<|>` led to no cell, with what was typed there before that was known. */
function tabbed(marked: string, typed = ''): string {
  const { text, cursor = 0 } = readAnnotated(marked)
  const now = text.slice(0, cursor) + typed + text.slice(cursor)
  const place = stillAt(text, { start: cursor, end: cursor }, now)
  assert(place)
  return applied(now, forTab(now, place, 'in', { insertSpaces: true, tabSize: 4 }))
}

describe('Tab where no cell of a table is to go to', () => {
  it('writes white space, as in any line', () => {
    assert.equal(tabbed('|<|>\n'), '|   \n')
    assert.equal(tabbed('|---|---|<|>\n'), '|---|---|   \n')
    assert.equal(tabbed('| A | B |<|>'), '| A | B |   ')
  })

  it('writes it before what was typed since', () => {
    assert.equal(tabbed('|<|>\n', 'Good'), '|   Good\n')
    assert.equal(tabbed('|---|<|>\nAfter it.\n', 'a'), '|---|   a\nAfter it.\n')
  })

  it('knows no place any more once the text before it is another', () =>
    assert.equal(stillAt('|\n', { start: 1, end: 1 }, '5. |\n'), undefined))

  it('no longer replaces what was selected once that was typed over', () =>
    assert.deepEqual(stillAt('| ab |', { start: 2, end: 4 }, '| xab |'), { start: 2, end: 2 }))
})
