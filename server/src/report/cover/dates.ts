/**
 * Reads the dates of cover fields.
 *
 * No date library: a cover field holds one of a handful of forms that people write by hand ("7 – 18
 * March 2011"), most of them ranges that libraries do not know, and it is read at each keystroke.
 */

import { distance } from 'fastest-levenshtein'
import { isDigit, isLetter } from '../../text/letters'
import { isSpace } from '../../text/span'
import { skip } from './cover-lines'

/** Days as ISO dates (`2011-05-06`); `from` and `to` are the same for a single day. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

export type DateReading =
  | { readonly kind: 'dates'; readonly range: DateRange }
  /** Right as far as it goes, but it cannot be compared: "13-24 September", "May 2011". */
  | { readonly kind: 'partial'; readonly yearless: Yearless | undefined }
  | { readonly kind: 'wrong'; readonly fault: DateFault }

/** First and last day of a range that names no year. */
export interface Yearless {
  readonly from: { readonly day: number; readonly month: number }
  readonly to: { readonly day: number; readonly month: number }
}

export type DateFault =
  | { readonly kind: 'unreadable' }
  /** It could still become a date: "6 Ma", "7 March 2011 to". */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'no-such-day'; readonly month: number; readonly days: number }
  | { readonly kind: 'no-such-month'; readonly month: number }
  /** `start` and `end` are offsets in the text that was read. */
  | {
      readonly kind: 'misspelt-month'
      readonly start: number
      readonly end: number
      readonly name: string
    }

interface Token {
  readonly kind: 'number' | 'word' | 'mark'
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Day {
  day: number | undefined
  month: number | undefined
  year: number | undefined
}

export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const months = monthNames.map(name => name.toLowerCase())
/** From Monday, as a week in Britain begins. */
export const weekdayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]
const weekdays = weekdayNames.map(name => name.toLowerCase())
const ranges = new Set('to and until till plus & - ‐ ‑ ‒ – — − /'.split(' '))
const weeks = new Set(['week', 'weeks', 'w'])
const fillers = new Set(
  'from between on the of then inclusive week weeks commencing beginning starting w c . ,'.split(
    ' ',
  ),
)
const unreadable: DateReading = { kind: 'wrong', fault: { kind: 'unreadable' } }
const unfinished: DateReading = { kind: 'wrong', fault: { kind: 'unfinished' } }

/**
 * What the text says as a day or a range of days: `readDates('7 – 18 March 2011')` is the range from
 * `2011-03-07` to `2011-03-18`. A range may run backwards. Anything in round brackets is left out. Dates among
 * other words are right, but it is not known what happened on them.
 */
export function readDates(text: string): DateReading {
  const tokens = tokensOf(text)
  const reading = readTokens(tokens)
  const isUnread =
    (reading.kind === 'wrong' && reading.fault.kind === 'unreadable') || tokens.some(isCount)
  return isUnread && holdsDates(tokens) ? { kind: 'partial', yearless: undefined } : reading
}

/** Are there dates between the other words, and otherwise only short numbers, as in "in 2 weeks from"? */
function holdsDates(tokens: readonly Token[]): boolean {
  const pieces: Token[][] = [[]]
  for (const [at, token] of tokens.entries()) {
    if (isOfDate(token) && !isCount(token, at, tokens)) pieces.at(-1)?.push(token)
    else pieces.push([])
  }
  if (pieces.length === 1) return false
  const readings = pieces
    .filter(piece => piece.some(({ kind, text }) => kind === 'number' && text.length > 2))
    .map(piece => readTokens(piece.slice(0, piece.findLastIndex(isNoRange) + 1)))
  return (
    readings.some(({ kind }) => kind === 'dates') && readings.every(({ kind }) => kind !== 'wrong')
  )
}

function isOfDate({ kind, text }: Token): boolean {
  if (kind === 'number' || ranges.has(text) || fillers.has(text)) return true
  return isWeekday(text) || monthOf(text) !== undefined
}

/** The "2" of "2 weeks". */
function isCount({ kind }: Token, at: number, tokens: readonly Token[]): boolean {
  return kind === 'number' && weeks.has(tokens[at + 1]?.text ?? '')
}

const isNoRange = ({ text }: Token) => !ranges.has(text)

function readTokens(tokens: readonly Token[]): DateReading {
  const days: Day[] = []
  let current: Day = { day: undefined, month: undefined, year: undefined }
  let isOpen = false
  const close = () => {
    if (isEmpty(current)) return
    days.push(current)
    current = { day: undefined, month: undefined, year: undefined }
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const isLast = at === tokens.length - 1
    isOpen = false
    if (token.kind === 'number') {
      const numeric = numericDay(tokens, at)
      if (numeric !== undefined) {
        if (!isEmpty(current)) return unreadable
        current = numeric
        at += 4
      } else if (token.text.length <= 2) {
        const number = Number(token.text)
        if (current.day !== undefined && current.month === undefined) {
          // "7, 8 March 2011"
          if (tokens[at - 1]?.text !== ',') return unreadable
          close()
          current.day = number
        } else if (current.day === undefined) current.day = number
        else if (current.year === undefined && tokens[at - 1]?.text !== ',')
          current.year = number + 2000
        else if (tokens[at - 1]?.text === ',') {
          close()
          current.day = number
        } else return unreadable
      } else if (
        token.text.length === 4 &&
        current.month !== undefined &&
        current.year === undefined
      ) {
        current.year = Number(token.text)
      } else return isLast && token.text.length === 3 ? unfinished : unreadable
    } else if (ranges.has(token.text)) {
      close()
      isOpen = days.length > 0
    } else if (token.text === ';') close()
    else if (!fillers.has(token.text) && !isWeekday(token.text)) {
      const month = monthOf(token.text)
      if (month === undefined)
        return notAMonth(token, isLast && (days.length > 0 || !isEmpty(current)))
      if (current.month !== undefined) return unreadable
      current.month = month
    }
  }
  close()
  return isOpen ? unfinished : reading(days)
}

/** The range with the year put in: the latest that does not end after `latest`, an ISO date. */
export function withYear(yearless: Yearless, latest: string): DateRange {
  const { from, to } = yearless
  let year = Number(latest.slice(0, 4))
  if (iso(to.day, to.month, year) > latest) year--
  return {
    from: iso(from.day, from.month, wrapsYear(from.month, to.month) ? year - 1 : year),
    to: iso(to.day, to.month, year),
  }
}

/**
 * The year that the text begins with, or the last of several ("2010, 2011"); undefined if it begins with none.
 */
export function readYear(text: string): DateRange | undefined {
  const years = text.match(/\d+/g)
  const year = years?.at(-1)
  if (year === undefined || !isYear(Number(year)) || !/^[\d\s,–-]+\.?$/.test(text)) return undefined
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** A day as it is written in a report: `writtenDay('2011-05-06')` is `6 May 2011`. */
export function writtenDay(day: string): string {
  return `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`
}

/** Does the text begin as a date does: with a digit, a month, a weekday, "from", "week commencing"? */
export function beginsAsDate(text: string): boolean {
  const [first] = tokensOf(text.slice(0, 24))
  if (first === undefined) return false
  if (first.kind === 'number' || weeks.has(first.text)) return true
  return monthOf(first.text) !== undefined || isWeekday(first.text) || first.text === 'from'
}

function reading(days: readonly Day[]): DateReading {
  const last = days.at(-1)
  if (last === undefined) return unreadable
  if (days.every(each => each.day === undefined && each.month !== undefined))
    return { kind: 'partial', yearless: undefined }
  if (last.month === undefined) return unfinished
  const firstYear = days.find(each => each.year !== undefined)?.year
  if (last.year === undefined && firstYear !== undefined) {
    const first = days[0] as Day
    last.year = wrapsYear(first.month ?? last.month, last.month) ? firstYear + 1 : firstYear
  }
  let next = last
  for (const each of [...days].reverse()) {
    each.month ??= next.month as number
    if (each.year === undefined && next.year !== undefined)
      each.year = wrapsYear(each.month, next.month as number) ? next.year - 1 : next.year
    const fault = faultOf(each)
    if (fault !== undefined) return fault
    next = each
  }
  const [from, to] = [days[0], last] as [Required<Day>, Required<Day>]
  if (last.year === undefined) {
    return {
      kind: 'partial',
      yearless: {
        from: { day: from.day as number, month: from.month as number },
        to: { day: to.day as number, month: to.month as number },
      },
    }
  }
  return { kind: 'dates', range: { from: isoOf(from), to: isoOf(to) } }
}

function faultOf({ day, month, year }: Day): DateReading | undefined {
  if (day === undefined || month === undefined) return unreadable
  if (year !== undefined && !isYear(year)) return unreadable
  if (month < 1 || month > 12) return { kind: 'wrong', fault: { kind: 'no-such-month', month } }
  const days = daysIn(month, year ?? 2000)
  if (day >= 1 && day <= days) return undefined
  return { kind: 'wrong', fault: { kind: 'no-such-day', month, days } }
}

/** "12/09/2016", "12.09.16", "12-09-2016" or "2016-09-12", written without spaces. */
function numericDay(tokens: readonly Token[], at: number): Day | undefined {
  const parts = tokens.slice(at, at + 5)
  const [first, mark, second, mark2, third] = parts
  if (first === undefined || second === undefined || third === undefined) return undefined
  if (second.kind !== 'number' || third.kind !== 'number') return undefined
  if (mark?.text !== mark2?.text || !['/', '.', '-'].includes(mark?.text ?? '')) return undefined
  if (third.end - first.start !== parts.reduce((sum, part) => sum + part.text.length, 0))
    return undefined
  const [a, b, c] = [first, second, third].map(part => Number(part.text)) as [
    number,
    number,
    number,
  ]
  if (first.text.length === 4) return { year: a, month: b, day: c }
  if (third.text.length === 4) return { day: a, month: b, year: c }
  return third.text.length === 2 && mark?.text !== '-'
    ? { day: a, month: b, year: c + 2000 }
    : undefined
}

function notAMonth(token: Token, canGoOn: boolean): DateReading {
  if (canGoOn && months.some(name => name.startsWith(token.text))) return unfinished
  if (token.text.length < 3) return unreadable
  const near = months.filter(name => distance(name, token.text) <= (name.length > 4 ? 2 : 1))
  const month = near.length === 1 ? months.indexOf(near[0] as string) : -1
  if (month === -1) return unreadable
  const name = monthNames[month] as string
  return {
    kind: 'wrong',
    fault: { kind: 'misspelt-month', start: token.start, end: token.end, name },
  }
}

/** Numbers, words in lower case and single marks; white space, ordinal endings and brackets left out. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (let start = 0; start < text.length; ) {
    const kind = kindAt(text, start)
    const end = endOfToken(text, start, kind)
    const before = tokens.at(-1)
    const isOrdinal =
      kind === 'word' &&
      before?.kind === 'number' &&
      before.end === start &&
      ordinals.has(text.slice(start, end).toLowerCase())
    if (kind !== 'gap' && !isOrdinal)
      tokens.push({ kind, text: text.slice(start, end).toLowerCase(), start, end })
    start = end
  }
  return tokens
}

const ordinals = new Set(['st', 'nd', 'rd', 'th'])

function kindAt(text: string, at: number): Token['kind'] | 'gap' {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return 'number'
  if (isLetter(code)) return 'word'
  const isMark = code !== 40 && code !== 42 && code !== 95 && !isSpace(code)
  return isMark && (code < 128 || !/\s/.test(text.charAt(at))) ? 'mark' : 'gap'
}

function endOfToken(text: string, start: number, kind: Token['kind'] | 'gap'): number {
  if (kind === 'number') return skip(text, start, text.length, isDigit)
  if (kind === 'word') return skip(text, start, text.length, isLetter)
  if (text.charCodeAt(start) !== 40) return start + 1
  const close = text.indexOf(')', start)
  return close === -1 ? text.length : close + 1
}

function monthOf(word: string): number | undefined {
  const short = word === 'sept' ? 'sep' : word
  const index = months.findIndex(
    name => name === short || (short.length === 3 && name.startsWith(short)),
  )
  return index === -1 ? undefined : index + 1
}

function isWeekday(word: string): boolean {
  return (
    word.length >= 3 &&
    weekdays.some(name => name === word || (word.length <= 5 && name.startsWith(word)))
  )
}

/** Does a range from one month to the other run over the end of a year, for five months at most? */
function wrapsYear(from: number, to: number): boolean {
  return from - to >= 7
}

function isYear(year: number): boolean {
  return year >= 1900 && year <= 2199
}

function isEmpty({ day, month, year }: Day): boolean {
  return day === undefined && month === undefined && year === undefined
}

/** From 0, for Monday, to 6: the weekday of a day of the calendar. */
export function weekdayOf(day: number, month: number, year: number): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

/** How many days a month, from 1 to 12, has in that year. */
export function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isoOf(day: Day): string {
  return iso(day.day as number, day.month as number, day.year as number)
}

function iso(day: number, month: number, year: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
