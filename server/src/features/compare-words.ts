/** Which words of a passage were struck and added. */

import { diffArrays } from 'diff'

/** Words that follow each other: in both versions, in the earlier one only, or in the present one only. */
export interface WordRun {
  readonly kind: 'kept' | 'struck' | 'added'
  readonly words: string
}

/** Beyond this many changed words nobody reads word by word: the whole passage is then struck and added. */
const mostChanges = 600

/**
 * The way from the earlier words to the present ones.
 *
 * `compareWords('is good', 'is adequate')` keeps "is", strikes "good" and adds "adequate".
 */
export function compareWords(earlier: string, present: string): readonly WordRun[] {
  const found = diffArrays(earlier.split(' '), present.split(' '), { maxEditLength: mostChanges })
  if (found === undefined)
    return [
      { kind: 'struck', words: earlier },
      { kind: 'added', words: present },
    ]
  const runs = found.map(
    ({ added, removed, value }): WordRun => ({
      kind: added ? 'added' : removed ? 'struck' : 'kept',
      words: value.join(' '),
    }),
  )
  return joined(runs)
}

/** A short word or two that stay between changes read better as part of the change. */
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
