/** Finds the title on a cover and the name of the authority near it. */

import { isUpperLetter } from '../../text/letters'
import { least } from '../../text/lists'
import type { Span, TextSpan } from '../../text/span'
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
  for (let line = from; line < cover.last; line++) {
    const start = contentStart(cover, line)
    const last = lines.end(Math.min(line + mostTitleLines - 1, cover.last - 1))
    const ends = type.titleWords
      .map(words => words(text, start)?.end)
      .filter(end => end !== undefined && end <= last)
    if (ends.length > 0) return { start, end: least(ends as number[]) }
  }
  return undefined
}

const mostTitleLines = 3

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
  const sameLine = nameIn(skip(text, title.end, lines.end(line), isSeparator), lines.end(line))
  if (sameLine !== undefined) return sameLine
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
  const afterPreposition = start + preposition.length
  const from =
    afterPreposition < lineEnd && isUpperLetter(text.charCodeAt(afterPreposition))
      ? afterPreposition
      : start
  let end = lineEnd
  while (end > from && isMarkOrSpace(text.charCodeAt(end - 1))) end--
  const name = text.slice(from, end)
  const isName = name.length > 1 && name.length <= longestName && !/[:[\]<>|\d]|\.$/.test(name)
  if (!isName || namesDocument.test(name) || !isUpperLetter(name.charCodeAt(0))) return undefined
  // A title of one word is the name of a document, too.
  if (name.split(' ').some(word => type.reportTitles.has(word))) return undefined
  return { start: from, end, text: name }
}

function isSeparator(code: number): boolean {
  return isMarkOrSpace(code) || ':–—-,|'.includes(String.fromCharCode(code))
}
