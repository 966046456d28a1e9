/** The outcome of a report whose type has outcomes instead of grades, as lists and comparisons give it. */

import { outcomeSection, statedOutcome } from '../../report/grades/outcomes'
import type { Report } from '../../report/model'
import { plainLine } from './section-title'

export interface ReportOutcome {
  /** The title of the section that states it: `Inspection outcome`. */
  readonly title: string
  /** The type's words for it; undefined where none or several are stated. */
  readonly words: string | undefined
  /** 0 for the best; undefined where `words` is. */
  readonly rank: number | undefined
  /** Where it is stated, otherwise its section. */
  readonly at: number
}

/** Undefined where the type has no outcomes, or the section that states one is not there. */
export function reportOutcome(report: Report): ReportOutcome | undefined {
  const section = outcomeSection(report)
  if (section === undefined) return undefined
  const stated = statedOutcome(report)
  return {
    title: plainLine(section.heading.title.text),
    words: stated?.outcome.words[0],
    rank: stated?.outcome.rank,
    at: stated?.words.start ?? section.heading.title.start,
  }
}
