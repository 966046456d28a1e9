/**
 * Finding all matches of a pattern takes time in proportion to the text. `recheck` judges one search, which
 * says nothing about a pattern that first tries a long way and then always finds something short.
 */

import assert from 'node:assert/strict'
import path from 'node:path'
import { growthOf } from '../support/doubling'
import { itTimed } from '../support/tier'
import { type Pattern, shown, written } from './pattern'
import { sourcePatterns } from './source-patterns'

const root = path.resolve(import.meta.dirname, '..')

/** Texts that the pattern may find hard: a few of its own characters, over and over. */
function hardTexts({ source }: Pattern): readonly string[] {
  const own = [...source.replace(/\\[a-zA-Z]/g, ' ')].filter(each => !'\\(){}?+'.includes(each))
  const words = source.match(/[A-Za-z</!-]{2,}/g) ?? []
  const usual = [' ', '\n', 'a', 'A', '1', '*', '|', '<', '[', '.', '-', '\t']
  const pieces = [...new Set([...own.slice(0, 14), ...words.slice(0, 6), ...usual])]
  return pieces.flatMap(one => [one, ...pieces.map(other => one + other)])
}

describe('finding all matches', () => {
  itTimed('takes time in proportion to the text, whatever the pattern', () => {
    const { literals } = sourcePatterns(root)
    const searched = new Map(
      literals.filter(({ flags }) => flags.includes('g')).map(each => [written(each), each]),
    )
    assert.ok(searched.size > 100)
    const slow: string[] = []
    for (const pattern of searched.values()) {
      const expression = new RegExp(pattern.source, pattern.flags)
      const search = (piece: string, length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length))
        return () => {
          for (const _ of text.matchAll(expression));
        }
      }
      // Most are so quick that there is nothing to compare.
      const suspects = hardTexts(pattern).filter(
        piece => cpuOf(search(piece, 8192)) > 24 * cpuOf(search(piece, 1024)) + 1000,
      )
      const hard = suspects.find(
        piece => !growthOf(length => search(piece, length), { from: 512, to: 8192 }).isLinear,
      )
      if (hard !== undefined) slow.push(`${shown(pattern)} in ${JSON.stringify(hard)}, repeated`)
    }
    assert.deepEqual(slow, [])
  })
})

/** CPU time in microseconds. */
function cpuOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return user + system
}
