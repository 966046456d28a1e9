/** Reads reports of single inspections, and lists what is found in them. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'
import type { Report, Section } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'

/** The report; fails if the text is not one of a single inspection. */
export function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  assert.equal(report.type.id, 'ofsted-single-inspection')
  return report
}

/** `mismatched-grade: Good`: the rules with the words that they mark. */
export function found(text: string): readonly string[] {
  return checkReport(read(text)).map(
    ({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`,
  )
}

/** The text as an import makes it, finished. */
export const imported = (text: string) => tidy(text).text.replace('Status: draft\n', '')

export const isLeadership = ({ definition }: Section) => definition.id === 'leadership'
