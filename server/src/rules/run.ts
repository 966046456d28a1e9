/** Runs the rules over a report. */

import type { Report } from '../report/model'
import type { RuleSeverity } from '../types/report-type'
import { allRules } from './all'
import type { CheckedFinding, Rule } from './rule'

/** Severities by rule id; a rule that is not named keeps the report type's or its own. */
export type Severities = Readonly<Record<string, RuleSeverity>>

/** How grave the rule's findings are in this report. */
export function severityOf(rule: Rule, report: Report, severities: Severities): RuleSeverity {
  return severities[rule.id] ?? report.type.severities[rule.id] ?? rule.severity
}

/** What all rules find in the report, in the order of the text. */
export function checkReport(report: Report, severities: Severities = {}): readonly CheckedFinding[] {
  const findings: CheckedFinding[] = []
  for (const rule of allRules) {
    const severity = severityOf(rule, report, severities)
    if (severity === 'off') continue
    for (const finding of rule.check(report))
      findings.push({ ...finding, rule, severity: finding.toDo === true ? 'hint' : severity })
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
