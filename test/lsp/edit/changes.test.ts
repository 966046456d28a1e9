import assert from 'node:assert/strict'
import { changesBetween } from '../../../server/src/lsp/edit/changes'
import { applyEdits } from '../../../server/src/text/edits'
import { finish } from '../../../server/src/text/steps'

const changes = (before: string, after: string) => finish(changesBetween(before, after))

describe('the way from one text to another', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', ''],
    ['one\ntwo\nthree\n', 'one\ntwo\nthree\n'],
    ['', 'one\n'],
    ['one\n', ''],
    ['11. One\n12. Two\n14. Three\n', '11. One\n12. Two\n13. Three\n'],
    ['a\nb\nc\nd', 'c\na\nb\nd'],
    ['a\r\nb\r\nc\r\n', 'a\r\nbb\r\nc\r\nd\r\n'],
    ['no line end', 'another text'],
    ['aa', 'aaa'],
  ]
  for (const [before, after] of cases)
    it(`leads from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      assert.equal(applyEdits(before, changes(before, after)), after)
    })

  it('touches only what differs', () => {
    assert.deepEqual(changes('11. One\n14. Three\n', '11. One\n13. Three\n'), [
      { span: { start: 9, end: 10 }, newText: '3' },
    ])
  })
})
