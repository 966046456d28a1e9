/** Sentences that take the place of a heading: "The graded judgement about … is that it is good". */

import { isLetter, runsOf } from '../../text/letters'
import { sentenceEnd } from '../../text/sentences'
import { singleSpaced } from '../../text/spaces'
import type { SectionDefinition } from '../../types/report-type'
import { hasGrade } from '../grades/statement'
import type { Line, TypedLines } from '../lines/scan'

/** The longest such sentence, in characters. */
const longest = 240

/** What every such sentence has, at the start of its line. */
const start = /[ \t\f#*_]*(?:the|this|our)[ \t]+(?:\w+[ \t]+)?judge?ment\b/iy

/**
 * Does a sentence that begins one of the lines from `first` on seem to state the judgement of the section, in words
 * that are not recognised? It speaks of a judgement, has a word that distinguishes the section from others, and names
 * a grade.
 */
export function seemsJudged(
  { text, lines, type: { scale, openingWords } }: TypedLines,
  first: number,
  { grade, title }: SectionDefinition,
): boolean {
  if (grade !== 'sentence' || scale === undefined) return false
  const own = runsOf(title.toLowerCase(), isLetter).filter(
    word => word.length > 5 && !openingWords.has(word),
  )
  for (let at = first; at < lines.length; at++) {
    const line = lines[at] as Line
    start.lastIndex = line.start
    if (line.first === 0 || !start.test(text)) continue
    const end = sentenceEnd(text, {
      start: line.from,
      end: Math.min(text.length, line.from + longest),
    })
    const sentence = text.slice(line.from, end)
    const words = singleSpaced(sentence.toLowerCase())
    if (own.some(word => words.includes(word)) && hasGrade(sentence, scale)) return true
  }
  return false
}
