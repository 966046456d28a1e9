/** Checks one rule, or all of them, on an annotated report. */

import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import type { Finding, Fix, Rule } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { builtInTypes } from '../../server/src/types/built-in'
import type { ReportType } from '../../server/src/types/report-type'
import { type Annotation, annotate, readAnnotated } from './annotated'

export interface CheckOptions {
  /** Reads the text as this type; the first built-in one if left out. */
  readonly type?: ReportType
}

/** The report in a test text, which is read as the given type whatever it looks like. */
export function reportOf(text: string, options: CheckOptions = {}): Report {
  const report = parseReport(text, { type: options.type ?? (builtInTypes()[0] as ReportType) })
  assert.ok(report !== undefined, 'the text is not read as a report')
  return report
}

/** Asserts that the rule finds just what is marked with `^^^^ rule-id: message` lines. */
export function checkRule(id: string, marked: string, options: CheckOptions = {}): void {
  const { text, annotations } = readAnnotated(marked)
  compare(text, annotations, [...ruleOf(id).check(reportOf(text, options))].map(asAnnotation(id)))
}

/** Asserts that the rule's only finding has a fix called `title` and what the text is after it. */
export function checkFix(
  id: string,
  before: string,
  title: string,
  after: string,
  options: CheckOptions = {},
): void {
  const { text } = readAnnotated(before)
  const fixes = fixesOf(id, text, options)
  const fix = fixes.find(each => each.title === title)
  assert.ok(
    fix !== undefined,
    `no fix "${title}" among: ${fixes.map(each => each.title).join(' | ')}`,
  )
  assert.equal(applyEdits(text, fix.edits), readAnnotated(after).text)
}

/** All fixes of all findings of the rule, in the order of the text. */
export function fixesOf(id: string, text: string, options: CheckOptions = {}): readonly Fix[] {
  return [...ruleOf(id).check(reportOf(text, options))]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap(finding => finding.fixes?.() ?? [])
}

function ruleOf(id: string): Rule {
  const rule = allRules.find(each => each.id === id)
  assert.ok(rule !== undefined, `there is no rule ${id}`)
  return rule
}

function asAnnotation(rule: string): (finding: Finding) => Annotation {
  return finding => ({
    start: finding.span.start,
    end: finding.span.end,
    rule,
    hasFix: (finding.fixes?.() ?? []).length > 0,
    message: finding.message,
  })
}

function compare(
  text: string,
  expected: readonly Annotation[],
  found: readonly Annotation[],
): void {
  const inOrder = (list: readonly Annotation[]) =>
    [...list].sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule))
  assert.equal(annotate(text, inOrder(found)), annotate(text, inOrder(expected)))
}

/** With `wrong` in place of the first `right`, the text has one problem, of that rule, and its first fix undoes it. */
export function checkCorrected(rule: string, text: string, right: string, wrong: string): void {
  assert.ok(text.includes(right), 'the words are in the report')
  const damaged = text.replace(right, wrong)
  const report = parseReport(damaged)
  assert.ok(report !== undefined)
  const findings = checkReport(report)
  assert.deepEqual(
    findings.map(each => each.rule.id),
    [rule],
  )
  const [fix] = findings[0]?.fixes?.() ?? []
  assert.equal(applyEdits(damaged, fix?.edits ?? []), text)
}
