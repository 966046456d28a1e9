/** Puts one defect at a time into a report and sees whether the rules find it. */

import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import type { CheckedFinding } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import type { LineIndex } from '../../server/src/text/lines'
import { contains, type Span } from '../../server/src/text/span'
import type { ReportType } from '../../server/src/types/report-type'
import { type Defect, moved } from './defect'
import { generators } from './defects'
import { isRestored } from './restored'

/** What became of one defect. */
export interface Outcome {
  readonly rule: string
  readonly defect: Defect
  readonly damaged: string
  /** Findings that the text before the defect does not have. */
  readonly findings: readonly CheckedFinding[]
  readonly found: boolean
  readonly placed: boolean
  /** Nothing else is reported. */
  readonly alone: boolean
  /** Undefined where no fix can know what was there. */
  readonly undone: boolean | undefined
}

export interface RecallOptions {
  /** Only these rules; all if left out. */
  readonly rules?: readonly string[]
  /** One in this many defects of a rule is tried, but at least one, from another on in each text; all if left out. */
  readonly every?: number
  /** Reads the text as this type; if left out, as the one as which it is recognised. */
  readonly type?: ReportType
}

// A rule that is off by default is tried anyway.
const allOn = Object.fromEntries(
  allRules
    .filter(({ severity }) => severity === 'off')
    .map(({ id }) => [id, 'information'] as const),
)

/** Tries the defects in the text, which must be a report, one after the other. */
export function* recall(text: string, options: RecallOptions = {}): Iterable<Outcome> {
  const report = parseReport(text, options.type === undefined ? {} : { type: options.type })
  if (report === undefined) throw new Error('this is not a report of a known type')
  const before = checkReport(report, allOn)
  for (const [rule, generator] of Object.entries(generators)) {
    if (options.rules !== undefined && !options.rules.includes(rule)) continue
    // What the type itself switches off claims nothing in its reports.
    if (report.type.severities[rule] === 'off') continue
    const { every = 1 } = options
    const defects = [...generator(report)]
    // Otherwise the first defect of each report, always of the same kind, would be tried far too often.
    const first = (text.length + rule.length) % Math.min(every, defects.length || 1)
    for (let at = first; at < defects.length; at += every)
      yield tryDefect(rule, defects[at] as Defect, report, before, options.type)
  }
}

function tryDefect(
  rule: string,
  defect: Defect,
  report: Report,
  before: readonly CheckedFinding[],
  type: ReportType | undefined,
): Outcome {
  const damaged = applyEdits(report.text, defect.edits)
  const after = parseReport(damaged, type === undefined ? {} : { type })
  const findings =
    after === undefined
      ? []
      : newFindings(before, checkReport(after, allOn), defect, report.lines, after.lines)
  const claimed = findings.filter(finding => [rule, ...defect.or].includes(finding.rule.id))
  const others = findings.filter(finding => {
    return finding !== claimed[0] && !defect.along.includes(finding.rule.id)
  })
  return {
    rule,
    defect,
    damaged,
    findings,
    found: claimed.length > 0,
    placed: claimed.some(({ span }) => defect.where.some(where => contains(where, span))),
    alone: claimed.length > 0 && others.length === 0,
    undone: defect.undoable
      ? claimed.some(finding => isUndoneBy(finding, damaged, report, defect))
      : undefined,
  }
}

function isUndoneBy(
  finding: CheckedFinding,
  damaged: string,
  report: Report,
  { byFirst, restored }: Defect,
): boolean {
  const fixes = finding.fixes?.() ?? []
  return (byFirst ? fixes.slice(0, 1) : fixes).some(({ edits }) => {
    const fixed = applyEdits(damaged, edits)
    return restored === undefined ? isRestored(fixed, report) : fixed === restored
  })
}

/**
 * The findings that were not there before: an old one is at the same place with the same message, or at the
 * same place, or, where the defect moves text, on the same line of text elsewhere.
 */
function newFindings(
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
  defect: Defect,
  original: LineIndex,
  damaged: LineIndex,
): readonly CheckedFinding[] {
  const old = before.map(finding => ({
    rule: finding.rule.id,
    message: finding.message,
    start: moved(finding.span, defect.edits).start,
    line: lineOf(original, finding.span),
  }))
  const without = (
    findings: readonly CheckedFinding[],
    isSame: (one: (typeof old)[number], finding: CheckedFinding) => boolean,
  ) =>
    findings.filter(finding => {
      const index = old.findIndex(one => one.rule === finding.rule.id && isSame(one, finding))
      if (index !== -1) old.splice(index, 1)
      return index === -1
    })
  // The same message first: several findings may be at one place, as on the title.
  let left = without(after, (one, { span, message }) => {
    return one.start === span.start && one.message === message
  })
  left = without(left, (one, { span }) => one.start === span.start)
  return without(left, (one, { span }) => one.line === lineOf(damaged, span))
}

/** The text of the line, whatever number its paragraph has. */
function lineOf(lines: LineIndex, span: Span): string {
  const line = lines.lineAt(span.start)
  return lines.text.slice(lines.start(line), lines.end(line)).replace(/^[-*\s]*\d+[.]?\s+/, '')
}
