/** Names in running text of schools, homes, streets and towns. */

import type { Span, TextSpan } from '../../text/span'
import { monthNames, weekdayNames } from '../cover/dates'
import { isNameWord } from './person-names'
import { isBeside } from './placed-words'

/** Is a word with a capital no name, since the report has it in small letters too: `Primary`, `Virtual`, `Family`? */
export type IsOrdinary = (word: string) => boolean

const institutions: ReadonlySet<string> = new Set(
  `Academy Avenue Centre Church Clinic Close College Cottage Court Crescent Drive Estate Farm Foundation Gardens Grove
    Home Hospice Hospital Hostel House Infants Juniors Lane Lodge Mosque Nursery Park Playgroup Preschool Prison Road
    School Square Street Surgery Temple Terrace Trust University Ward`.split(/\s+/),
)

/** After which word the name of an institution ends that begins at `from`: `Oakfield Primary School`. */
export function institutionAt(
  text: string,
  words: readonly TextSpan[],
  from: number,
): number | undefined {
  for (let at = from; at < words.length && at - from < mostWords; at++) {
    const word = words[at]?.text ?? ''
    if (at > from && !isBeside(text, words, at)) return undefined
    if (at > from && institutions.has(word)) return at + 1
    if (!isNameWord(word)) return undefined
  }
  return undefined
}

const mostWords = 6

/** The places that are named in a stretch of text, which is given with its words. */
export function* placesIn(
  text: string,
  words: readonly TextSpan[],
  isOrdinary: IsOrdinary,
): Generator<Span> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as TextSpan
    if (!isNameWord(word.text) || isTime(word.text)) continue
    const institution = institutionAt(text, words, at)
    const isIn =
      isBeside(text, words, at) && prepositions.has(words[at - 1]?.text.toLowerCase() ?? '')
    if ((institution === undefined && !isIn) || isOrdinary(word.text)) continue
    const to = institution ?? nameEnd(text, words, at)
    yield { start: word.start, end: words[to - 1]?.end ?? word.end }
    at = to - 1
  }
}

const prepositions: ReadonlySet<string> = new Set(
  'in at from near to outside around attend attends attended attending'.split(' '),
)

/** What stands after "in" and "from" like a place. */
const times: ReadonlySet<string> = new Set([...monthNames, ...weekdayNames, 'Year', 'Key', 'Level'])

export const isTime = (word: string) => times.has(word)

function nameEnd(text: string, words: readonly TextSpan[], from: number): number {
  let to = from + 1
  while (isNameWord(words[to]?.text ?? '') && isBeside(text, words, to)) to++
  return to
}
