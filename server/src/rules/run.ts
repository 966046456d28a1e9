/** Runs the rules over a report. */

import type { Report } from '../report/model'
import { finish, type Steps } from '../text/steps'
import type { ReportType, RuleSeverity } from '../types/report-type'
import { allRules } from './all'
import type { CheckedFinding, Finding, Rule, Severity } from './rule'
import { suppress } from './suppress'

/** Severities by rule id; a rule that is not named keeps the report type's severity or its own. */
export type Severities = Readonly<Record<string, RuleSeverity>>

/** How serious the rule's findings are in this report. */
export function severityOf(rule: Rule, report: Report, severities: Severities): RuleSeverity {
  return severities[rule.id] ?? report.type.severities[rule.id] ?? rule.severity
}

const noSeverities: Severities = {}

interface ActiveRules {
  readonly active: readonly { readonly rule: Rule; readonly severity: Severity }[]
  /** Their ids. */
  readonly ran: ReadonlySet<string>
}

/** By type and settings, neither of which ever changes: those for a draft, and those for a report that is finished. */
const knownActive = {
  draft: new WeakMap<ReportType, WeakMap<Severities, ActiveRules>>(),
  finished: new WeakMap<ReportType, WeakMap<Severities, ActiveRules>>(),
}

/** The rules that are not switched off, in their order, without those that wait until a draft is finished. */
function activeRules(report: Report, severities: Severities): ActiveRules {
  const byType = knownActive[report.status]
  const ofType = byType.get(report.type) ?? new WeakMap<Severities, ActiveRules>()
  byType.set(report.type, ofType)
  const known = ofType.get(severities)
  if (known !== undefined) return known
  const active = allRules.flatMap(rule => {
    const severity = severityOf(rule, report, severities)
    const isWaiting = rule.waitsForFinish === true && report.status === 'draft'
    return severity === 'off' || isWaiting ? [] : [{ rule, severity }]
  })
  const rules = { active, ran: new Set(active.map(({ rule }) => rule.id)) }
  ofType.set(severities, rules)
  return rules
}

/** What all the rules find in the report, except what the text says to ignore, in the order of the text. */
export function checkReport(
  report: Report,
  severities: Severities = noSeverities,
): readonly CheckedFinding[] {
  return finish(checkSteps(report, severities))
}

/** The same in steps: one for each rule, and one for each `findingsInStep` findings. */
export function* checkSteps(
  report: Report,
  severities: Severities = noSeverities,
): Steps<readonly CheckedFinding[]> {
  const { active, ran } = activeRules(report, severities)
  const found: CheckedFinding[] = []
  for (const { rule, severity } of active) {
    for (const finding of rule.check(report)) {
      found.push(checked(finding, rule, severity))
      if (found.length % findingsInStep === 0) yield
    }
    yield
  }
  const { findings, silenced } = suppress(report, found.sort(byPlace))

  const afterwards: CheckedFinding[] = []
  for (const { rule, severity } of active) {
    const more = rule.checkRun?.(report, { known, ran, silenced }) ?? []
    for (const finding of more) afterwards.push(checked(finding, rule, severity))
  }
  return afterwards.length === 0 ? findings : [...findings, ...afterwards].sort(byPlace)
}

/** Enough that the steps cost nothing, and few enough that none takes longer than a rule. */
const findingsInStep = 100

const known: ReadonlySet<string> = new Set(allRules.map(rule => rule.id))

/** Adds to the finding, which was made for this check alone, what the runner knows. */
function checked(finding: Finding, rule: Rule, severity: Severity): CheckedFinding {
  return Object.assign(finding, { rule, severity: severityIn(finding, severity) })
}

function severityIn({ toDo, doubtful }: Finding, severity: Severity): Severity {
  if (toDo === true) return 'hint'
  return doubtful === true && severity !== 'hint' ? 'information' : severity
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end
}
