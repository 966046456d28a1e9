/** The command that goes to the other place of a judgement: from its section to its row and back. */

import type { Report, Section, SummaryEntry } from '../report/model'
import type { Span } from '../text/span'
import { definition } from './definition'
import { judgementOf, sectionAt, summaryEntryAt } from './places'

/**
 * The words to select at the other place of the judgement in whose section or row `offset` lies: the grade
 * there, or its title where no grade is stated. Elsewhere what *Go to definition* finds; else undefined.
 */
export function otherPlace(report: Report, offset: number): Span | undefined {
  const row = summaryEntryAt(report, offset)
  if (row !== undefined) {
    const section = report.judgements.find(judgement => judgement.row === row)?.section
    if (section !== undefined) return inSection(section)
  }
  const there = judgementOf(report, sectionAt(report, offset))?.row
  if (there !== undefined) return inRow(there)
  const found = definition(report, offset)
  const selection = found?.targets[0]?.selection
  return selection?.start === found?.origin.start ? undefined : selection
}

function inSection(section: Section): Span {
  return section.grade?.span ?? section.heading.title
}

function inRow(row: SummaryEntry): Span {
  return row.grade?.span ?? row.label
}
