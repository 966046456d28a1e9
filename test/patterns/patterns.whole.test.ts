/** Every pattern, judged again: the judgements kept are right, and patterns that code puts together are linear. */

import assert from 'node:assert/strict'
import path from 'node:path'
import { allPatterns } from './all-patterns'
import { digestOf, Judgements, judge, keptJudgements } from './judge'
import { shown } from './pattern'

const root = path.resolve(import.meta.dirname, '..')

describe('the patterns, judged again', function () {
  this.timeout(0)
  const slow: string[] = []
  const wrong: string[] = []

  before(async () => {
    const { written, made } = await allPatterns()
    const kept = keptJudgements(root)
    const judgements = new Judgements(root)
    for (const pattern of new Map(
      [...written, ...made].map(one => [digestOf(one), one]),
    ).values()) {
      const before = kept.get(digestOf(pattern))
      // Whether a pattern is undecided depends on how long it was examined, and how busy the machine was.
      const growth = before === undefined ? judgements.of(pattern) : judge(pattern)
      const isDecided = before !== undefined && before !== 'undecided' && growth !== 'undecided'
      if (isDecided && growth !== before)
        wrong.push(`${shown(pattern)} is kept as ${before}, and is ${growth}`)
      if (made.includes(pattern) && (before ?? growth) !== 'linear')
        slow.push(`${shown(pattern)} is ${growth}`)
      if (process.env.UPDATE !== undefined) judgements.of(pattern)
    }
    if (process.env.UPDATE !== undefined) judgements.keep()
  })

  it('are what is kept of them', () => assert.deepEqual(wrong, []))

  it('are linear where code puts them together', () => assert.deepEqual(slow, []))
})
