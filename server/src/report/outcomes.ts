/** The outcome that a report states, where its type has outcomes instead of grades. */

import { type TextSpan, textSpan } from '../text/span'
import type { Outcome } from '../types/report-type'
import type { Report, Section } from './model'
import { wordsPattern } from './titles'

export interface StatedOutcome {
  readonly outcome: Outcome
  /** The section that states it. */
  readonly section: Section
  /** The words that state it. */
  readonly words: TextSpan
}

/**
 * The one outcome that the report states. Undefined where its section states none or several; words that
 * the sentence takes back ("did not identify any areas for priority action") state nothing.
 */
export function statedOutcome(report: Report): StatedOutcome | undefined {
  const { outcomes } = report.type
  if (outcomes === undefined) return undefined
  const section = report.sections.find(each => each.definition === outcomes.section)
  if (section === undefined) return undefined
  const found = outcomes.of.flatMap(outcome => placesOf(report, section, outcome))
  // "no areas for priority action" holds the words of the opposite.
  const stated = found.filter(
    ({ words }) =>
      !found.some(
        ({ words: other }) =>
          other.end - other.start > words.end - words.start &&
          other.start <= words.start &&
          words.end <= other.end,
      ),
  )
  const first = stated[0]
  return stated.every(({ outcome }) => outcome === first?.outcome) ? first : undefined
}

function placesOf(report: Report, section: Section, outcome: Outcome): readonly StatedOutcome[] {
  const { text } = report
  return outcome.words.flatMap(words => {
    const pattern = wordsPattern(words, 'gi')
    const hasNegation = negation.test(words)
    return section.blocks.flatMap(({ kind, content }) => {
      if (kind !== 'paragraph' && kind !== 'item') return []
      const own = text.slice(content.start, content.end)
      return [...own.matchAll(pattern)].flatMap(({ 0: match, index }) => {
        const before =
          own
            .slice(0, index)
            .split(/[.!?]\s/)
            .at(-1) ?? ''
        if (/[\p{L}\d]$/u.test(before) || (!hasNegation && negation.test(before))) return []
        const start = content.start + index
        return [{ outcome, section, words: textSpan(text, start, start + match.length) }]
      })
    })
  })
}

const negation = /\b(?:no|not|nor|neither|without|never|previous|previously|last)\b/i
