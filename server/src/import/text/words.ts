/** Compares texts by their words alone. */

import { plainLetters } from '../../text/characters'

/** The words and numbers of a text, without marks, in order. */
export function wordsOf(text: string): readonly string[] {
  return (
    plainLetters(text)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Have both texts the same words, each as often, in whatever order? */
export function haveSameWords(a: string, b: string): boolean {
  const first = [...wordsOf(a)].sort()
  const second = [...wordsOf(b)].sort()
  return first.length === second.length && first.every((word, at) => word === second[at])
}
