/** How far what is written is from a title in words: words too many, missing or misspelt. */

import { least } from '../text/lists'
import { normalNearness } from './near'

/** How far a title may be: half its words. A single word has to be the title's own. */
export function mostApart(title: readonly string[]): number {
  return title.length < 2 ? 0 : Math.max(1, Math.floor(title.length / 2))
}

/**
 * How far the words are from a title's: 1 for a word too many or misspelt, 2 for one that is missing. Undefined where
 * that is more than `most`.
 */
export function wordsApart(
  written: readonly string[],
  title: readonly string[],
  most: number,
): number | undefined {
  const difference = written.length - title.length
  if (difference > most || -difference * 2 > most) return undefined
  let before = title.map((_, at) => 2 * (at + 1))
  before.unshift(0)
  for (const [at, word] of written.entries()) {
    const row = [at + 1]
    for (const [place, wanted] of title.entries()) {
      const more = (before[place + 1] as number) + 1
      const fewer = (row[place] as number) + 2
      const other = (before[place] as number) + apart(word, wanted)
      row.push(Math.min(more, fewer, other))
    }
    if (least(row) > most) return undefined
    before = row
  }
  const found = before.at(-1) as number
  return found <= most ? found : undefined
}

/** 0 for the same word, 1 for a misspelt one, 3 for another. */
function apart(word: string, wanted: string): number {
  if (word === wanted) return 0
  return wanted.length > 3 && normalNearness(word, wanted) !== undefined ? 1 : 3
}
