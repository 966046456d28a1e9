/** Grades after the title of a judgement, on the heading's own line. */

import { type Span, textSpan } from '../../text/span'
import type { Scale, SectionDefinition } from '../../types/report-type'
import type { GradeStatement } from '../model'
import { openSuffix, otherSuffix, verbalSlip, wordSuffix } from './grade-suffixes'
import { readGradeLine, statement } from './grades'

/** Splits a heading line from a grade after it: `Being healthy**Grade 2 (good)**`, `In care: good`. */
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
 * ` requires improvement`. After a colon, anything short is meant as one, even a word that is on no scale or half
 * written.
 */
function readSuffix(
  text: string,
  span: Span,
  scale: Scale,
): { title: Span; grade: GradeStatement } | undefined {
  const line = text.slice(span.start, span.end)
  if (!mayHaveSuffix(line, scale)) return undefined
  const found =
    wordSuffix(line, scale) ??
    otherSuffix(line, scale) ??
    openSuffix(line) ??
    verbalSlip(line, scale)
  if (found === undefined) return undefined
  const { titleEnd, start, end } = found
  const word = textSpan(text, span.start + start, span.start + end)
  return {
    title: { start: span.start, end: span.start + titleEnd },
    grade: statement(word, 'suffix', scale, { number: undefined, word, isOpen: true }),
  }
}

/**
 * Is the text after the section's title its grade? A word that is on no scale counts only in a type that puts
 * grades after titles; elsewhere it has to be one of another scale, or in the place of one: "is adequate", "is [grade]".
 */
export function isTailOf(
  { grade }: SectionDefinition,
  { wordGrade, form, word }: GradeStatement,
  scale: Scale | undefined,
): boolean {
  if (grade === undefined || wordGrade !== undefined || form !== 'suffix')
    return grade !== undefined
  if (grade === 'suffix' || grade === 'sentence') return true
  const words = word?.text.toLowerCase() ?? ''
  return scale?.others.has(words) === true || words.startsWith('[')
}

/** Every ending has a mark or a verb before the grade or at its beginning; most lines have none. */
function mayHaveSuffix(line: string, { verbs }: Scale): boolean {
  if (/[:;,(–—-]|\s(?:is|are)/i.test(line)) return true
  if (verbs.size === 0) return false
  const lower = line.toLowerCase()
  for (const verb of verbs) if (lower.includes(verb)) return true
  return false
}

function startOfEmphasis(text: string, at: number): number {
  let start = at
  while (start > 0 && (text.charCodeAt(start - 1) === 42 || text.charCodeAt(start - 1) === 95))
    start--
  return start
}
