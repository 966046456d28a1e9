/** Which of several known words a misspelt one was meant to be. */

import { distance } from 'fastest-levenshtein'

/**
 * The candidates, the one that is spelt most like `word` first; equally near ones keep their order. A
 * candidate that begins with `word` counts as near: "ade" is the beginning of "adequate".
 */
export function nearest<T>(
  word: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): readonly T[] {
  const wanted = word.slice(0, longest).toLowerCase()
  return candidates
    .map(candidate => {
      const name = nameOf(candidate).toLowerCase()
      return { candidate, far: name.startsWith(wanted) ? 0 : apart(wanted, name) }
    })
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate)
}

/** Letters that differ; the same letters in another order are one slip. */
function apart(word: string, name: string): number {
  const far = distance(word, name)
  const isSwapped = far === 2 && [...word].sort().join('') === [...name].sort().join('')
  return isSwapped ? 1 : far
}

/** A line with more characters than this is not a title, and comparing takes longer the longer it is. */
const longest = 400
