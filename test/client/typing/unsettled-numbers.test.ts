/** Changes that concern paragraph numbers are collected until the numbers can be put in order. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applied, carried, type TextChange } from '../../../client/src/typing/text-change'
import { UnsettledNumbers } from '../../../client/src/typing/unsettled-numbers'

/** Makes the changes one after the other, and returns the text and what undoes them. */
function changed(text: string, changes: readonly TextChange[]) {
  const unsettled = new UnsettledNumbers()
  let now = text
  for (const change of changes) {
    unsettled.note(now, change)
    now = applied(now, [change])
  }
  return { text: now, unsettled, before: applied(now, unsettled.back) }
}

const insert = (start: number, text: string): TextChange => ({ start, end: start, text })
const remove = (start: number, end: number): TextChange => ({ start, end, text: '' })

const report = '1. One.\n\n2. Two.\n\n3. Three.\n'

describe('numbers that are not settled yet', () => {
  it('are those of all paragraphs that were added, as one change', () => {
    const { unsettled, before } = changed(report, [
      insert(7, '\n\n2. '),
      insert(12, 'New.'),
      insert(16, '\n\n3. '),
    ])
    assert.equal(unsettled.back.length, 2)
    assert.equal(before.replace('New.', ''), report)
  })

  it('are gone where what was added has been taken out', () => {
    const { unsettled } = changed(report, [insert(7, '\n\n2. '), remove(7, 12)])
    assert.ok(unsettled.isEmpty)
  })

  it('do not appear while only words are typed', () => {
    const { unsettled } = changed(report, [insert(7, ' Words'), remove(3, 4), insert(3, '5')])
    assert.ok(unsettled.isEmpty)
  })

  it('show what was taken out, where nothing else has happened', () => {
    const { unsettled } = changed(report, [insert(0, 'x'), remove(10, 19)])
    assert.equal(unsettled.taken, '2. Two.\n\n')
    unsettled.note(report, insert(7, '\n\n2. '))
    assert.equal(unsettled.taken, undefined)
  })

  it('show a number that is typed by hand, once the space after it is typed', () => {
    const { unsettled } = changed(
      '1. One.\n\n',
      [...'2. '].map((key, at) => insert(9 + at, key)),
    )
    assert.deepEqual(unsettled.typed, { start: 9, end: 12 })
    const within = changed(
      '1. One.\n\n words',
      [...'2. '].map((key, at) => insert(9 + at, key)),
    )
    assert.ok(within.unsettled.isEmpty)
  })

  it('are found in any changes: what takes them back leaves only words', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(6),
      text: fc.constantFrom('a', '\n', '5', '. ', '\n\n4. ', '2. x\n', '', ''),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), made => {
        let now = report
        const changes = made.map(({ at, length, text }): TextChange => {
          const start = Math.floor(at * now.length)
          const each = { start, end: Math.min(now.length, start + length), text }
          now = applied(now, [each])
          return each
        })
        const { text, unsettled } = changed(report, changes)
        const back = unsettled.back
        assert.ok(back.every((each, at) => (back[at - 1]?.end ?? 0) <= each.start))
        // What was noted as taken out is text that was there.
        assert.ok((back.at(-1)?.end ?? 0) <= text.length)
      }),
    )
  })
})

describe('edits that are carried through later changes', () => {
  const edits = [
    { start: 9, end: 10, text: '3' },
    { start: 18, end: 19, text: '4' },
  ]

  it('are made where they belong afterwards, or not at all', () => {
    const change = fc.record({
      start: fc.nat(27),
      length: fc.nat(4),
      text: fc.constantFrom('', 'abc'),
    })
    fc.assert(
      fc.property(change, ({ start, length, text }) => {
        const made = { start, end: Math.min(start + length, report.length), text }
        const placed = carried(edits, [made])
        const isTouched = edits.some(
          each =>
            (each.end > made.start && each.start < made.end) ||
            (each.start < made.start && made.start < each.end),
        )
        assert.equal(placed === undefined, isTouched)
        if (placed === undefined) return
        const now = applied(report, [made])
        const digits = placed.map(each => now.slice(each.start, each.end))
        assert.deepEqual(digits, ['2', '3'])
      }),
    )
  })
})
