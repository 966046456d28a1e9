/** Telephone numbers, e-mail addresses and postcodes in running text. */

import { isDigit, isLetter, isUpperLetter } from '../../text/letters'
import { runEnd, runStart } from '../../text/runs'
import type { Span } from '../../text/span'

/**
 * Is it the telephone number of a person: `01865 123456`, `+44 (0)7700 900123`? Not those that only organisations
 * have, which begin with 03, 08 or 09.
 */
export function isTelephone(number: string): boolean {
  return telephone.test(nationalNumber(number))
}

/**
 * A code of three to five digits, or a whole number of ten or eleven. No library: the smallest description of the
 * world's numbers is as large as a fifth of the server.
 */
const telephone = /^0[127]\d{8,9}$/

/** The digits of a number in the form that it has within the country; empty for one without a code at its start. */
function nationalNumber(written: string): string {
  const own = written.replace(/^(?:\+|00) ?44[ .-]?(?:\(0\) ?)?/, '0')
  const [code = ''] = own.split(/[^\d]+/).filter(group => group !== '')
  return code.length < shortestCode ? '' : own.replace(/[^\d]/g, '')
}

const shortestCode = 3

/** The longest number in UTF-16 units: `+44 (0) 7700 - 900 - 123`. */
const longestNumber = 26

/** The numbers in the stretch: digits with a space, hyphen, full stop or bracket between the groups, and a plus sign before them. */
export function* numbersIn(text: string, { start, end }: Span): Generator<Span> {
  for (let at = start; at < end; at++) {
    if (!isDigit(text.charCodeAt(at))) continue
    const from = Math.max(start, runStart(text, isBefore, at))
    let last = runEnd(text, isDigit, at, end)
    for (let next = nextGroup(text, last, end); next !== last; next = nextGroup(text, last, end))
      last = runEnd(text, isDigit, next, end)
    if (!isPartOfMore(text, from, last) && last - from <= longestNumber)
      yield { start: from, end: last }
    at = last
  }
}

const isBefore = (code: number) => code === 40 || code === 43

/** Is it part of a sum of money, a fraction, a date, or a word? */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)]
  if (isLetter(text.charCodeAt(start - 1)) || isLetter(text.charCodeAt(end))) return true
  return (before !== '' && '£$€/'.includes(before)) || (after !== '' && '/%'.includes(after))
}

const gaps = [' ', '\u00a0', '-', '\u2010', '\u2011', '.', ')', ' (', ') ', ' - '] as const

/** Where the next group of digits of the same number begins; `at` itself where there is none. */
function nextGroup(text: string, at: number, end: number): number {
  const gap = gaps.find(
    each => text.startsWith(each, at) && isDigit(text.charCodeAt(at + each.length)),
  )
  return gap === undefined || at + gap.length >= end ? at : at + gap.length
}

/** The e-mail addresses in the stretch. */
export function* mailAddressesIn(text: string, { start, end }: Span): Generator<Span> {
  for (let at = text.indexOf('@', start); at !== -1 && at < end; at = text.indexOf('@', at + 1)) {
    const from = Math.max(start, runStart(text, isMailbox, at))
    const to = withoutStops(text, at, runEnd(text, isDomain, at + 1, end))
    const dot = text.lastIndexOf('.', to - 1)
    if (from < at && dot > at + 1 && dot + 2 < to) yield { start: from, end: to }
  }
}

const isMailbox = (code: number) =>
  (code < 128 && isLetter(code)) || isDigit(code) || "._%+-'".includes(String.fromCharCode(code))
const isDomain = (code: number) =>
  (code < 128 && isLetter(code)) || isDigit(code) || code === 45 || code === 46

/** Without the full stop that ends the sentence. */
function withoutStops(text: string, least: number, end: number): number {
  let at = end
  while (at > least && '.-'.includes(text.charAt(at - 1))) at--
  return at
}

/** The postcodes in the stretch, in capitals as they are written: `M1 2WD`, `SW1A 1AA`. */
export function* postcodesIn(text: string, { start, end }: Span): Generator<Span> {
  for (const { index, 0: code } of text.slice(start, end).matchAll(postcode)) {
    const from = start + index
    const to = from + code.length
    if (!isWordPart(text, from - 1) && !isWordPart(text, to)) yield { start: from, end: to }
  }
}

/**
 * Area and district, then sector and unit, which never has C, I, K, M, O or V. Written out here, since the
 * packages for it accept small letters and any white space, and so find postcodes in "in2 3rd".
 */
const postcode = /[A-PR-UWYZ][A-Z]?\d[A-Z\d]?[ \u00a0]\d[ABD-HJLNP-UW-Z]{2}/g

function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isDigit(code) || isLetter(code) || isUpperLetter(code)
}
