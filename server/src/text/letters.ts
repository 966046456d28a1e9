/**
 * What kind of character is at a place, by its UTF-16 code unit.
 *
 * The same as `\p{L}`, `\p{Lu}` and `\p{Ll}`. Those patterns cost a millisecond to compile, which the first
 * check would have to wait for; here they are compiled only for letters beyond the Latin ones.
 */

/** A digit from 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A letter of any script. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122
  return !isPunctuation(code) && /\p{L}/u.test(String.fromCharCode(code))
}

/** A capital letter. */
export function isUpperLetter(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  return !isPunctuation(code) && /\p{Lu}/u.test(String.fromCharCode(code))
}

/** A lower-case letter. */
export function isLowerLetter(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  return !isPunctuation(code) && /\p{Ll}/u.test(String.fromCharCode(code))
}

/** Not part of a word: no-break space, and the dashes, quotation marks and bullets that reports are full of. */
export function isPunctuation(code: number): boolean {
  return code <= 0xa9 || (code >= 0x2000 && code <= 0x206f)
}

/** The stretches of the text that consist only of such characters, in order. */
export function runsOf(text: string, isPart: (code: number) => boolean): readonly string[] {
  const runs: string[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const isIn = at < text.length && isPart(text.charCodeAt(at))
    if (isIn && start === -1) start = at
    if (isIn || start === -1) continue
    runs.push(text.slice(start, at))
    start = -1
  }
  return runs
}

/** The words with a capital letter at their beginning. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
