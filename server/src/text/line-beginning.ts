/**
 * How a line begins: indent, heading or quotation marks, bullet, number or letter, and where its text starts.
 *
 * The one answer to that question for parser, import, formatting and, in the client, Enter and Tab. It reads one
 * line and knows no others: whether "12 Text" is a paragraph with its number or a sentence about twelve things
 * is for the lines around it to decide.
 */

import { isDigit } from './letters'
import { isSpace, type Span } from './span'

/** The beginning of one line. All offsets are those of the text that the line is in. */
export interface LineBeginning {
  /** The first character that is not white space; the line's end if there is none. */
  readonly from: number
  /** How many `#` make the line a heading; 0 for any other line. */
  readonly heading: number
  /** Is there a `>` before everything but white space? */
  readonly isQuoted: boolean
  readonly bullet: Mark | undefined
  /** After the bullet, if there is one: `- 12. Text`. */
  readonly label: Label | undefined
  /**
   * Where the text begins: after all marks, and after a label other than a number without a full stop or bracket,
   * which may be the text's own ("12 schools").
   */
  readonly textStart: number
}

/** A mark without the white space after it. */
export interface Mark extends Span {
  /** After the white space. */
  readonly next: number
}

/** The number or letter of a paragraph, an item or a heading: `12.`, `12`, `12)`, `1.1`, `(a)`, `a)`, `iv.`. */
export interface Label extends Mark {
  /** The digits or letters, with the full stops between but without what is around them. */
  readonly value: Span
  /** How many numbers it consists of: 1 for `12.`, 2 for `1.1`, 0 for letters. */
  readonly depth: number
  readonly isOpened: boolean
  /** What ends it; `12\.`, with which Markdown exports keep a number from becoming a list, ends with a full stop. */
  readonly closing: '' | '.' | ')'
}

/** Reads the line of `text` from `start` up to `end`, where its line end or the text's own end is. */
export function lineBeginning(text: string, start = 0, end = text.length): LineBeginning {
  const from = afterSpace(text, start, end)
  let at = from
  let isQuoted = false
  for (; text.charCodeAt(at) === 62 && at < end; at = afterSpace(text, at + 1, end)) isQuoted = true
  const heading = headingMarks(text, at, end)
  if (heading > 0) at = afterSpace(text, at + heading, end)
  const bullet = heading > 0 ? undefined : bulletAt(text, at, end)
  if (bullet !== undefined) at = bullet.next
  const label = labelAt(text, at, end)
  const textStart = label === undefined || isBare(label) ? at : label.next
  return { from, heading, isQuoted, bullet, label, textStart }
}

/** Is it a number that nothing closes, such as `12`? The lines around it decide whether it is a label. */
export function isBare({ depth, closing }: Label): boolean {
  return depth === 1 && closing === ''
}

/** Is it written like the number of a paragraph: `12.`, `12`, `1.1`, `1.1.`? */
export function isNumber({ depth, isOpened, closing }: Label): boolean {
  return depth > 0 && !isOpened && closing !== ')'
}

/**
 * Does the line begin like an item of a list: with a bullet, or with a letter or number such as `(a)`, `iv.` or
 * `2)`? `- 12. Text` does, and is a numbered paragraph where the numbers around it say so.
 */
export function isListItem({ heading, isQuoted, bullet, label }: LineBeginning): boolean {
  if (heading > 0 || isQuoted) return false
  return bullet !== undefined || (label !== undefined && !isNumber(label))
}

/** Is the character used as a bullet, in Markdown, in Word, or in the symbol fonts of a PDF? */
export function isBullet(code: number): boolean {
  if (code < 128) return code === 42 || code === 43 || code === 45
  return (
    (code >= 0x25a0 && code <= 0x25ff) || (code >= 0xf000 && code <= 0xf0ff) || bullets.has(code)
  )
}

/** Dashes, dots, and Word's arrows, ticks and diamonds; the squares and circles are a range of their own. */
const bullets: ReadonlySet<number> = new Set(
  Array.from('–•‣⁃∙·❖➔➜➢➤✓✔', each => each.charCodeAt(0)),
)

function headingMarks(text: string, at: number, end: number): number {
  let after = at
  while (after < end && text.charCodeAt(after) === 35) after++
  const isGap = after === end || isSpace(text.charCodeAt(after))
  return isGap && after - at <= 6 ? after - at : 0
}

function bulletAt(text: string, at: number, end: number): Mark | undefined {
  if (at >= end) return undefined
  const code = text.charCodeAt(at)
  const next = afterSpace(text, at + 1, end)
  const isApart = next > at + 1 || next === end
  const isSign = isBullet(code) && (isApart || isClosedNumber(text, next, end))
  return isSign || (isApart && isBulletLetter(text, code, at + 1, next, end))
    ? { start: at, end: at + 1, next }
    : undefined
}

/** `-12. Text`: only a number may be this close to its bullet. */
function isClosedNumber(text: string, at: number, end: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false
  const label = labelAt(text, at, end)
  return label !== undefined && !isBare(label)
}

/**
 * The letters that stand in for Word's bullets where their font is lost: `o`, and before a capital letter or a
 * tab also `n` and `§`. "o f" is a word that is torn apart.
 */
function isBulletLetter(
  text: string,
  code: number,
  gap: number,
  next: number,
  end: number,
): boolean {
  if (code !== 111 && code !== 110 && code !== 0xa7) return false
  if (next === end) return code === 111
  if (next - gap > 1 || text.charCodeAt(gap) === 9 || isCapital(text.charCodeAt(next))) return true
  return code === 111 && isSmall(text.charCodeAt(next)) && isSmall(text.charCodeAt(next + 1))
}

function labelAt(text: string, at: number, end: number): Label | undefined {
  const isOpened = text.charCodeAt(at) === 40
  const first = isOpened ? at + 1 : at
  if (first >= end) return undefined
  const isNumbered = isDigit(text.charCodeAt(first))
  const value = isNumbered ? numbersAt(text, first, end) : lettersAt(text, first, end)
  if (value === undefined) return undefined
  // Markdown exports write "12\.".
  const sign = text.charCodeAt(value.end) === 92 ? value.end + 1 : value.end
  const code = sign < end ? text.charCodeAt(sign) : 0
  const closing = code === 46 ? '.' : code === 41 ? ')' : ''
  if (closing === '' && sign > value.end) return undefined
  if (isOpened ? closing !== ')' : closing === '' && !isNumbered) return undefined
  const after = closing === '' ? value.end : sign + 1
  const next = afterSpace(text, after, end)
  const isApart = next > after || next === end
  if (!isApart && (closing !== '.' || !isNumbered || !beginsText(text.charCodeAt(next))))
    return undefined
  const { depth } = value
  const label: Label = { start: at, end: after, next, value, depth, isOpened, closing }
  return isLikely(text, label, end) ? label : undefined
}

/**
 * A bracket that nothing opens may close one in the line before ("(see paragraph / 12) and", "(annex / 1)"), and
 * a letter with a full stop may be a word's ("i. e."): such a label is one before white space or a capital.
 */
function isLikely(text: string, label: Label, end: number): boolean {
  const { value, depth, next, isOpened, closing } = label
  if (depth > 0 && closing !== ')') return true
  const length = value.end - value.start
  if (isOpened) return depth === 0 || length <= 2
  if (next === end) return next > label.end
  const isBeforeCapital = isCapital(text.charCodeAt(next))
  return depth > 0
    ? length <= 2 && isBeforeCapital
    : closing === ')' || length > 1 || isBeforeCapital
}

type Value = Span & { readonly depth: number }

/** `12`, `1.1`, `1.2.3`; undefined for what is longer than any number of a paragraph, and for `12.5%`. */
function numbersAt(text: string, start: number, end: number): Value | undefined {
  let at = start
  for (let depth = 1; depth <= 4; depth++) {
    const from = at
    while (at < end && isDigit(text.charCodeAt(at))) at++
    if (at - from > (depth === 1 ? 4 : 3)) return undefined
    if (text.charCodeAt(at) !== 46 || at + 1 >= end || !isDigit(text.charCodeAt(at + 1)))
      return { start, end: at, depth }
    at++
  }
  return undefined
}

/** A lower-case letter, the same one repeated (`aa` after `z`), or a Roman number up to `lxxxix`. */
function lettersAt(text: string, start: number, end: number): Value | undefined {
  let at = start
  while (at < end && at - start < 8 && isSmall(text.charCodeAt(at))) at++
  if (at === start) return undefined
  const letters = text.slice(start, at)
  const isRepeated = letters.length <= 4 && letters === letters.charAt(0).repeat(letters.length)
  return isRepeated || romanValue(letters) !== undefined ? { start, end: at, depth: 0 } : undefined
}

const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx']

/** 4 for `iv`; undefined for letters that are not a Roman number from 1 to 89. */
export function romanValue(letters: string): number | undefined {
  if (letters === '') return undefined
  // The longest beginning that is a number of tens.
  let ten = tens.length - 1
  while (!letters.startsWith(tens[ten] as string)) ten--
  const one = ones.indexOf(letters.slice((tens[ten] as string).length))
  return one === -1 ? undefined : ten * 10 + one
}

/** `iv` for 4, from 1 to 89; undefined for any other number. */
export function romanNumber(value: number): string | undefined {
  const [ten, one] = [tens[Math.floor(value / 10)], ones[value % 10]]
  return value < 1 || ten === undefined || one === undefined ? undefined : ten + one
}

function afterSpace(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

const isSmall = (code: number) => code >= 97 && code <= 122
const isCapital = (code: number) => code >= 65 && code <= 90

/** A capital, an opening quotation mark or any letter beyond ASCII. */
export function beginsText(code: number): boolean {
  return (
    isCapital(code) || code === 39 || code === 34 || code === 8216 || code === 8220 || code > 191
  )
}
