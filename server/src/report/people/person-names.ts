/** Names of people: what they look like, and the titles before them. */

import { isLowerLetter, isUpperLetter } from '../../text/letters'

/** Titles before a name, without a full stop. */
export const personTitles: ReadonlySet<string> = new Set(
  'Dr Mr Mrs Ms Miss Mx Prof Professor Rev Reverend Cllr Councillor Sir Dame Lord Lady Baroness Rt Hon'.split(
    ' ',
  ),
)

/** Small words within names. */
const particles: ReadonlySet<string> = new Set(['de', 'van', 'von', 'der', 'al', 'ap', 'el'])
const [fewestNames, mostNames] = [2, 5]

/**
 * Does the line begin with a person's name, followed after a comma or in brackets by what they are? `Dr Mac
 * Heath, Director of …`, `Olivia Pinkney QPM, Chief Constable`, `Mary Doyle (Chair)`.
 */
export function namesPerson(line: string): boolean {
  const words = line.trimStart().split(/\s+/)
  const names: string[] = []
  for (const [at, word] of words.entries()) {
    if (word.startsWith('(')) return isPerson(names)
    const isLast = word.endsWith(',') && at + 1 < words.length
    const name = isLast ? word.slice(0, -1) : word
    if (!isCapitalName(name) && !isParticle(name)) return false
    names.push(name)
    if (isLast) return isPerson(names)
  }
  return false
}

/** A few names, the first with a capital, after any number of titles, which may also be names. */
function isPerson(words: readonly string[]): boolean {
  for (const [at, word] of words.entries()) {
    const count = words.length - at
    if (count < fewestNames) return false
    if (count <= mostNames && isCapitalName(word)) return true
    if (!personTitles.has(word.replace(/\.$/, ''))) return false
  }
  return false
}

function isCapitalName(word: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*$/u.test(word)
}

/** `de`, `van`: a small word within a name. */
export function isParticle(word: string): boolean {
  return particles.has(word)
}

/** A capital and a small letter, as a name begins in running text: `Smith`, `O’Neill`, but not `CAMHS` or `ICBs`. */
export function isNameWord(word: string): boolean {
  if (!isUpperLetter(word.charCodeAt(0)) || word.length < 2) return false
  const second = word.charCodeAt(1)
  return isLowerLetter(second) || (isApostrophe(second) && isUpperLetter(word.charCodeAt(2)))
}

const isApostrophe = (code: number) => code === 39 || code === 0x2019
