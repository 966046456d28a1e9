/** Which words of a passage were struck out and added. */

import { diffArrays } from 'diff'
import { differences } from '../../text/differences'
import { finish } from '../../text/steps'

/** Words that follow each other: in both versions, in the earlier one only, or in the present one only. */
export interface WordRun {
  readonly kind: 'kept' | 'struck' | 'added'
  readonly words: string
}

/**
 * Beyond this many changed words nobody reads word by word: the whole passage is shown as struck out and added.
 */
const mostChanges = 600

/** Passages in which more words differ are not compared in every way, as that takes quadratic time. */
const mostInEveryWay = 60

/**
 * The changes that lead from the earlier words to the present ones.
 *
 * `compareWords('is good', 'is adequate')` keeps "is", strikes out "good" and adds "adequate".
 */
export function compareWords(earlier: string, present: string): readonly WordRun[] {
  const [then, now] = [earlier.split(' '), present.split(' ')]
  const runs = inEveryWay(then, now) ?? aroundCertainWords(then, now)
  const changed = runs.filter(({ kind }) => kind !== 'kept')
  if (changed.reduce((sum, { words }) => sum + words.length, 0) > mostChanges)
    return [
      { kind: 'struck', words: earlier },
      { kind: 'added', words: present },
    ]
  return joined(runs.map(({ kind, words }) => ({ kind, words: words.join(' ') })))
}

interface Run {
  readonly kind: WordRun['kind']
  readonly words: readonly string[]
}

/** The fewest changes; undefined where there are many. */
function inEveryWay(then: readonly string[], now: readonly string[]): readonly Run[] | undefined {
  const found = diffArrays([...then], [...now], { maxEditLength: mostInEveryWay })
  return found?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'struck' : 'kept',
    words: value,
  }))
}

/** The changes between the words that each passage has exactly once and that are the same in both. */
function aroundCertainWords(then: readonly string[], now: readonly string[]): readonly Run[] {
  const runs: Run[] = []
  const put = (kind: Run['kind'], words: readonly string[]): void => {
    if (words.length > 0) runs.push({ kind, words })
  }
  let at = 0
  for (const { before, after } of finish(differences(then, now))) {
    put('kept', then.slice(at, before.start))
    put('struck', then.slice(before.start, before.end))
    put('added', now.slice(after.start, after.end))
    at = before.end
  }
  put('kept', then.slice(at))
  return runs
}

/** A short word or two left between changes read better as part of the change. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const result: WordRun[] = []
  let struck: string[] = []
  let added: string[] = []
  const flush = (): void => {
    if (struck.length > 0) result.push({ kind: 'struck', words: struck.join(' ') })
    if (added.length > 0) result.push({ kind: 'added', words: added.join(' ') })
    struck = []
    added = []
  }
  for (const [at, { kind, words }] of runs.entries()) {
    const between = struck.length + added.length > 0 && at < runs.length - 1
    const isIsland = kind === 'kept' && between && words.length <= 6 && !words.includes('. ')
    if (kind === 'struck' || isIsland) struck.push(words)
    if (kind === 'added' || isIsland) added.push(words)
    if (kind === 'kept' && !isIsland) {
      flush()
      result.push({ kind, words })
    }
  }
  flush()
  return result
}
