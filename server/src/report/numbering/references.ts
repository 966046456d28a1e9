/** Finds references to paragraphs: "see paragraph 14", "paragraphs 12 and 15", "paras 3–5". */

import { afterSpace, type Flow } from '../../text/flow'
import { singleSpaced } from '../../text/spaces'
import { contains, isSpace, type Span } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import type { Numbering, Paragraph, Reference } from '../model'
import { numberFrom, numberText } from './paragraph-number'

/**
 * The references to paragraphs of this report in the running text, in its order; one for each number, and one
 * for each end of a range.
 *
 * Those to paragraphs of other documents are left out: "paragraph 14 of the guidance", "paragraph 5.3",
 * "paragraph 3(2)", "Schedule 2, paragraph 4", "(Working Together, paragraph 120)", "the last report said in
 * paragraph 14". "Paragraph 14 of this report" is one. In a report that numbers by section, "paragraph 5.3"
 * is one and "paragraph 5" none.
 */
export function readReferences(
  flow: Flow,
  numbering: Numbering,
  policy: ReportType['numbering'],
): readonly Reference[] {
  const { text } = flow
  const digitsAt = policy === 'by-section' ? sectionDigitsAt : runningDigitsAt
  let paragraphs: ReadonlyMap<number, Paragraph> | undefined
  let expected: ReadonlySet<number> | undefined
  const references: Reference[] = []
  const beginning = /[Pp]ara/g
  while (beginning.test(text)) {
    const word = wordAt(text, beginning.lastIndex - 4)
    if (word === undefined || isOfOther(text, word.start)) continue
    const names = namesBefore(text, word.start)
    for (const found of numbersFrom(text, word, digitsAt)) {
      const number = numberFrom(text.slice(found.start, found.end))
      paragraphs ??= paragraphsByNumber(numbering)
      if (names > 1 || (names === 1 && !paragraphs.has(number))) continue
      const paragraph = paragraphs.get(number)
      expected ??= expectedNumbers(numbering)
      const digits = flow.placeOfSpan(found)
      const isOwn = paragraph !== undefined && contains(paragraph.span, digits)
      references.push({
        number,
        digits,
        paragraph,
        leads:
          isOwn && !isEnd(text, found)
            ? 'itself'
            : paragraph !== undefined
              ? 'there'
              : expected.has(number)
                ? 'expected'
                : 'nowhere',
      })
    }
  }
  return references
}

/** A reference whose paragraph is gone or not there, as a placeholder that the checks know. */
export function waitingReference(number: number): string {
  return `[TBC: ${numberText(number)}]`
}

/** Is it an end of a range: "3 to 5", "3–5"? */
function isEnd(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 4), start).trimEnd()
  return /(?:\bto|[–—-])$/.test(before) || /^ {0,3}(?:to\b|[–—-])/.test(text.slice(end, end + 6))
}

/** The numbers that paragraphs ought to have and do not have. One that is left out may be nobody's. */
function expectedNumbers({ faults }: Numbering): ReadonlySet<number> {
  const expected = new Set<number>()
  for (const fault of faults)
    if (fault.kind !== 'displaced' && fault.expected !== undefined) expected.add(fault.expected)
  for (const fault of faults) if (fault.kind === 'skipped') expected.delete(fault.expected)
  return expected
}

/** Each number's paragraph; where two have the same number, the one that is in order. */
function paragraphsByNumber({ paragraphs, faults }: Numbering): ReadonlyMap<number, Paragraph> {
  const byNumber = new Map<number, Paragraph>()
  for (const fault of faults)
    if (fault.kind === 'duplicate') byNumber.set(fault.first.number, fault.first)
  for (const paragraph of paragraphs)
    if (!byNumber.has(paragraph.number)) byNumber.set(paragraph.number, paragraph)
  return byNumber
}

const words = new Set(['paragraph', 'paragraphs', 'para', 'paras'])

/** The word "paragraph" or a short form of it that begins with the "para" at `start`, a full stop included. */
function wordAt(text: string, start: number): Span | undefined {
  if (start > 0 && isWordPart(text.charCodeAt(start - 1))) return undefined
  let end = start + 4
  while (isLetter(text.charCodeAt(end))) end++
  if (!words.has(text.slice(start, end).toLowerCase())) return undefined
  if (text.charAt(end) === '.' && end - start < 6) end++
  return { start, end }
}

/**
 * The numbers that follow the word, unless they are those of another document. After "paragraph" a list
 * must be closed: in "paragraph 7 and 20 children" only 7 is one.
 */
function numbersFrom(text: string, word: Span, digitsAt: DigitsAt): readonly Span[] {
  const numbers: Span[] = []
  let end = word.end
  for (let at = afterSpace(text, end); ; at = afterSeparator(text, end)) {
    const digits = digitsAt(text, at)
    const waiting = digits === undefined ? endOfWaiting(text, at) : at
    if (at === word.end || waiting === undefined) break
    if (digits !== undefined) numbers.push(digits)
    end = digits?.end ?? waiting
  }
  if (numbers.length === 0 || !isOfThisReport(text, end)) return []
  const isPlural = text.slice(word.start, word.end).endsWith('s')
  if (isPlural || /[).;:]/.test(text.charAt(end))) return numbers
  return text.slice(word.end, numbers[0]?.start).trim() === '' ? numbers.slice(0, 1) : []
}

/** After a number that is still to be written: "paragraphs [TBC: 14] and 15". */
function endOfWaiting(text: string, start: number): number | undefined {
  if (!text.startsWith('[TBC', start)) return undefined
  const found = /^\[TBC[^[\]\n]{0,12}\]/.exec(text.slice(start, start + 20))
  return found === null ? undefined : start + found[0].length
}

type DigitsAt = (text: string, start: number) => Span | undefined

/** `1.2`; none for "1.2.3", "5.3%" and "1.2a". */
function sectionDigitsAt(text: string, start: number): Span | undefined {
  if (!isDigit(text.charCodeAt(start))) return undefined
  const found = /^[1-9]\d?\.[1-9]\d{0,2}(?![\da-z%(]|\.\d)/i.exec(text.slice(start, start + 9))
  return found === null ? undefined : { start, end: start + found[0].length }
}

/** A whole number of up to three digits; none for "5.3", "3(2)", "12a" and "20%". */
function runningDigitsAt(text: string, start: number): Span | undefined {
  let end = start
  while (isDigit(text.charCodeAt(end))) end++
  if (end === start || end - start > 3 || text.charAt(start) === '0') return undefined
  const next = text.charCodeAt(end)
  const decimal = text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1))
  if (decimal || text.charAt(end) === '(' || text.charAt(end) === '%' || isLetter(next))
    return undefined
  return { start, end }
}

const separators = ['and', 'or', 'to', '&', ',', ';', '–', '—', '-']

/** The place after what joins two numbers: "12, 13 and 15", "12–15"; `from` itself where nothing does. */
function afterSeparator(text: string, from: number): number {
  let at = afterSpace(text, from)
  let joined = false
  for (let again = true; again; ) {
    again = false
    for (const separator of separators) {
      if (!text.startsWith(separator, at)) continue
      const end = at + separator.length
      if (separator.length > 1 && !isSpace(text.charCodeAt(end))) continue
      at = afterSpace(text, end)
      joined = true
      again = true
    }
  }
  return joined ? at : from
}

/** What follows where the paragraph is in another document that has a name of its own. */
const inDocument =
  /^(?:in|to) (?:[a-z']+ ){0,3}(?:act|regulations?|guidance|schedule|annex|appendix|code|handbook|framework|order)\b/

/** Is what follows the numbers not "of the Act", "in the guidance" or the like? */
function isOfThisReport(text: string, from: number): boolean {
  const at = afterSpace(text, from)
  const rest = singleSpaced(text.slice(at, at + 60).toLowerCase())
  if (rest.startsWith('of this ') || rest.startsWith('in this ')) return true
  return !rest.startsWith('of ') && !inDocument.test(rest)
}

const documentBefore =
  /\b(?:schedule|annex|appendix|act|regulations?|article|guidance|part|section|chapter|code|standard)(?:[ \u00a0][\dA-Z]{1,4})?,?\s+\(?$/i

/** An earlier report with no more than a few words after it: "the 2009 report said in". */
const earlierReportBefore =
  /\b(?:last|previous|earlier|\d{4}) (?:inspection )?(?:report|letter),?(?: \(| (?!see\b)[a-z]+){0,3} ?$/

/** Does what is before the word name another document: "Schedule 2, paragraph 4"? */
function isOfOther(text: string, start: number): boolean {
  if (text.slice(Math.max(0, start - 4), start).toLowerCase() === 'sub-') return true
  if (documentBefore.test(text.slice(Math.max(0, start - 24), start))) return true
  return earlierReportBefore.test(singleSpaced(text.slice(Math.max(0, start - 80), start)))
}

/**
 * How many capitalised words the bracket has that ends before the word: two in "(Working Together,
 * paragraph 12". One may begin the name of a section of this report.
 */
function namesBefore(text: string, start: number): number {
  const before = /\(([^().;:]{3,80}),\s+$/.exec(text.slice(Math.max(0, start - 90), start))
  return before?.[1]?.match(/(?<![\w’'-])[A-Z]/g)?.length ?? 0
}

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122
const isWordPart = (code: number) => isLetter(code) || isDigit(code) || code === 45
