/** Tells lists of people, one a line, from wrapped paragraphs: addressees, signatures, inspectors. */

import type { SourceLine } from './change'

/** `Dr Mac Heath, Director of …`, `Olivia Pinkney QPM, Chief Constable`, `Mary Doyle (Chair)`. */
const person =
  /^\s*(?:(?:Dr|Mrs?|Ms|Miss|Prof(?:essor)?|Cllr|Councillor|Sir|Dame|Lord|Lady|Baroness|Rt Hon)\.?\s+)*\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|van|von|der|al|ap|el)\b|\s+\p{Lu}[\p{L}'’.-]*){1,4}(?:,\s|\s\()/u

/**
 * Do neighbouring lines name people, one a line? They begin with one, at least one more line does, and no
 * sentence ends among them.
 */
export function listsPeople(lines: readonly SourceLine[]): boolean {
  if (!namesPerson(lines[0]?.text ?? '')) return false
  const people = lines.filter(({ text }) => namesPerson(text)).length
  return people > 1 && !lines.some(({ text }) => /[.?!;]\s*$|[.?!] \p{Lu}\p{Ll}/u.test(text))
}

/** Begins the line with a person's name and, behind a comma or in brackets, what they are? */
export function namesPerson(line: string): boolean {
  return person.test(line)
}
