import assert from 'node:assert/strict'
import fc from 'fast-check'
import { aroundMoved } from '../../server/src/text/around'
import { applyEdits, insert, remove, replace } from '../../server/src/text/edits'

describe('moving a stretch by what it passes', () => {
  it('leaves it where it is', () => {
    const text = '1. One.\n\n2. Two.\n\n3. Three.\n'
    const moved = [remove({ start: 0, end: 9 }), insert(18, '1. One.\n\n')]
    const numbers = [replace({ start: 0, end: 1 }, '1'), replace({ start: 9, end: 10 }, '2')]
    assert.deepEqual(aroundMoved(text, moved, numbers), [
      insert(0, '1. Two.\n\n'),
      replace({ start: 0, end: 1 }, '2'),
      remove({ start: 9, end: 18 }),
    ])
  })

  it('makes the text that moving it makes', () => {
    const paragraph = fc.constantFrom(
      '1. One.',
      '2. Two\n  or so.',
      '3. Three.',
      '## Four',
      '1. One.',
    )
    const given = fc.tuple(
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
      paragraph,
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(given, ([above, words, below, isDown]) => {
        const before = above.map(each => `${each}\n\n`).join('')
        const after = below.map(each => `${each}\n\n`).join('')
        const text = `# Title\n\n${before}${words}\n\n${after}End.\n`
        const start = 9 + before.length
        const end = start + words.length + 2
        const to = isDown ? end + after.length : 9
        const moved = [insert(to, `${words}\n\n`), remove({ start, end })]
        const then = applyEdits(text, moved)
        const second = [...then.matchAll(/\d/g)].map(({ index }, at) =>
          replace({ start: index, end: index + 1 }, String(at + 8)),
        )
        const edits = aroundMoved(text, moved, second)
        assert.equal(applyEdits(text, edits), applyEdits(then, second))
        const isInside = edits.filter(({ span }) => span.start < end - 2 && span.end > start)
        assert.ok(isInside.every(({ span }) => span.end === span.start + 1))
      }),
    )
  })
})
