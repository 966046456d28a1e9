/** Grades behind the title of a judgement, on the heading's own line. */

import { spaced } from '../text/pattern'
import { type Span, textSpan } from '../text/span'
import type { Scale, SectionDefinition } from '../types/report-type'
import { readGradeLine, standsForGrade, statement } from './grades'
import type { GradeStatement } from './model'

/** Splits a heading line from a grade behind it: `Being healthy**Grade 2 (good)**`, `In care: good`. */
export function readTail(
  text: string,
  span: Span,
  scale: Scale,
): { title: Span; grade: GradeStatement } | undefined {
  const line = text.slice(span.start, span.end)
  const at = line.lastIndexOf('Grade')
  if (at > 0) {
    const grade = readGradeLine(
      text,
      { start: startOfEmphasis(text, span.start + at), end: span.end },
      scale,
      'tail',
    )
    if (grade?.number !== undefined || grade?.word !== undefined) {
      const titleEnd = startOfEmphasis(text, span.start + at)
      return { title: { start: span.start, end: titleEnd }, grade }
    }
  }
  return readSuffix(text, span, scale)
}

/**
 * A grade that ends the title in words: `: good`, `, good`, ` (good)`, ` is good.`, ` are: outstanding`,
 * ` requires improvement`.
 * Behind a colon anything short is meant for one, also a word that is on no scale or half written.
 */
function readSuffix(
  text: string,
  span: Span,
  scale: Scale,
): { title: Span; grade: GradeStatement } | undefined {
  const line = text.slice(span.start, span.end)
  if (!suffixLead.test(line)) return undefined
  const match =
    suffixPattern(scale).exec(line) ??
    otherSuffix.exec(line) ??
    openSuffix.exec(line) ??
    readVerbalSlip(line, scale)
  if (match === null) return undefined
  const [, title = '', word = ''] = match
  const wordAt = span.start + match[0].lastIndexOf(word)
  const wordSpan = textSpan(text, wordAt, wordAt + word.length)
  return {
    title: { start: span.start, end: span.start + title.length },
    grade: statement(wordSpan, 'suffix', scale, {
      number: undefined,
      word: wordSpan,
      isOpen: true,
    }),
  }
}

/**
 * Is what stands behind the section's title its grade? A word that is on no scale only in a type that puts
 * grades behind titles.
 */
export function isTailOf({ grade }: SectionDefinition, tail: GradeStatement): boolean {
  return tail.wordGrade === undefined && tail.form === 'suffix'
    ? grade === 'suffix' || grade === 'sentence'
    : grade !== undefined
}

/**
 * What each of the patterns below asks for before the grade, or as its beginning: most lines have none of it,
 * and the patterns take many times as long.
 */
const suffixLead = /[:;,(–—-]|\s(?:is|are|[*_]*require)/i

/** Behind a colon anything short, on the same line, behind a verb one word. */
const otherSuffix =
  /^([^:]*?)(?:(?:\s+(?:is|are))?:[ \t\xa0]+[*_]*(?=\[[^\]\r\n]*\][*_]*$|[a-z][a-z \xa0]{0,40}[*_]*$)|\s+(?:is|are)\s+(?=[a-z-]+\.?$))(\[.*\]|[a-z][a-z \xa0-]*)/i

/** A grade that is still to be written: `is [grade]`. */
const openSuffix = /^(.*?)\s+(?:is|are)\s+[*_]*(\[[^\]\r\n]*\])[*_]*$/i

/** A slip of a grade that has its verb in itself: `requires improvment`. */
const verbalSuffix = /^([\s\S]*?)\s+[*_]*(requires?\s[a-z\s]{3,30}?)[*_]*\.?[*_]*$/i

function readVerbalSlip(line: string, scale: Scale): RegExpExecArray | null {
  const match = verbalSuffix.exec(line)
  return match !== null && standsForGrade(match[2] ?? '', scale) ? match : null
}

const suffixPatterns = new WeakMap<Scale, RegExp>()

function suffixPattern(scale: Scale): RegExp {
  const known = suffixPatterns.get(scale)
  if (known !== undefined) return known
  const words = [...scale.byWord.keys()].sort((a, b) => b.length - a.length)
  const either = (list: readonly string[]) => list.map(spaced).join('|')
  // "… requires improvement" has its verb in itself.
  const verbal = words.filter(word => /^requires?\b/.test(word))
  const judged = '(?:\\s+(?:judged|graded)(?:\\s+(?:to\\s+be|as))?)?'
  const apart = `(?:\\s*[:;,]\\s*|\\s+\\(|\\s+(?:[–—-]|(?:is|are)${judged}\\s*:?)\\s+)`
  const colon = `${apart}(?=[*_]*(?:${either(words)})\\)?[*_.]*$)`
  const bare = verbal.length === 0 ? '' : `|\\s+(?=[*_]*(?:${either(verbal)})[*_.]*$)`
  const pattern = new RegExp(
    `^([\\s\\S]*?)(?:${colon}${bare})[*_]*(${either(words)})\\)?[*_]*\\.?[*_]*$`,
    'i',
  )
  suffixPatterns.set(scale, pattern)
  return pattern
}

function startOfEmphasis(text: string, at: number): number {
  let start = at
  while (start > 0 && (text.charCodeAt(start - 1) === 42 || text.charCodeAt(start - 1) === 95))
    start--
  return start
}
