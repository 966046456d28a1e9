/** Reads the dates in running text: those that are on no calendar, and those that came after the report. */

import type { Flow } from '../../text/flow'
import { isDigit, isLetter } from '../../text/letters'
import { isBlankSpace } from '../../text/runs'
import { beginsSentence } from '../../text/sentences'
import type { Span } from '../../text/span'
import { daysIn, monthNames, weekdayNames, weekdayOf } from '../cover/dates'

/** A day, or a month of a year, in a sentence: "Monday 7 March 2011", "31 June", "March 2031". */
export interface TextDate {
  /** From the weekday, if there is one, to the year, if there is one. */
  readonly span: Span
  /** From 1; undefined in "March 2031". */
  readonly day: number | undefined
  /** From 1 to 12. */
  readonly month: number
  readonly year: number | undefined
  /** From 0, for Monday, to 6, as it is written. */
  readonly weekday: number | undefined
}

/** Short names, which count only after a day: "31 Nov". "May" is whole. */
const shortMonths: readonly (readonly [name: string, month: number])[] = [
  ...monthNames.flatMap((name, at) =>
    name.length > 3 ? [[name.slice(0, 3), at + 1] as const] : [],
  ),
  ['Sept', monthNames.indexOf('September') + 1],
]

/**
 * The dates of the running text in its order, each with the name of its month, or in figures with its year:
 * "31/11/2024". "May" and "March" alone are not dates. Linear: each month's name is looked for by itself.
 */
export function datesInText(flow: Flow): readonly TextDate[] {
  const { text } = flow
  const found: TextDate[] = []
  for (const [index, name] of monthNames.entries()) {
    const beginning = name.slice(0, quicklyFound)
    let at = text.indexOf(beginning)
    while (at !== -1) {
      const end = at + name.length
      const date = text.startsWith(name, at) && dateAt(text, { start: at, end }, index + 1)
      if (date) found.push({ ...date, span: flow.placeOfSpan(date.span) })
      at = text.indexOf(beginning, end)
    }
  }
  for (const [name, month] of shortMonths)
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      const date = dateAt(text, { start: at, end: at + name.length }, month)
      if (date?.day !== undefined) found.push({ ...date, span: flow.placeOfSpan(date.span) })
    }
  for (let at = text.indexOf('/'); at !== -1; at = text.indexOf('/', at + 1)) {
    const date = inFiguresAt(text, at)
    if (date !== undefined) found.push({ ...date, span: flow.placeOfSpan(date.span) })
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** The date whose first oblique this is, "31/11/2024", "3/4/24"; undefined where the middle number is no month. */
function inFiguresAt(text: string, oblique: number): TextDate | undefined {
  inFigures.lastIndex = Math.max(0, oblique - 2)
  if (!isDigit(text.charCodeAt(inFigures.lastIndex))) inFigures.lastIndex++
  const match = inFigures.exec(text)
  if (match === null || match.index >= oblique) return undefined
  const [whole, day, month, year = ''] = match
  const start = match.index
  if (/[\d/.\p{L}-]/u.test(text.charAt(start - 1)) || Number(month) < 1 || Number(month) > 12)
    return undefined
  return {
    span: { start, end: start + whole.length },
    day: Number(day),
    month: Number(month),
    year: Number(year) + (year.length === 2 ? 2000 : 0),
    weekday: undefined,
  }
}

const inFigures = /(\d{1,2})\/(\d{1,2})\/((?:19|20|21)\d\d|\d\d)(?![\d/])/y

/** How many days the month has, where the day is not one of them: "31 June" gives 30. */
export function daysExceeded({ day, month, year }: TextDate): number | undefined {
  if (day === undefined) return undefined
  const days = daysIn(month, year ?? 2000)
  return day < 1 || (day > days && day <= mostSlip) ? days : undefined
}

/** A larger number before a month counts something: "45 May referrals". */
const mostSlip = 39

/** In UTF-16 units: V8 looks for longer words in another way, which takes twenty times as long. */
const quicklyFound = 6

/** The name of the weekday that the date is on, where another is written. */
export function rightWeekday(date: TextDate): string | undefined {
  const { day, month, year, weekday } = date
  if (day === undefined || year === undefined || weekday === undefined) return undefined
  if (daysExceeded(date) !== undefined) return undefined
  const right = weekdayOf(day, month, year)
  return right === weekday ? undefined : weekdayNames[right]
}

/**
 * Does the sentence report the date as past: "In March 2031 they reviewed it", "They reviewed it in March 2031", "It has
 * been so since March 2031"? A sentence about the future does not: "In March 2031 a new team, formed last year, will
 * open".
 */
export function isReportedAsPast(flow: Flow, date: TextDate): boolean {
  const { text } = flow
  const span = flow.within(date.span)
  const lead = text.slice(Math.max(0, span.start - longestLead), span.start)
  const rest = wordsOf(/^[^.;:!?]*/.exec(text.slice(span.end, span.end + 160))?.[0] ?? '')
  const before = wordsOf(lead.split(/[.;:!?]/).at(-1) ?? '')
  if (before.at(-1)?.toLowerCase() === 'since') return !rest.some(isFuture)
  const word = span.start - 3
  if (/^(?:In|On|By) $/.test(text.slice(word, span.start)) && beginsSentence(text, word)) {
    const verb = rest.slice(0, mostBeforeVerb).findIndex(isPast)
    return verb !== -1 && !rest.some(isFuture)
  }
  if (!/^(?:in|on)$/.test(before.at(-1) ?? '') || [...before, ...rest].some(isFuture)) return false
  // What is between the verb and the date may have a time of its own: "approved a plan that opens in May 2031".
  const clause = wordsOf(lead.split(/[,.;:!?()–—]/).at(-1) ?? '').slice(-mostBeforeDate)
  const verb = clause.findLastIndex(isPast)
  return (
    verb !== -1 && !clause.slice(verb + 1).some(each => links.has(each) || each.endsWith('ing'))
  )
}

/** In UTF-16 units: how much before a date belongs to its sentence. */
const longestLead = 160

/** A verb further from its date belongs to something else. */
const mostBeforeDate = 9

const isFuture = (word: string) => future.has(word.toLowerCase())

/** Words after a verb that begin another clause, or say what is to come. */
const links = new Set('that which who whose to for where before and but or until from'.split(' '))

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}’']+/u).filter(word => word !== '')
}

/** Where the verb comes later, the words before it may have verbs of their own. */
const mostBeforeVerb = 6

const future = new Set(
  'will would shall should may might can could is are has have planned intends intend expects expect expected due to be if when until target scheduled'.split(
    ' ',
  ),
)

function isPast(word: string): boolean {
  return /^\p{Ll}+ed$/u.test(word) || irregular.has(word)
}

const irregular = new Set(
  'was were had became began left took met made held gave found said told led set sent went came saw put wrote'.split(
    ' ',
  ),
)

function dateAt(text: string, name: Span, month: number): TextDate | undefined {
  if (isLetter(text.charCodeAt(name.end)) || isLetter(text.charCodeAt(name.start - 1)))
    return undefined
  const year = yearAfter(text, name.end)
  const day = dayBefore(text, name.start)
  if (day === undefined && year === undefined) return undefined
  const weekday = day && weekdayBefore(text, day.start)
  return {
    span: { start: weekday?.start ?? day?.start ?? name.start, end: year?.end ?? name.end },
    day: day?.value,
    month,
    year: year?.value,
    weekday: weekday?.value,
  }
}

interface Part {
  readonly value: number
  readonly start: number
  readonly end: number
}

/** A year of four digits, after a space or a comma. */
function yearAfter(text: string, from: number): Part | undefined {
  let start = from
  if (text[start] === ',') start++
  start = spacesEnd(text, start)
  if (start === from) return undefined
  const end = start + 4
  const digits = text.slice(start, end)
  if (!/^(?:19|20|21)\d\d$/.test(digits) || isDigit(text.charCodeAt(end))) return undefined
  return { value: Number(digits), start, end }
}

/** One or two digits, perhaps with an ordinal's ending, and spaces: "7 March", "31st of June". */
function dayBefore(text: string, from: number): Part | undefined {
  let end = spacesStart(text, from)
  if (end === from) return undefined
  if (text.slice(end - 3, end) === ' of') end = spacesStart(text, end - 2)
  if (/^(?:st|nd|rd|th)$/.test(text.slice(end - 2, end))) end -= 2
  let start = end
  while (end - start < 3 && isDigit(text.charCodeAt(start - 1))) start--
  if (start === end || end - start > 2 || /[\d.,£/:(]/.test(text.charAt(start - 1)))
    return undefined
  return { value: Number(text.slice(start, end)), start, end }
}

function weekdayBefore(text: string, from: number): Part | undefined {
  let end = spacesStart(text, from)
  if (text.slice(end - 4, end) === ' the') end = spacesStart(text, end - 3)
  if (text[end - 1] === ',') end--
  for (const [value, name] of weekdayNames.entries()) {
    const start = end - name.length
    if (text.startsWith(name, start) && start >= 0) return { value, start, end }
  }
  return undefined
}

function spacesStart(text: string, end: number): number {
  let start = end
  while (isBlankSpace(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 160) start--
  return start
}

function spacesEnd(text: string, start: number): number {
  let end = start
  while (isBlankSpace(text.charCodeAt(end)) || text.charCodeAt(end) === 160) end++
  return end
}
