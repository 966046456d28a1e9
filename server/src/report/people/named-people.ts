/** People who are named in running text, with a title or with what they are. */

import type { Span, TextSpan } from '../../text/span'
import { ageAfter } from './one-child'
import { isNameWord, isParticle, personTitles } from './person-names'
import { type IsOrdinary, institutionAt, isTime } from './place-names'
import { gapBefore, isBeside } from './placed-words'

/** A person who is named; the span is that of the name with the title or the role before it. */
export interface NamedPerson extends Span {
  /** The name alone: `Smith`, `Jane Smith`. */
  readonly name: string
}

/** The people named in a stretch of text, which is given with its words. */
export function* namedPeopleIn(
  text: string,
  words: readonly TextSpan[],
  isOrdinary: IsOrdinary,
): Generator<NamedPerson> {
  for (let at = 0; at < words.length; at++) {
    const found =
      titledAt(text, words, at) ??
      afterRoleAt(text, words, at, isOrdinary) ??
      beforeRoleAt(text, words, at, isOrdinary) ??
      withAgeAt(text, words, at, isOrdinary)
    if (found === undefined) continue
    const [first, last] = [words[found.from] as TextSpan, words[found.to - 1] as TextSpan]
    const place = {
      start: first.start,
      end: last.end - (last.text.length - withoutOwn(last.text).length),
    }
    at = found.to - 1
    if (!isAuthor(text, place)) yield { ...place, name: nameOf(words, found.name, found.to) }
  }
}

/** Places in the list of words. */
interface Found {
  readonly from: number
  /** Where the name begins, without title or role. */
  readonly name: number
  readonly to: number
}

/** `Mrs Smith`, `Prof. Jane Smith`; not `Sir John Moore Academy` nor `the Lord Mayor`. */
function titledAt(text: string, words: readonly TextSpan[], from: number): Found | undefined {
  let name = from
  while (personTitles.has(words[name]?.text ?? '') && (name === from || isNext(text, words, name)))
    name++
  if (name === from || !isNext(text, words, name) || offices.has(words[name]?.text ?? ''))
    return undefined
  const to = nameEnd(text, words, name)
  return to === name || institutionAt(text, words, name) !== undefined
    ? undefined
    : { from, name, to }
}

/** Offices that begin like a title with a name. */
const offices: ReadonlySet<string> = new Set(
  'Chancellor Chief Justice Lieutenant Mayor Mayoress Chamberlain Provost President'.split(' '),
)

/** `social worker Jane Smith`, `her mother, Sarah Jones`, `a boy called Sam`. */
function afterRoleAt(
  text: string,
  words: readonly TextSpan[],
  from: number,
  isOrdinary: IsOrdinary,
): Found | undefined {
  const role = (words[from]?.text ?? '').toLowerCase()
  const isChild = children.has(role)
  if (!isChild && !roles.has(role)) return undefined
  const isCalled = calling.has(words[from + 1]?.text ?? '') && isBeside(text, words, from + 1)
  if (isChild && !isCalled) return undefined
  const name = isCalled ? from + 2 : from + 1
  if (!isBeside(text, words, name) && (isCalled || gapBefore(text, words, name) !== ', '))
    return undefined
  const to = nameEnd(text, words, name)
  if (to - name < (isCalled ? 1 : 2) || isOther(text, words, { name, to }, isOrdinary))
    return undefined
  return { from, name, to }
}

/** `Jane Smith, the headteacher`. */
function beforeRoleAt(
  text: string,
  words: readonly TextSpan[],
  from: number,
  isOrdinary: IsOrdinary,
): Found | undefined {
  if (from > 0 && isBeside(text, words, from) && isNameWord(words[from - 1]?.text ?? ''))
    return undefined
  // "The lead member of Westmarch Council, the director and others".
  if (isBeside(text, words, from) && belonging.has(words[from - 1]?.text ?? '')) return undefined
  const to = nameEnd(text, words, from)
  if (to - from < 2 || gapBefore(text, words, to) !== ', ') return undefined
  let role = to
  while (role - to < mostBeforeRole && !roles.has((words[role]?.text ?? '').toLowerCase())) {
    role++
    if (!isBeside(text, words, role)) return undefined
  }
  if (!roles.has((words[role]?.text ?? '').toLowerCase())) return undefined
  return isOther(text, words, { name: from, to }, isOrdinary) ? undefined : { from, name: from, to }
}

/** `Sam, 14,`, `Sam Brown (14)`, `Sam, aged nine`; not `in Suffolk (12)`, nor one of a list. */
function withAgeAt(
  text: string,
  words: readonly TextSpan[],
  from: number,
  isOrdinary: IsOrdinary,
): Found | undefined {
  const to = nameEnd(text, words, from)
  const age = to === from ? undefined : ageAfter(text, words, to - 1)
  if (age === undefined || words[to]?.text === 'of') return undefined
  if (text.startsWith('%', words[age - 1]?.end)) return undefined
  const isOne = from === 0 || /^(?:\.?|[.?!][’”'"]?) $/.test(gapBefore(text, words, from))
  if (!isOne || counted.has(words[from - 1]?.text ?? '')) return undefined
  return isOther(text, words, { name: from, to }, isOrdinary) ? undefined : { from, name: from, to }
}

/** After these a number in brackets counts something. */
const counted: ReadonlySet<string> = new Set(
  'and or in at for from to near of with than by'.split(' '),
)

/** `the`, `a senior social`: how many words may be before what somebody is. */
const mostBeforeRole = 3

const belonging: ReadonlySet<string> = new Set('of in at for from'.split(' '))
const calling: ReadonlySet<string> = new Set(['called', 'named'])
const children: ReadonlySet<string> = new Set('girl boy child person baby teenager'.split(' '))

/** What somebody may be who is named in a report, the last word of it. */
export const roles: ReadonlySet<string> = new Set(
  `adopter adviser advisor advocate aunt brother carer chair chairman chairwoman clinician constable consultant
    coordinator counsellor dad daughter director doctor executive father grandfather grandmother grandparent guardian
    headteacher judge manager mother mum nurse paediatrician parent partner practitioner principal psychiatrist
    psychologist sergeant sister solicitor son stepfather stepmother teacher therapist tutor uncle visitor worker`.split(
    /\s+/,
  ),
)

/** Is it no person’s name: that of an institution, or words that the report has in small letters too? */
function isOther(
  text: string,
  words: readonly TextSpan[],
  { name, to }: Pick<Found, 'name' | 'to'>,
  isOrdinary: IsOrdinary,
): boolean {
  if (institutionAt(text, words, name) !== undefined) return true
  const own = words.slice(name, to).map(({ text: word }) => word)
  return own.every(isOrdinary) || own.some(word => isTime(word) || roles.has(word.toLowerCase()))
}

/** Where the name that begins at the word ends: up to four words and initials; the same place where there is none. */
function nameEnd(text: string, words: readonly TextSpan[], from: number): number {
  let to = from
  for (let at = from; at < words.length && at - from < mostWords; at++) {
    const word = words[at]?.text ?? ''
    if (at > from && !isNext(text, words, at)) break
    if (isNameWord(word)) to = at + 1
    else if (!isParticle(word) && !isInitial(word)) break
    // "Mrs Smith’s son" has no second name.
    if (/[’']s$/.test(word)) break
  }
  return to
}

const mostWords = 4

const isInitial = (word: string) => /^[A-Z]$/.test(word)

/** Is there only a space before the word, or a full stop too where that is of a title or an initial? */
function isNext(text: string, words: readonly TextSpan[], at: number): boolean {
  if (isBeside(text, words, at)) return true
  const before = words[at - 1]?.text ?? ''
  return gapBefore(text, words, at) === '. ' && (isInitial(before) || personTitles.has(before))
}

/** Is it who wrote a published report: `the review conducted by Professor Smith`, `Lord Smith’s report`? */
function isAuthor(text: string, { start, end }: Span): boolean {
  if (
    /^[’']s (?:\w+ ){0,2}(?:inquiry|report|review)\b/.test(text.slice(end, end + longestAuthorship))
  )
    return true
  const before = text.slice(Math.max(0, start - longestAuthorship), start)
  return before.endsWith(' by ') && /\b(?:inquiry|report|review)\b/i.test(before)
}

/** In UTF-16 units: with the title of what was written. */
const longestAuthorship = 120

const withoutOwn = (word: string) => word.replace(/[’']s$/, '')

function nameOf(words: readonly TextSpan[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text }) => withoutOwn(text))
    .join(' ')
}
