/** A title corrected word by word is the title, whatever was written, in however many pieces. */

import assert from 'node:assert/strict'
import { correctedWords } from '../../../server/src/rules/fixes/corrected-words'
import { applyEdits } from '../../../server/src/text/edits'
import { textSpan } from '../../../server/src/text/span'
import { normalTitle } from '../../../server/src/types/normal-title'

const words = 'the experiences and progress of children in care leavers who need help'.split(' ')

/** Numbers from 0 to below 1 that are the same at each run. */
function* numbers(seed: number): Generator<number> {
  for (let at = seed; ; ) {
    at = (at * 16_807) % 2_147_483_647
    yield at / 2_147_483_647
  }
}

describe('correctedWords', () => {
  it('gives the title for any words on up to three lines', () => {
    const random = numbers(11)
    const next = (below: number) => Math.floor((random.next().value as number) * below)
    const some = (least: number) => Array.from({ length: least + next(6) }, () => words[next(12)])
    for (let round = 0; round < 2000; round++) {
      const title = some(1).join(' ')
      const lines = Array.from({ length: 1 + next(3) }, () => some(1).join(' '))
      const text = `${lines.join('  Good\n')}\n`
      let at = 0
      const pieces = lines.map(line => {
        const start = text.indexOf(line, at)
        at = start + line.length
        return textSpan(text, start, at)
      })
      const [first, ...more] = pieces
      assert.ok(first !== undefined)
      const written = applyEdits(text, correctedWords([first, ...more], title))
      const left = written.replaceAll('Good', ' ').trim()
      assert.equal(normalTitle(left), normalTitle(title), `"${text}" for "${title}"`)
    }
  })
})
