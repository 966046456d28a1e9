/** How list items are counted other than in figures. */

/** The greatest numbers that Word writes in letters and in Roman numerals. */
const mostInLetters = 780
const mostInRoman = 32_767

/** a to z, then aa, bb, as Word counts; empty for a number below 1, figures for one that is too great. */
export function inLetters(number: number): string {
  if (!(number >= 1)) return ''
  if (number > mostInLetters) return String(number)
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.floor((number - 1) / 26) + 1)
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** i, ii, iii, iv; empty for a number below 1, figures for one that is too great. */
export function inRoman(number: number): string {
  if (!(number >= 1)) return ''
  if (number > mostInRoman) return String(number)
  let rest = number
  let text = ''
  for (const [value, written] of romans) {
    while (rest >= value) {
      text += written
      rest -= value
    }
  }
  return text
}
