/**
 * Grades in words at the end of a heading: where the title ends and the grade is. Read from the end of the
 * line, so that each character is looked at once.
 */

import { greatest, least } from '../../text/lists'
import { isEmphasis, isWhiteSpace, oneOf, runEnd, runStart } from '../../text/runs'
import type { Scale } from '../../types/report-type'
import { verbIn } from '../../types/scale'
import { standsForGrade } from './grades'

/** Offsets in the line. */
export interface Suffix {
  readonly titleEnd: number
  /** Of the grade, without the marks around it. */
  readonly start: number
  readonly end: number
}

/** A word of the scale: `: good`, ` (good)`, ` is judged to be good.`, ` **requires improvement**`. */
export function wordSuffix(line: string, scale: Scale): Suffix | undefined {
  const last = endOfWords(line)
  const ends = line.charAt(last - 1) === ')' ? [last - 1, last] : [last]
  let best: Suffix | undefined
  for (const end of ends)
    for (const word of scale.byWord.keys()) {
      const start = startOfWords(line, end, word)
      if (start === undefined) continue
      const marks = runStart(line, isEmphasis, start)
      // "… requires improvement" contains its own verb.
      const isVerbal = end === last && scale.verbal.has(word)
      const titleEnd = titleBefore(line, marks, isVerbal)
      // Of several splits, the one that leaves the shortest title says most.
      if (titleEnd !== undefined && (best === undefined || titleEnd < best.titleEnd))
        best = { titleEnd, start, end }
    }
  return best
}

/** After a colon, anything short on the same line; after a verb, one word. */
export function otherSuffix(line: string): Suffix | undefined {
  const colon = line.indexOf(':')
  if (colon === -1) return oneWord(line)
  const gap = runEnd(line, isGap, colon + 1)
  const start = runEnd(line, isEmphasis, gap)
  const end = runStart(line, isEmphasis)
  if (gap === colon + 1 || start >= end) return undefined
  const words = line.slice(start, end)
  if (!/^\[[^\]\r\n]*\]$/.test(words) && !/^[a-z][a-z \xa0]{0,40}$/i.test(words)) return undefined
  return { titleEnd: beforeVerb(line, colon) ?? colon, start, end }
}

/** A grade that is still to be written: `is [grade]`. */
export function openSuffix(line: string): Suffix | undefined {
  const end = runStart(line, isEmphasis)
  if (line.charAt(end - 1) !== ']') return undefined
  const before = line.slice(0, end - 1)
  const from = greatest([']', '\r', '\n'].map(each => before.lastIndexOf(each))) + 1
  for (let start = line.indexOf('[', from); start !== -1; start = line.indexOf('[', start + 1)) {
    const marks = runStart(line, isEmphasis, start)
    const verbEnd = runStart(line, isWhiteSpace, marks)
    const titleEnd = verbEnd === marks ? undefined : beforeVerb(line, verbEnd)
    if (titleEnd !== undefined)
      return /[\r\n]/.test(line.slice(0, titleEnd)) ? undefined : { titleEnd, start, end }
  }
  return undefined
}

/** A misspelling of a grade that contains its own verb: `requires improvment`. */
export function verbalSlip(line: string, scale: Scale): Suffix | undefined {
  const end = endOfWords(line)
  for (let start = Math.max(0, end - longestSlip); start < end; start++) {
    const word = line.slice(start, end)
    const verb = isWhiteSpace(line.charCodeAt(start - 1)) ? verbIn(word, scale) : undefined
    if (verb === undefined || !/^\s[a-z\s]{3,30}$/i.test(word.slice(verb.length))) continue
    const marks = runStart(line, isEmphasis, start)
    const titleEnd = runStart(line, isWhiteSpace, marks)
    if (titleEnd === marks) continue
    return standsForGrade(word, scale) ? { titleEnd, start, end } : undefined
  }
  return undefined
}

/** The most characters from the verb of a misspelt grade to its end. */
const longestSlip = 40

const isGap = oneOf(' \t\xa0')
const isHyphenOrLetter = (code: number) =>
  code === 45 || (code < 128 && (code | 32) >= 97 && (code | 32) <= 122)
const isPlainLetter = (code: number) => code !== 45 && isHyphenOrLetter(code)

/** Where the words end, with emphasis marks and a full stop after them. */
function endOfWords(line: string): number {
  const end = runStart(line, isEmphasis)
  return line.charAt(end - 1) === '.' ? runStart(line, isEmphasis, end - 1) : end
}

/** `Leadership is good.`: the last word, after a verb. */
function oneWord(line: string): Suffix | undefined {
  const end = line.endsWith('.') ? line.length - 1 : line.length
  const start = runStart(line, isHyphenOrLetter, end)
  const verbEnd = runStart(line, isWhiteSpace, start)
  if (start === end || line.charAt(start) === '-' || verbEnd === start) return undefined
  const titleEnd = beforeVerb(line, verbEnd)
  return titleEnd === undefined ? undefined : { titleEnd, start, end }
}

/** Where the white space before `is` or `are` begins; undefined where neither word ends there. */
function beforeVerb(line: string, end: number): number | undefined {
  const start = runStart(line, isPlainLetter, end)
  const titleEnd = runStart(line, isWhiteSpace, start)
  return /^(?:is|are)$/i.test(line.slice(start, end)) && titleEnd < start ? titleEnd : undefined
}

/** Where the words begin, in any case and with any white space between them, if they end there. */
function startOfWords(line: string, end: number, words: string): number | undefined {
  let at = end
  for (const word of words.trim().split(/\s+/).reverse()) {
    const before = at === end ? at : runStart(line, isWhiteSpace, at)
    const start = before - word.length
    if (start < 0 || (before === at && at !== end)) return undefined
    if (line.slice(start, before).toLowerCase() !== word.toLowerCase()) return undefined
    at = start
  }
  return at
}

/**
 * Where the title before a grade ends: before `: `, ` (`, ` – `, ` is judged to be `, or a grade that is
 * itself a verb.
 */
function titleBefore(line: string, start: number, isVerbal: boolean): number | undefined {
  const gap = runStart(line, isWhiteSpace, start)
  const sign = line.charAt(gap - 1)
  const ends: number[] = []
  if (/[:;,]/.test(sign)) ends.push(runStart(line, isWhiteSpace, gap - 1))
  if (gap === start) {
    const bracket = runStart(line, isWhiteSpace, start - 1)
    if (sign === '(' && bracket < start - 1) ends.push(bracket)
  } else {
    if (isVerbal) ends.push(gap)
    const dash = runStart(line, isWhiteSpace, gap - 1)
    if (/[–—-]/.test(sign) && dash < gap - 1) ends.push(dash)
    const verb = beforeJudging(line, sign === ':' ? runStart(line, isWhiteSpace, gap - 1) : gap)
    if (verb !== undefined) ends.push(verb)
  }
  return ends.length === 0 ? undefined : least(ends)
}

/** Where the white space before `is`, `are judged`, `is graded as` or `is judged to be` begins. */
function beforeJudging(line: string, end: number): number | undefined {
  const wordBefore = (from: number, word: RegExp): number | undefined => {
    const start = runStart(line, isPlainLetter, from)
    if (!word.test(line.slice(start, from))) return undefined
    const gap = runStart(line, isWhiteSpace, start)
    return gap === start ? undefined : gap
  }
  const be = wordBefore(end, /^be$/i)
  const judged = (be && wordBefore(be, /^to$/i)) ?? wordBefore(end, /^as$/i) ?? end
  const verb = wordBefore(judged, /^(?:judged|graded)$/i)
  if (verb !== undefined) return beforeVerb(line, verb)
  return judged === end ? beforeVerb(line, end) : undefined
}
