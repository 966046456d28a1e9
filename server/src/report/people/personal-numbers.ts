/** NHS numbers and the numbers of cases in running text. */

import { runEnd } from '../../text/runs'
import type { Span } from '../../text/span'

/** How far before a number its name may be, in UTF-16 units. */
const farthestName = 30

/** Is the number an NHS number: called so, or of the right form and with the right check digit? */
export function isNhsNumber(text: string, { start, end }: Span): boolean {
  const digits = text.slice(start, end).replace(/[^\d]/g, '')
  if (digits.length !== 10) return false
  if (/\bNHS\b/.test(text.slice(Math.max(0, start - farthestName), start))) return true
  // Issued in England, Wales and the Isle of Man; those of the other nations are called by their names.
  return /^[4679]/.test(digits) && hasCheckDigit(digits)
}

/** Weights from 10 down to 2, the sum taken from 11. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < 9; at++) sum += Number(digits.charAt(at)) * (10 - at)
  const check = 11 - (sum % 11)
  return check !== 10 && check % 11 === Number(digits.charAt(9))
}

/** What a number may be of that leads to one person, and how it is then called. */
const numberName =
  /\b(?:case|client|pupil|patient|person|child|hospital|file|record|insurance)(?:[’']s)? (?:number|no\.?|ref\.?|reference(?: number)?|id|identifier)\b|\b(?:UPN|ID|NI number)\b/gi

/** The numbers of cases and the like, which are called so: `case number 204417`, `UPN: A823432108001`. */
export function* caseNumbersIn(text: string, { start, end }: Span): Generator<Span> {
  const stretch = text.slice(start, end)
  for (const { index, 0: name } of stretch.matchAll(numberName)) {
    const after = runEnd(stretch, isBetween, index + name.length)
    value.lastIndex = stretch.startsWith('is ', after) ? after + 3 : after
    const [written = ''] = value.exec(stretch) ?? []
    if (written.replace(/[^\d]/g, '').length < fewestDigits) continue
    const to = start + value.lastIndex - (/[-/.]$/.test(written) ? 1 : 0)
    yield { start: to - written.replace(/[-/.]$/, '').length, end: to }
  }
}

/** Fewer are the place in a list, as in "case number 12". */
const fewestDigits = 4

const isBetween = (code: number) => ' \u00a0:.#('.includes(String.fromCharCode(code))

/** `204417`, `LCS/204-417`, `A823432108001`, `QQ 12 34 56 C`. */
const value = /[A-Z]{0,4}[-/ ]?\d[\dA-Za-z/.-]{0,20}(?: \d{2,4}){0,4}(?: [A-D](?![A-Za-z]))?/y
