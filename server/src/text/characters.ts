/** Characters that some copies of a text have in place of others, or that are invisible. */

import { type IsPart, oneOf } from './runs'
import type { Span } from './span'

/**
 * The text with its ligatures taken apart, and without characters that take up no room: soft hyphens, joiners,
 * direction marks, byte-order marks. Most texts have none of them.
 *
 * `plainLetters('ﬁnd\u00adings')` is `findings`.
 */
export function plainLetters(text: string): string {
  if (!unusual.test(text)) return text
  return text
    .replace(joined, each => apart[each.charCodeAt(0) - firstJoined] as string)
    .replace(unseen, '')
}

/** For each character of `plainLetters(text)`, where it is in the text; one of a ligature, where that is. */
export function plainPlaces(text: string): Int32Array {
  const places: number[] = []
  for (let at = 0; at < text.length; at++)
    for (let letter = plainLetters(text.charAt(at)).length; letter > 0; letter--) places.push(at)
  return Int32Array.from(places)
}

const firstJoined = 0xfb00
const apart = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']
const unusual = /[\u00ad\u200b-\u200f\u2060\ufb00-\ufb06\ufeff]/
const joined = /[\ufb00-\ufb06]/g
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** A text as it is read. */
export interface CommonText {
  /** The text without invisible characters and what else is left out. */
  readonly seen: string
  /** The same at the same offsets, with common characters and line ends in place of those like them. */
  readonly common: string
  /**
   * Where an offset of these two lies in the text as written: after the character before it. Undefined where
   * that is the same, as in most texts.
   */
  readonly written: ((offset: number) => number) | undefined
}

/**
 * The text without soft hyphens, joiners, direction marks and byte-order marks (except one at its start), with
 * common spaces in place of those of other widths, and with apostrophes in place of what is used for them
 * between letters. What is `leftOut` is left out too.
 */
export function commonText(text: string, leftOut: readonly Span[] = []): CommonText {
  if (leftOut.length === 0 && !rare.test(text)) {
    const common = text.includes('\u00a0') ? text.replace(otherSpaces, ' ') : text
    const joined = common.includes('`') ? common.replace(otherApostrophes, '’') : common
    return { seen: text, common: commonLineEnds(joined), written: undefined }
  }
  const { seen, written } = without(text, [...unseenIn(text), ...leftOut])
  const common = commonSpaces(seen).replace(otherApostrophes, '’')
  return { seen, common: commonLineEnds(common), written }
}

/** A line may end with `\r` alone, as on old Macs and in a cut `\r\n`. */
function commonLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
}

/** The text with common spaces in place of all others, at the same offsets. */
export function commonSpaces(text: string): string {
  return text.replace(otherSpaces, ' ')
}

/**
 * Spaces of other widths and scripts, and what breaks a line within a paragraph: the vertical tab of Word, the line
 * and paragraph separators, the next line of mainframes. Editors and the protocol count none of them as line ends.
 */
const otherSpaces = /[\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
/** An opening quotation mark between letters is an apostrophe turned the wrong way. */
const otherApostrophes = /(?<=\p{L})[`\u00b4\u02b9\u02bc\u2018\u201b\u2032\uff07](?=\p{L})/gu
/**
 * All of these except the two that are found much faster by themselves, so that most texts need only one
 * search.
 */
const rare =
  /[\v\u0085\u00ad\u00b4\u02b9\u02bc\u1680\u2000-\u200f\u201b\u2028\u2029\u202f\u2032\u205f\u2060\u3000\ufeff\uff07]/

/** Invisible characters, in order. */
function unseenIn(text: string): readonly Span[] {
  const runs = text.matchAll(/[\u00ad\u200b-\u200f\u2060]+|(?!^)\ufeff+/g)
  return [...runs].map(({ index, 0: run }) => ({ start: index, end: index + run.length }))
}

/** The text without some stretches of it, which may overlap, and the way back. */
function without(text: string, stretches: readonly Span[]): Pick<CommonText, 'seen' | 'written'> {
  if (stretches.length === 0) return { seen: text, written: undefined }
  let seen = ''
  const places: number[] = []
  let at = 0
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    seen += text.slice(at, Math.max(at, start))
    for (; at < start; at++) places.push(at + 1)
    at = Math.max(at, end)
  }
  seen += text.slice(at)
  for (; at < text.length; at++) places.push(at + 1)
  const offsets = [0, ...places.slice(0, -1), text.length]
  return { seen, written: offset => offsets[offset] ?? text.length }
}

const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const loweredFigures = '₀₁₂₃₄₅₆₇₈₉'

/** The text with its digits and signs raised: `2011³`. */
export function raised(text: string): string {
  return inFigures(text, raisedFigures, '⁺', '⁻')
}

/** The text with its digits and signs lowered: `CO₂`. */
export function lowered(text: string): string {
  return inFigures(text, loweredFigures, '₊', '₋')
}

function inFigures(text: string, figures: string, plus: string, minus: string): string {
  return Array.from(text, each => {
    if (each === '+') return plus
    if (each === '-' || each === '−') return minus
    return /^\d$/.test(each) ? figures.charAt(Number(each)) : each
  }).join('')
}

/** Is the UTF-16 code unit a raised digit? */
export const isRaisedDigit: IsPart = oneOf(raisedFigures)
