/**
 * Grades in words at the end of a heading: where the title ends and the grade is. Each character is looked at once from
 * either end.
 */

import { greatest, least } from '../../text/lists'
import {
  isEmphasis,
  isSpaceOrEmphasis,
  isWhiteSpace,
  oneOf,
  runEnd,
  runStart,
} from '../../text/runs'
import type { Scale } from '../../types/report-type'
import { verbIn } from '../../types/scale'
import { withBareEnd } from './bare-grade'
import { standsForGrade } from './grades'
import { type Copula, copulasIn, gradesIn, verdictsIn, wordStarts } from './statement'

/** Offsets in the line. */
export interface Suffix {
  readonly titleEnd: number
  /** Of the grade, without the marks around it. */
  readonly start: number
  readonly end: number
}

/** A word of the scale: `: good`, ` (good)`, ` is judged to be good.`, ` **requires improvement**`. */
export function wordSuffix(line: string, scale: Scale): Suffix | undefined {
  // Of several splits, the one that leaves the shortest title says most.
  const found = shortest([afterVerb(line, scale), afterSign(line, scale)])
  if (found !== undefined) return found
  for (const bare of withBareEnd(line, scale)) {
    const within = shortest([afterVerb(bare, scale), afterSign(bare, scale)])
    if (within !== undefined) return within
  }
  return undefined
}

/**
 * After a colon, anything short on the same line, or what takes the place of a grade on the next or over both; after a
 * verb, one word.
 */
export function otherSuffix(line: string, scale: Scale): Suffix | undefined {
  const colon = line.indexOf(':')
  if (colon === -1) return oneWord(line)
  const gap = runEnd(line, isGap, colon + 1)
  const below = runEnd(line, isSpaceOrEmphasis, colon + 1)
  const end = endOfWords(line)
  const isMeant = end - below <= longestSlip && standsForGrade(line.slice(below, end), scale)
  const isBelow = isMeant && below > gap
  const start = isBelow ? below : runEnd(line, isEmphasis, gap)
  if ((gap === colon + 1 && !isBelow) || start >= end) return undefined
  const words = line.slice(start, end)
  const isShort = /^\[[^\]\r\n]*\]$/.test(words) || /^[a-z][a-z \xa0]{0,40}\??$/i.test(words)
  if (!isShort && !isMeant) return undefined
  const verb = [...copulasIn(line)].find(
    copula => copula.end === start && isAfterTitle(line, copula),
  )
  return { titleEnd: verb === undefined ? colon : titleBefore(line, verb.start), start, end }
}

/** A grade that is still to be written: `is [grade]`. */
export function openSuffix(line: string): Suffix | undefined {
  const end = runStart(line, isEmphasis)
  if (line.charAt(end - 1) !== ']') return undefined
  const before = line.slice(0, end - 1)
  const from = greatest([']', '\r', '\n'].map(each => before.lastIndexOf(each))) + 1
  for (const copula of copulasIn(line)) {
    const start = copula.end
    if (start < from || line.charAt(start) !== '[' || !isAfterTitle(line, copula)) continue
    return { titleEnd: titleBefore(line, copula.start), start, end }
  }
  return undefined
}

/** A misspelling of a grade that contains its own verb: `requires improvment`. */
export function verbalSlip(line: string, scale: Scale): Suffix | undefined {
  const end = endOfWords(line)
  for (const start of wordStarts(line)) {
    const word = line.slice(start, end)
    const verb = word.length <= longestSlip ? verbIn(word, scale) : undefined
    if (verb === undefined || !/^\s[a-z\s]{3,30}$/i.test(word.slice(verb.length))) continue
    // "… is that it requires improvment".
    const copula = [...copulasIn(line)].find(each => each.end === start && each.isRepeated)
    const titleEnd = titleBefore(line, copula?.start ?? start)
    if (!isWhiteSpace(line.charCodeAt(titleEnd))) continue
    return standsForGrade(word, scale) ? { titleEnd, start, end } : undefined
  }
  return undefined
}

/** The most characters from the verb of a misspelt grade to its end. */
const longestSlip = 40

const isGap = oneOf(' \t\xa0')
const isHyphenOrLetter = (code: number) =>
  code === 45 || (code < 128 && (code | 32) >= 97 && (code | 32) <= 122)

/** Where the words end, with emphasis marks, the mark of a footnote and a full stop after them. */
function endOfWords(line: string): number {
  let end = runStart(line, isEmphasis)
  for (let before = end + 1; end < before; ) {
    before = end
    if (line.charAt(end - 1) === '.') end = runStart(line, isEmphasis, end - 1)
    end = runStart(line, isEmphasis, footnoteStart(line, end))
  }
  return end
}

/** Where the mark of a footnote that ends there begins: `[^1]`, `[1]`, `¹`; the end itself where there is none. */
function footnoteStart(line: string, end: number): number {
  if (line.charAt(end - 1) !== ']') return runStart(line, isRaised, end)
  const start = line.lastIndexOf('[', end)
  return start >= 0 && /^\[\^?\w{1,3}\]$/.test(line.slice(start, end).slice(0, 7)) ? start : end
}

const isRaised = oneOf('†‡¹²³⁴')

/** `Leadership is good`, `Leadership requires improvement`: the first verb whose grade ends the line. */
function afterVerb(line: string, scale: Scale): Suffix | undefined {
  const end = endOfWords(line)
  for (const { start, word, isLimited, isPast } of verdictsIn(line, scale)) {
    if (isLimited || isPast || runStart(line, isEmphasis, end) !== word.end) continue
    const titleEnd = subjectEnd(line, start)
    if (titleEnd !== undefined) return { titleEnd, start: word.start, end: word.end }
  }
  return undefined
}

/** `Leadership: good`, `Leadership (good)`, `Leadership – good`. */
function afterSign(line: string, scale: Scale): Suffix | undefined {
  const last = endOfWords(line)
  const ends = line.charAt(last - 1) === ')' ? [last - 1, last] : [last]
  const found: Suffix[] = []
  for (const { start, end } of gradesIn(line, scale)) {
    if (!ends.some(each => runStart(line, isEmphasis, each) === end)) continue
    const titleEnd = beforeSign(line, runStart(line, isEmphasis, start))
    if (titleEnd !== undefined) found.push({ titleEnd, start, end })
  }
  return shortest(found)
}

function shortest(suffixes: readonly (Suffix | undefined)[]): Suffix | undefined {
  const found = suffixes.filter(each => each !== undefined)
  return found.find(each => each.titleEnd === least(found.map(({ titleEnd }) => titleEnd)))
}

/** `Leadership is excelent.`, `Leadership is good?`: the last word, after a verb. */
function oneWord(line: string): Suffix | undefined {
  const end = line.endsWith('.') ? line.length - 1 : line.length
  const last = line.endsWith('?') ? end - 1 : end
  const start = runStart(line, isHyphenOrLetter, last)
  if (start === last || line.charAt(start) === '-') return undefined
  for (const copula of copulasIn(line))
    if (copula.end === start && isAfterTitle(line, copula))
      return { titleEnd: titleBefore(line, copula.start), start, end }
  return undefined
}

/** Is the verb in the present tense, with words before it? */
function isAfterTitle(line: string, { start, isLimited, isPast }: Copula): boolean {
  return !isLimited && !isPast && subjectEnd(line, start) !== undefined
}

/** Where what is before a verb ends; undefined where there is nothing, or no gap between. */
function subjectEnd(line: string, verb: number): number | undefined {
  const end = titleBefore(line, verb)
  return end > 0 && isWhiteSpace(line.charCodeAt(end)) ? end : undefined
}

/** Where the white space and marks before the place begin. */
function titleBefore(line: string, start: number): number {
  return runStart(line, isWhiteSpace, runStart(line, isEmphasis, start))
}

/** Where the title before a grade ends: before `: `, `, `, ` (`, ` – `. */
function beforeSign(line: string, start: number): number | undefined {
  const gap = runStart(line, isWhiteSpace, start)
  const sign = line.charAt(gap - 1)
  if (/[:;,]/.test(sign)) return runStart(line, isWhiteSpace, gap - 1)
  if (gap === start) {
    const bracket = runStart(line, isWhiteSpace, start - 1)
    return sign === '(' && bracket < start - 1 ? bracket : undefined
  }
  const dash = runStart(line, isWhiteSpace, gap - 1)
  return /[–—-]/.test(sign) && dash < gap - 1 ? dash : undefined
}
