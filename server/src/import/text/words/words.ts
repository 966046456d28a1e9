/** Compares texts by their words alone. */

import { plainLetters } from '../../../text/characters'
import { wordsIn } from '../../../text/words'

/** The words and numbers of a text, in order, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return wordsIn(plainLetters(text).normalize('NFC'))
}

/** Do both texts have the same words, each the same number of times, in any order? */
export function haveSameWords(a: string, b: string): boolean {
  const first = [...wordsOf(a)].sort()
  const second = [...wordsOf(b)].sort()
  return first.length === second.length && first.every((word, at) => word === second[at])
}
