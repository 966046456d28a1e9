/** Distinguishes lists of people, one a line, from wrapped paragraphs: addressees, signatures, inspectors. */

import type { SourceLine } from '../change'

const titles: ReadonlySet<string> = new Set(
  'Dr Mr Mrs Ms Miss Prof Professor Cllr Councillor Sir Dame Lord Lady Baroness Rt Hon'.split(' '),
)
/** Small words within names. */
const particles: ReadonlySet<string> = new Set(['de', 'van', 'von', 'der', 'al', 'ap', 'el'])
const [fewestNames, mostNames] = [2, 5]

/**
 * Do neighbouring lines name people, one on each? The first does, at least one more does,
 * and no sentence ends among them.
 */
export function listsPeople(lines: readonly SourceLine[]): boolean {
  if (!namesPerson(lines[0]?.text ?? '')) return false
  const people = lines.filter(({ text }) => namesPerson(text)).length
  return people > 1 && !lines.some(({ text }) => /[.?!;]\s*$|[.?!] \p{Lu}\p{Ll}/u.test(text))
}

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
    if (!isCapitalName(name) && !particles.has(name)) return false
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
    if (!titles.has(word.replace(/\.$/, ''))) return false
  }
  return false
}

function isCapitalName(word: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*$/u.test(word)
}
