/** Sentences that take the place of a heading: "The graded judgement about … is that it is good". */

import { isLineEnd } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { hasGrade } from '../grades/statement'

/** The longest such sentence, in characters. */
const longest = 240

/** What every such sentence has, at the start of its line. */
const start = /[ \t\f#*_]*(?:the|this|our)[ \t]+(?:\w+[ \t]+)?judge?ment\b/iy

/**
 * Does a sentence that begins a line seem to state the judgement of the section, in words that are not
 * recognised? It speaks of a judgement, has a word that distinguishes the section from others, and names a
 * grade.
 */
export function seemsJudged(
  text: string,
  from: number,
  { grade, title }: SectionDefinition,
  { scale, openingWords }: ReportType,
): boolean {
  if (grade !== 'sentence' || scale === undefined) return false
  const own = title
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word.length > 5 && !openingWords.has(word))
  for (const line of lineStarts(text, from)) {
    start.lastIndex = line
    if (!start.test(text)) continue
    const [sentence = ''] = /^[^.]*/.exec(text.slice(line, line + longest)) ?? []
    const words = singleSpaced(sentence.toLowerCase())
    if (!own.some(word => words.includes(word))) continue
    if (hasGrade(sentence, scale)) return true
  }
  return false
}

/** Where the lines begin, from the place on. */
function* lineStarts(text: string, from: number): Generator<number> {
  if (from === 0 || isLineEnd(text.charCodeAt(from - 1))) yield from
  for (const { index } of text.slice(from).matchAll(/[\r\n]/g)) yield from + index + 1
}
