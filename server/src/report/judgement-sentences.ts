/** Sentences that stand for a heading: "The graded judgement about … is that it is good". */

import { singleSpaced } from '../text/spaces'
import type { ReportType, SectionDefinition } from '../types/report-type'

/** Longest such sentence, in characters. */
const longest = 240

/** What every such sentence has, at the start of its line. */
const start = /^[ \t\f#*_]*(?:the|this|our)[ \t]+(?:\w+[ \t]+)?judge?ment\b/gim

/**
 * Does a sentence that begins a line seem to state the judgement of the section, in words that are not
 * known? It speaks of a judgement, has a word that tells the section from others, and names a grade.
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
  start.lastIndex = from
  for (let at = start.exec(text); at !== null; at = start.exec(text)) {
    const [sentence = ''] = /^[^.]*/.exec(text.slice(at.index, at.index + longest)) ?? []
    const words = singleSpaced(sentence.toLowerCase())
    if (!own.some(word => words.includes(word))) continue
    for (const word of scale.byWord.keys())
      if (/^[a-z]/.test(word) && words.includes(` ${word}`)) return true
  }
  return false
}
