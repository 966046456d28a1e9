import assert from 'node:assert/strict'
import { type Difference, differences } from '../../server/src/text/differences'
import { applyEdits } from '../../server/src/text/edits'
import { lineEdits } from '../../server/src/text/line-edits'
import { finish } from '../../server/src/text/steps'

describe('where two lists of lines differ', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['abc', 'abc', ''],
    ['', 'ab', '+ab'],
    ['ab', '', '-ab'],
    ['abc', 'axc', '-b+x'],
    ['abcd', 'cabd', '+c -c'],
    ['aaaa', 'aa', '-aa'],
    ['abab', 'baba', '-a +a'],
    ['a-b-c', 'a-c', '-b-'],
    ['xabcy', 'cab', '-x+c -cy'],
  ]
  for (const [before, after, expected] of cases)
    it(`${before || 'nothing'} and ${after || 'nothing'}: ${expected || 'nowhere'}`, () => {
      const [old, now] = [[...before], [...after]]
      assert.equal(described(old, now, finish(differences(old, now))), expected)
    })

  it('a line that is like another is a stretch of its own', () => {
    const old = ['1. One', '', '2. Two', '', '4. Three']
    const now = ['1. One', '', '2. Two', '', '3. Three']
    const letters = (line: string) => line.replace(/\W|\d/g, '')
    assert.equal(described(old, now, finish(differences(old, now, letters))), '-4. Three+3. Three')
  })

  it('are all that differs, whatever the lists', () => {
    const random = seeded(7)
    for (let round = 0; round < 400; round++) {
      const letters = 1 + (round % 5) * 3
      const list = () =>
        Array.from({ length: random(1 + (round % 300)) }, () => `${random(letters)}`)
      const [old, now] = [list(), list()]
      assert.deepEqual(applied(old, now, finish(differences(old, now))), now)
    }
  })

  it('a long list without a line in common differs as a whole, between what it has in common', () => {
    const lines = (name: string) => Array.from({ length: 5_000 }, (_, at) => `${name} ${at}`)
    const old = ['head', ...lines('old'), 'foot']
    const now = ['head', ...lines('now'), 'foot']
    assert.deepEqual(finish(differences(old, now)), [
      { before: { start: 1, end: 5_001 }, after: { start: 1, end: 5_001 } },
    ])
  })
})

describe('edits of whole lines', () => {
  it('change each line by itself where only its numbers or spaces differ', () => {
    const line = (at: number) => `${at}. Paragraph  about ${'abcdefghij'[at % 10]}.\n\n`
    const before = Array.from({ length: 500 }, (_, at) => line(at)).join('')
    const after = Array.from({ length: 500 }, (_, at) => line(at + 10).replace('  ', ' ')).join('')
    const edits = finish(lineEdits(before, after))
    assert.equal(edits.length, 500)
    assert.equal(applyEdits(before, edits), after)
  })
})

/** `-old+now` for each stretch. */
function described(
  old: readonly string[],
  now: readonly string[],
  found: readonly Difference[],
): string {
  const part = (sign: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : sign + lines.join('')
  return found
    .map(
      ({ before, after }) =>
        part('-', old.slice(before.start, before.end)) +
        part('+', now.slice(after.start, after.end)),
    )
    .join(' ')
}

function applied(
  old: readonly string[],
  now: readonly string[],
  found: readonly Difference[],
): readonly string[] {
  const result: string[] = []
  let at = 0
  for (const { before, after } of found) {
    result.push(...old.slice(at, before.start), ...now.slice(after.start, after.end))
    at = before.end
  }
  return [...result, ...old.slice(at)]
}

/** Whole numbers from 0 up to a limit, the same in each run. */
function seeded(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}
