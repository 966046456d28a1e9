/** Sections that the report's outcome asks for, or does not allow. */

import type { Report, Section } from '../report/model'
import { type StatedOutcome, statedOutcome } from '../report/outcomes'
import { onOneLine } from './fixes/one-line'
import type { Finding, Rule } from './rule'

export const mismatchedOutcome: Rule = {
  id: 'mismatched-outcome',
  summary: 'A section that the outcome asks for is not there, or one that it does not allow is',
  severity: 'warning',
  fixable: 'never',
  *check(report): Iterable<Finding> {
    const stated = statedOutcome(report)
    if (stated === undefined) return
    yield* missing(report, stated)
    for (const definition of stated.outcome.excludes) {
      const section = report.sections.find(each => each.definition === definition)
      if (section === undefined || saysNone(report, section)) continue
      yield {
        span: onOneLine(report, section.heading.title),
        message: `"${definition.title}" does not go with the outcome that this report states. Take the section out, or change the outcome.`,
        related: [
          { span: onOneLine(report, stated.words), message: 'The outcome is stated here.' },
        ],
      }
    }
  },
}

function* missing(report: Report, { outcome, words }: StatedOutcome): Iterable<Finding> {
  for (const definition of outcome.needs) {
    if (report.sections.some(each => each.definition === definition)) continue
    yield {
      span: onOneLine(report, words),
      message: `With this outcome there is a section "${definition.title}". Write it, or change the outcome.`,
      ...(report.status === 'draft' ? { toDo: true } : {}),
    }
  }
}

/** "There are no areas for priority action.": the section says itself that nothing stands in it. */
function saysNone({ text }: Report, { blocks, hasText }: Section): boolean {
  if (!hasText) return true
  const first = blocks.find(({ kind }) => kind === 'paragraph' || kind === 'item')
  if (first === undefined) return false
  const { start, end } = first.content
  return end - start < 160 && /\b(?:no|none|not)\b/i.test(text.slice(start, end))
}
