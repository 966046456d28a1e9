/** What is asked about, and what must be true of whatever is answered. */

import assert from 'node:assert/strict'
import { formatting } from '../../server/src/features/edit/formatting'
import type { PlanOrReason } from '../../server/src/features/edit/plan'
import type { Report } from '../../server/src/report/model'
import { parseReport, parseSteps } from '../../server/src/report/parse'
import type { CheckedFinding } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits, type TextEdit } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { finish } from '../../server/src/text/steps'

/** A report that is asked about: read and checked once, as the server does for each version. */
export interface Asked {
  readonly report: Report
  readonly findings: readonly CheckedFinding[]
}

/** The report with what is found in it. */
export function askedOf(report: Report): Asked {
  return { report, findings: checkReport(report) }
}

export function wholeOf({ text }: Report): Span {
  return { start: 0, end: text.length }
}

export function inside({ text }: Report, ...spans: readonly Span[]): void {
  for (const { start, end } of spans)
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${start} to ${end} is not in a text of ${text.length} characters`,
    )
}

/** Every stretch in an answer, however deep. */
export function insideAll(report: Report, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return
  if ('start' in answer && 'end' in answer) inside(report, answer as Span)
  else for (const part of Object.values(answer)) insideAll(report, part)
}

export function isOnOneLine({ lines }: Report, { start, end }: Span): boolean {
  return end <= Math.max(start, lines.end(lines.lineAt(start)))
}

export function changesSomething({ text }: Report): (edit: TextEdit) => boolean {
  return ({ span, newText }) => text.slice(span.start, span.end) !== newText
}

/** Edits are inside the text and clear of each other, so that they can be made. */
export function checkEdits(report: Pick<Report, 'text'>, edits: readonly TextEdit[]): void {
  inside(report as Report, ...edits.map(({ span }) => span))
  applyEdits(report.text, edits)
}

export function checkPlan(report: Report, plan: PlanOrReason): void {
  if ('error' in plan) return void assert.notEqual(plan.error, '')
  assert.notEqual(plan.title, '')
  checkEdits(report, plan.changes)
}

/** The edits that format a report, or a stretch of it. */
export function formattingOf(report: Report, within?: Span): readonly TextEdit[] {
  const readAgain = (text: string) => parseSteps(text, { type: report.type })
  return finish(formatting(report, readAgain, within))
}

export function readAgainAs({ type }: Report): (text: string) => Report | undefined {
  return text => parseReport(text, { type })
}
