/** *Fix all*: applies the safe fixes of a text's findings until none is left. */

import { parseReport } from '../report/parse'
import type { TypeChoice } from '../report/recognise'
import type { CheckedFinding, Fix } from '../rules/rule'
import { checkReport } from '../rules/run'
import { applyEdits, conflict, type TextEdit } from '../text/edits'
import type { TypeCatalogue } from '../types/catalogue'
import type { ReportType, RuleSeverity } from '../types/report-type'

export interface FixAllOptions {
  /** The report types to choose from; the built-in ones if left out. */
  readonly types?: TypeCatalogue
  readonly choice?: TypeChoice | undefined
  readonly type?: ReportType
  /** Severities that differ from the rules' own; a rule that is off fixes nothing. */
  readonly severities?: Readonly<Record<string, RuleSeverity>>
  /** Only the findings of this rule. */
  readonly rule?: string
}

export interface FixAllResult {
  /** The text after all fixes: the same string if nothing was fixed. */
  readonly text: string
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[]
}

export interface AppliedFix {
  readonly rule: string
  /** The fix in the user's words: `Write "Overall effectiveness"`. */
  readonly title: string
}

// A fix may uncover the next fault (a row can only be moved once its name is right), but not for ever.
const mostRounds = 10

/**
 * Applies safe fixes only, those that do not touch each other at once, in the order of the text, and
 * looks again until nothing changes. A text that is no report stays as it is.
 *
 * What is inserted takes the line ends of the text.
 */
export function fixAll(text: string, options: FixAllOptions = {}): FixAllResult {
  const applied: AppliedFix[] = []
  const seen = new Set([text])
  for (let round = 0; round < mostRounds; round++) {
    const next = oneRound(text, options)
    // Two rules that undo each other would go round in circles: the text stays as first seen.
    if (next.applied.length === 0 || seen.has(next.text)) break
    seen.add(next.text)
    text = next.text
    applied.push(...next.applied)
  }
  return { text, applied }
}

function oneRound(text: string, options: FixAllOptions): FixAllResult {
  const { types, choice, type, severities, rule } = options
  const report = parseReport(text, { ...(types && { types }), choice, ...(type && { type }) })
  if (report === undefined) return { text, applied: [] }
  const edits: TextEdit[] = []
  const applied: AppliedFix[] = []
  for (const finding of checkReport(report, severities)) {
    if (rule !== undefined && finding.rule.id !== rule) continue
    const fix = safeFix(finding)
    if (fix === undefined || conflict(fix.edits, edits)) continue
    edits.push(...fix.edits)
    applied.push({ rule: finding.rule.id, title: fix.title })
  }
  return { text: applyEdits(text, withLineEndsOf(text, edits)), applied }
}

/** The fix that *fix all* may apply: the preferred one if it is safe, else the first safe one. */
function safeFix(finding: CheckedFinding): Fix | undefined {
  const safe = (finding.fixes?.() ?? []).filter(fix => fix.safe && fix.edits.length > 0)
  return safe.find(fix => fix.preferred) ?? safe[0]
}

/** The same edits, with the line ends that the text uses in what they insert. */
export function withLineEndsOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  if (lineEnd === '\n') return edits
  return edits.map(({ span, newText }) => ({
    span,
    newText: newText.replace(/\r\n?|\n/g, lineEnd),
  }))
}
