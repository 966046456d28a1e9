import assert from 'node:assert/strict'
import { applyEdits, insert, remove, replace, type TextEdit } from '../../server/src/text/edits'
import { combined, following } from '../../server/src/text/follow'

/** Where the words are after the edits, or what became of them. */
function find(text: string, words: string, edits: readonly TextEdit[]): string {
  const start = text.indexOf(words)
  const now = following(text, edits).follow({ start, end: start + words.length })
  return typeof now === 'string' ? now : applyEdits(text, edits).slice(now.start, now.end)
}

const span = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('following places through edits', () => {
  const text = 'one two three four'

  it('finds what is after an edit, and what is put in before it', () => {
    assert.equal(find(text, 'three', [insert(0, 'zero ')]), 'three')
    assert.equal(find(text, 'three', [insert(8, 'and ')]), 'three')
    assert.equal(find(text, 'three', [insert(13, '!'), remove(span(text, 'two '))]), 'three')
  })
  it('says what is gone, and what was cut', () => {
    assert.equal(find(text, 'two', [remove(span(text, 'one two '))]), 'gone')
    assert.equal(find(text, 'two', [replace(span(text, 'wo th'), '')]), 'cut')
    assert.equal(find(text, 'two', [insert(5, '-')]), 'cut')
  })
  it('finds what was taken out at one place and put in at another', () => {
    const edits = [remove(span(text, 'two ')), insert(text.length, ' two')]
    assert.equal(applyEdits(text, edits), 'one three four two')
    assert.equal(find(text, 'two', edits), 'two')
    assert.deepEqual(following(text, edits).added, [{ start: 14, end: 15 }])
  })
  it('says what is new', () => {
    const edits = [insert(4, 'and '), replace(span(text, 'four'), 'five')]
    assert.deepEqual(
      following(text, edits).added.map(({ start, end }) =>
        applyEdits(text, edits).slice(start, end),
      ),
      ['and ', 'five'],
    )
  })
  it('makes one step of two', () => {
    const first = [remove(span(text, 'two ')), insert(text.length, ' two'), insert(0, '1 ')]
    const after = applyEdits(text, first)
    assert.equal(after, '1 one three four two')
    const second = [
      replace(span(after, '1'), 'Now'),
      replace(span(after, 'three'), '3'),
      replace(span(after, 'two'), '2!'),
    ]
    assert.equal(applyEdits(text, combined(first, second)), applyEdits(after, second))
    assert.equal(applyEdits(after, second), 'Now one 3 four 2!')
  })
})
