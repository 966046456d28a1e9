/** The outcome that a report states, where its type has outcomes instead of grades. */

import { commonText } from '../../text/characters'
import { sentenceAt } from '../../text/sentences'
import { type TextSpan, textSpan } from '../../text/span'
import { everyWords, wordsAt } from '../../text/title-words'
import type { Outcome, SectionDefinition } from '../../types/report-type'
import { gridIn } from '../grid/grid'
import { paragraphsIn, paragraphText } from '../lines/flow'
import type { Report, Section } from '../model'

export interface StatedOutcome {
  readonly outcome: Outcome
  /** The section that states it. */
  readonly section: Section
  /** The words that state it. */
  readonly words: TextSpan
}

/** The one outcome that the report states; undefined where its section states none or several. */
export function statedOutcome(report: Report): StatedOutcome | undefined {
  const stated = statedOutcomes(report)
  const [first] = stated
  return stated.every(({ outcome }) => outcome === first?.outcome) ? first : undefined
}

/**
 * Every place of the section that states an outcome, in the order of the text. Words that the sentence
 * takes back ("did not identify any areas for priority action") state nothing.
 */
export function statedOutcomes(report: Report): readonly StatedOutcome[] {
  const section = outcomeSection(report)
  if (section === undefined) return []
  const found = (report.type.outcomes?.of ?? []).flatMap(each => placesOf(report, section, each))
  // "no areas for priority action" holds the words of the opposite.
  return found
    .filter(
      ({ words }) =>
        !found.some(
          ({ words: other }) =>
            other.end - other.start > words.end - words.start &&
            other.start <= words.start &&
            words.end <= other.end,
        ),
    )
    .sort((a, b) => a.words.start - b.words.start)
}

/** The section that states the outcome; undefined where it is not there, or the type has no outcomes. */
export function outcomeSection({ sections, type }: Report): Section | undefined {
  const { outcomes } = type
  return outcomes && sections.find(each => each.definition === outcomes.section)
}

/** Words of the section that go with other outcomes only, such as when the next inspection is, in their order. */
export function sayingsOfOthers(
  report: Report,
  { outcome, section }: StatedOutcome,
): readonly TextSpan[] {
  const others = (report.type.outcomes?.of ?? []).flatMap(({ says }) => says)
  return [...new Set(others)]
    .filter(words => !outcome.says.includes(words))
    .flatMap(words => placesOf(report, section, { ...outcome, words: [words] }))
    .map(({ words }) => words)
    .sort((a, b) => a.start - b.start)
}

/** Are the words of an outcome in the section, in whatever sentence? */
export function namesOutcome({ text, type }: Report, { span }: Section): boolean {
  const words = type.outcomes?.of.flatMap(outcome => outcome.words) ?? []
  const { common } = commonText(text.slice(span.start, span.end))
  return words.some(each => [...everyWords(common, each)].length > 0)
}

/** The head of a column that is the section's title: the table takes the section's place. */
export function tableInstead(report: Report, section: SectionDefinition): TextSpan | undefined {
  const { text, type, blocks } = report
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const [head] = gridIn(text, block)
    if (head === undefined || head.cells.length < 2) continue
    const names = head.cells.map(({ start, end }) => textSpan(text, start, end))
    const cell = names.find(each => type.sectionNames.named(each.text)?.includes(section))
    if (cell !== undefined) return cell
  }
  return undefined
}

function placesOf(report: Report, section: Section, outcome: Outcome): readonly StatedOutcome[] {
  const found: StatedOutcome[] = []
  const sought = outcome.words.map(words => ({
    words: wordsAt(words),
    isNegative: negation.test(words),
  }))
  for (const paragraph of paragraphsIn(report.flow, section.blocks)) {
    const { text: own, written } = paragraphText(report, paragraph)
    for (const { words, isNegative } of sought)
      for (const { start, end } of everyWords(own, words)) {
        const sentence = sentenceAt(own, { start: 0, end: own.length }, start)
        const before = own.slice(sentence.start, start)
        if (/[\p{L}\d]$/u.test(before)) continue
        if (!isNegative && negation.test(before)) continue
        found.push({ outcome, section, words: written({ start, end }) })
      }
  }
  return found
}

const negation = /\b(?:no|not|nor|neither|without|never|previous|previously|last)\b/i
