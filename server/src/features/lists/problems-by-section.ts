/** The problems of a report under the sections they are in, for readers who see no lines. */

import type { Report } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import { wordPlace } from '../wording/word-place'

export interface SectionProblems {
  /** `Quality of provision (Safeguarding services)`, `Contents`, `Cover`. */
  readonly section: string
  readonly problems: readonly PlacedProblem[]
}

export interface PlacedProblem {
  /** `paragraph 12`, `row "Quality of provision"`; empty where nothing is nearer than the section. */
  readonly within: string
  readonly finding: CheckedFinding
}

/** The findings in the order of the text, those of one section together. */
export function problemsBySection(
  report: Report,
  findings: readonly CheckedFinding[],
): readonly SectionProblems[] {
  const sections: { section: string; problems: PlacedProblem[] }[] = []
  const inOrder = [...findings].sort((a, b) => a.span.start - b.span.start)
  for (const finding of inOrder) {
    const { section, within } = wordPlace(report, finding.span.start)
    const last = sections.at(-1)
    if (last?.section === section) last.problems.push({ within, finding })
    else sections.push({ section, problems: [{ within, finding }] })
  }
  return sections
}
