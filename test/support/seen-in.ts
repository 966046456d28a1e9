/** What is read in a text and found in it, to be compared with what is read in another way. */

import type { Report } from '../../server/src/report/model'
import { checkReport } from '../../server/src/rules/run'

/** What is read in the text and found in it, in one line; empty where it is not a report. */
export function seenIn(report: Report | undefined): string {
  if (report === undefined) return ''
  return JSON.stringify([
    report.type.id,
    report.text,
    report.recognised,
    report.title,
    report.cover.fields.map(({ id, value, dates }) => [id, value, dates]),
    report.contents?.entries.map(({ title, page, placement }) => [title, page, placement]),
    report.sections.map(each => [each.definition.id, each.heading, each.grade, each.opening]),
    report.summary?.entries.map(({ label, grade, placement }) => [label, grade, placement]),
    report.blocks,
    report.numbering.paragraphs.map(({ number, label, fragments }) => [number, label, fragments]),
    report.references.map(({ number, digits }) => [number, digits]),
    checkReport(report).map(({ rule, span, message }) => [rule.id, span, message]),
  ])
}
