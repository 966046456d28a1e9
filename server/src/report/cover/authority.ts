/** Finds the title on a cover and the name of the authority near it. */

import { isLetter, isUpperLetter } from '../../text/letters'
import { greatest, least } from '../../text/lists'
import type { Span, TextSpan } from '../../text/span'
import { normalTitle } from '../../types/normal-title'
import type { ReportType } from '../../types/report-type'
import { type CoverLines, contentStart, isBlank, isMarkOrSpace, skip } from './cover-lines'

/** A longer line is not a name. */
const longestName = 80

const prepositions = ['in ', 'for ', 'of ', 'by ']

/**
 * Neither a heading that names a document, as papers have below their title, nor a salutation is an
 * authority's name.
 */
const namesDocument = /\b(?:inspection|assessment|report|review|committee|letter)s?\b|^Dear\b/i

/** Where the title that names the kind of report is; it may be wrapped over up to three lines. */
export function findTitle(cover: CoverLines, type: ReportType, from: number): Span | undefined {
  const { text, lines } = cover
  const { titles, firstWords, shortest, longest } = titlesOf(type)
  for (let line = from; line < cover.last; line++) {
    const start = contentStart(cover, line)
    const wordEnd = skip(text, start, Math.min(start + 40, text.length), isWordPart)
    if (!firstWords.has(text.slice(start, wordEnd).toLowerCase())) continue
    const end = lines.end(Math.min(line + 2, cover.last - 1))
    for (let at = start + shortest; at < end && at < start + longest; at++) {
      const isWordEnd =
        !isMarkOrSpace(text.charCodeAt(at)) &&
        (at + 1 === end || isMarkOrSpace(text.charCodeAt(at + 1)))
      if (isWordEnd && titles.has(normalTitle(text.slice(start, at + 1))))
        return { start, end: at + 1 }
    }
  }
  return undefined
}

interface Titles {
  /** In normal form. */
  readonly titles: ReadonlySet<string>
  readonly firstWords: ReadonlySet<string>
  /** How many characters a title may have as written. */
  readonly shortest: number
  readonly longest: number
}

const knownTitles = new WeakMap<ReportType, Titles>()

function titlesOf(type: ReportType): Titles {
  const known = knownTitles.get(type)
  if (known !== undefined) return known
  const titles = new Set(type.titles.map(normalTitle))
  const firstWords = new Set([...titles].map(title => title.split(' ', 1)[0] ?? ''))
  const lengths = [...titles].map(title => title.length)
  // "&" and "-" make a title a little shorter than its normal form, line ends and marks longer.
  const [shortest, longest] = [least(lengths) - 8, greatest(lengths) + 40]
  const made = { titles, firstWords, shortest, longest }
  knownTitles.set(type, made)
  return made
}

/** The authority's name after the title, on the line after it, or on the one before it. */
export function authorityNear(
  cover: CoverLines,
  title: Span,
  type: ReportType,
  fieldLines: ReadonlySet<number>,
  matterEnd: number,
): TextSpan | undefined {
  const { text, lines } = cover
  const nameIn = (from: number, to: number) => nameBetween(text, from, to, type)
  const line = lines.lineAt(title.end)
  const behind = nameIn(skip(text, title.end, lines.end(line), isSeparator), lines.end(line))
  if (behind !== undefined) return behind
  let after = line + 1
  while (after < cover.last && isBlank(cover, after)) after++
  if (after < cover.last && !fieldLines.has(after)) {
    const name = nameIn(contentStart(cover, after), lines.end(after))
    if (name !== undefined) return name
  }
  let before = lines.lineAt(title.start) - 1
  while (before > matterEnd && before >= cover.first && isBlank(cover, before)) before--
  if (before <= matterEnd || before < cover.first || fieldLines.has(before)) return undefined
  const name = nameIn(contentStart(cover, before), lines.end(before))
  const above = before - 1
  if (name === undefined || above <= matterEnd || above < cover.first) return name
  // A long name is wrapped over two lines.
  if (isBlank(cover, above) || fieldLines.has(above)) return name
  if (nameIn(contentStart(cover, above), lines.end(above)) === undefined) return name
  return nameIn(contentStart(cover, above), lines.end(before)) ?? name
}

/** The text as a name: short, with a capital first, and without a colon or the end of a sentence. */
function nameBetween(
  text: string,
  start: number,
  lineEnd: number,
  type: ReportType,
): TextSpan | undefined {
  const preposition = prepositions.find(word => text.startsWith(word, start)) ?? ''
  const behind = start + preposition.length
  const from = behind < lineEnd && isUpperLetter(text.charCodeAt(behind)) ? behind : start
  let end = lineEnd
  while (end > from && isMarkOrSpace(text.charCodeAt(end - 1))) end--
  const name = text.slice(from, end)
  const isName = name.length > 1 && name.length <= longestName && !/[:[\]<>|\d]|\.$/.test(name)
  if (!isName || namesDocument.test(name) || !isUpperLetter(name.charCodeAt(0))) return undefined
  // A title of one word is the name of a document, too.
  const { titles } = titlesOf(type)
  if (name.split(' ').some(word => titles.has(normalTitle(word)))) return undefined
  return { start: from, end, text: name }
}

function isWordPart(code: number): boolean {
  return isLetter(code) || code === 38 || code === 0x2019 || code === 39
}

function isSeparator(code: number): boolean {
  return isMarkOrSpace(code) || ':–—-,|'.includes(String.fromCharCode(code))
}
