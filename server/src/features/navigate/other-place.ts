/** The command that goes to the other place of a judgement: from its section to its row and back. */

import * as l10n from '@vscode/l10n'
import type { Report, Section, SummaryEntry } from '../../report/model'
import type { Span } from '../../text/span'
import { definition } from './definition'
import { judgementOf, sectionAt, summaryEntryAt } from './places'

/**
 * The words to select at the other place of the judgement in whose section or row `offset` lies: the grade
 * there, or its title where no grade is stated. Elsewhere what *Go to definition* finds; otherwise undefined.
 */
export function otherPlace(report: Report, offset: number): Span | undefined {
  const row = summaryEntryAt(report, offset)
  if (row?.kind === 'row') {
    const section = report.judgements.find(judgement => judgement.row === row)?.section
    return section && inSection(section)
  }
  const there = judgementOf(report, sectionAt(report, offset))?.row
  if (there !== undefined) return inRow(there)
  const found = definition(report, offset)
  const selection = found?.targets[0]?.selection
  return selection?.start === found?.origin.start ? undefined : selection
}

/** What to tell a user who asks for the other place of a row that has none; undefined where it has one. */
export function whyNoOtherPlace(report: Report, offset: number): string | undefined {
  const row = summaryEntryAt(report, offset)
  if (row?.kind !== 'row' || row.definition === undefined) return undefined
  if (row.definition.section === undefined)
    return l10n.t('This judgement is stated in the table only.')
  const section = report.judgements.find(judgement => judgement.row === row)?.section
  return section === undefined ? l10n.t('The section of this judgement is missing.') : undefined
}

function inSection(section: Section): Span {
  return section.grade?.span ?? section.heading.title
}

function inRow(row: SummaryEntry): Span {
  return row.grade?.span ?? row.label
}
