/** Standard sentences in a section that has a different one of its own. */

import type { Span, TextSpan } from '../../text/span'
import { everyWords } from '../../text/title-words'
import type { SectionDefinition, StandardSentence } from '../../types/report-type'
import { paragraphsIn } from '../lines/flow'
import type { Report, Section } from '../model'

/** A section that opens with the standard sentence of another section. */
export interface ForeignSentence {
  readonly section: Section
  /** Where the sentence that is here belongs. */
  readonly home: SectionDefinition
  /** Its words that make the difference, as written: `safeguarding`. */
  readonly wrong: TextSpan
  /** What the section's own sentence has in their place: `looked after`. */
  readonly right: string
}

/**
 * The sections that have another one's standard sentence in place of their own. A section that has its own
 * sentence as well, or for which the type has none, is not among them.
 */
export function foreignSentences(report: Report): readonly ForeignSentence[] {
  const sentences = report.type.standardSentences
  if (sentences.length < 2) return []
  const found: ForeignSentence[] = []
  for (const section of report.sections) {
    const own = sentences.filter(each => each.section === section.definition)
    const first = own[0]
    if (first === undefined || own.some(each => find(report, section, each))) continue
    const foreign = sentences.find(
      each => each.section !== section.definition && find(report, section, each),
    )
    const span = foreign && find(report, section, foreign)
    if (foreign === undefined || span === undefined) continue
    found.push({ section, home: foreign.section, ...difference(report, span, first, foreign) })
  }
  return found
}

/** Where the sentence is in the running text of the section's own paragraphs. */
function find({ flow }: Report, section: Section, sentence: StandardSentence): Span | undefined {
  for (const { start, end } of paragraphsIn(flow, section.blocks)) {
    const [found] = everyWords(flow.text.slice(start, end), sentence.at)
    if (found !== undefined) return { start: start + found.start, end: start + found.end }
  }
  return undefined
}

/** What is left of both sentences without the words that they begin and end with in common. */
function difference(
  { text, flow }: Report,
  span: Span,
  own: StandardSentence,
  foreign: StandardSentence,
): Pick<ForeignSentence, 'wrong' | 'right'> {
  const here = [...flow.text.slice(span.start, span.end).matchAll(/\S+/g)]
  const right = own.words.trim().split(/\s+/)
  const other = foreign.words.trim().split(/\s+/)
  const whole = { wrong: flow.written(text, span), right: own.words }
  if (here.length !== other.length) return whole
  const isSame = (a: string | undefined, b: string | undefined) =>
    a !== undefined && a.toLowerCase() === b?.toLowerCase()
  const most = Math.min(right.length, other.length) - 1
  let before = 0
  while (before < most && isSame(right[before], other[before])) before++
  let after = 0
  while (before + after < most && isSame(right.at(-1 - after), other.at(-1 - after))) after++
  const firstWord = here[before]
  const lastWord = here[here.length - 1 - after]
  if (firstWord === undefined || lastWord === undefined) return whole
  return {
    wrong: flow.written(text, {
      start: span.start + firstWord.index,
      end: span.start + lastWord.index + lastWord[0].length,
    }),
    right: right.slice(before, right.length - after).join(' '),
  }
}
