/** Finished reports of every edition, without a fault, for tests that put one in. */

import assert from 'node:assert/strict'
import { changeStatus } from '../../server/src/features/drafts/draft-status'
import { newReport } from '../../server/src/features/drafts/new-report'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { coverOf, filled, rightFor } from './new-drafts'

export interface FinishedReport {
  /** The type's id and the edition's name. */
  readonly name: string
  readonly text: string
}

/** One of each edition, every place filled in with something right. */
export function finishedReports(): readonly FinishedReport[] {
  const catalogue = builtInCatalogue()
  return catalogue.types.flatMap(type =>
    type.editions.map(({ source }): FinishedReport => {
      const values = coverOf(source.valid?.from)
      const { snippet } = newReport(catalogue, type, values)
      const draft = filled(snippet, stop => rightFor(stop, values))
      const name = [type.id, ...(source.edition === undefined ? [] : [source.edition])].join(', ')
      return { name, text: applyEdits(draft, changeStatus(read(draft), 'finished')) }
    }),
  )
}

/** The same as it is copied from a page: no marks of Markdown, and tables in columns. */
export function asPlainText(text: string): string {
  return text
    .replace(/^#+ /gm, '')
    .replaceAll('**', '')
    .replace(/^\|[ |:-]+\|\n/gm, '')
    .replace(/^\| (.*?) \| *\|$/gm, '$1')
    .replace(
      /^\| (.*?) \| (.*?) \|$/gm,
      (_, name: string, grade: string) => name.padEnd(95) + grade,
    )
}

export function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  return report
}

/** `safeguarding good in-order exact`: what is read of each section. */
export function sectionsIn(text: string): readonly string[] {
  return read(text).sections.map(({ definition, grade, placement, match }) =>
    [definition.id, grade?.grade?.word, placement, match].join(' '),
  )
}

/** `safeguarding good`, with the places that were not read: what is read of each judgement. */
export function judgementsIn(text: string): readonly string[] {
  return read(text).judgements.map(({ definition, title, grade, unread }) =>
    [definition.id ?? title, grade?.word, ...unread].join(' '),
  )
}

/** `missing-section: About`, with the marked words: every problem of the text. */
export function problemsIn(text: string): readonly string[] {
  return checkReport(read(text)).map(
    ({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`,
  )
}
