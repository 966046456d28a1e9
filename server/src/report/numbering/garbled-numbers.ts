/** Reads paragraph numbers that are mistyped: "13, Text", "13.. Text", "1O. Text", "12a. Text". */

import { type Span, textSpan } from '../../text/span'
import type { Block } from '../model'

export interface GarbledNumber {
  readonly number: number
  /** The text in place of the number, with its full stop. */
  readonly label: Span & { readonly text: string }
  /** Where the text of the paragraph begins. */
  readonly textStart: number
}

const pattern = /^(\d[\dOoIl]{0,2})([a-z]?)([.,:;]{1,3})\s+(?=\p{Lu})/u

/**
 * The number with which the block begins, undefined where it begins with none or with a correct one.
 *
 * "12a" is the number after 12, since it is used where one is left out.
 */
export function garbledNumber(
  text: string,
  { kind, content: { start, end } }: Block,
): GarbledNumber | undefined {
  if (kind !== 'paragraph' && kind !== 'item') return undefined
  const code = text.charCodeAt(start)
  if (code < 48 || code > 57) return undefined
  const match = pattern.exec(text.slice(start, Math.min(end, start + 16)))
  if (match === null) return undefined
  const [whole, digits = '', letter = '', stops = ''] = match
  const written = digits.replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
  if (written === digits && letter === '' && stops === '.') return undefined
  const label = textSpan(text, start, start + digits.length + letter.length + stops.length)
  const number = Number(written) + (letter === '' ? 0 : 1)
  return { number, label, textStart: start + whole.length }
}
