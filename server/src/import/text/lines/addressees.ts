/** Distinguishes lists of people, one a line, from wrapped paragraphs: addressees, signatures, inspectors. */

import { namesPerson } from '../../../report/people/person-names'
import type { SourceLine } from '../change'

/**
 * Do neighbouring lines name people, one on each? The first does, at least one more does,
 * and no sentence ends among them.
 */
export function listsPeople(lines: readonly SourceLine[]): boolean {
  if (!namesPerson(lines[0]?.text ?? '')) return false
  const people = lines.filter(({ text }) => namesPerson(text)).length
  return people > 1 && !lines.some(({ text }) => /[.?!;]\s*$|[.?!] \p{Lu}\p{Ll}/u.test(text))
}
