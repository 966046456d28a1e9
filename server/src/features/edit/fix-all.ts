/** *Fix all*: applies the safe fixes of a text's findings until none is left. */

import { parseSteps } from '../../report/parse'
import type { TypeChoice } from '../../report/recognise/recognise'
import type { CheckedFinding, Fix } from '../../rules/rule'
import { checkSteps } from '../../rules/run'
import { applyEdits, TakenPlaces, type TextEdit } from '../../text/edits'
import { append } from '../../text/lists'
import { finish, type Steps } from '../../text/steps'
import type { TypeCatalogue } from '../../types/catalogue'
import type { ReportType, RuleSeverity } from '../../types/report-type'

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

/** How many findings are dealt with in one step. */
const findingsInStep = 20

/**
 * Applies only safe fixes, in the order of the text: first, all at once, those that do not touch each other. Then
 * it checks again, until nothing changes. A text that is not a report stays as it is.
 *
 * Inserted text uses the line ends of the text.
 */
export function fixAll(text: string, options: FixAllOptions = {}): FixAllResult {
  return finish(fixAllSteps(text, options))
}

/** The same, in steps. */
export function* fixAllSteps(text: string, options: FixAllOptions = {}): Steps<FixAllResult> {
  const applied: AppliedFix[] = []
  const seen = new Set([text])
  for (let round = 0; round < mostRounds; round++) {
    const next = yield* oneRound(text, options)
    // Two rules that undo each other would go round in circles: the text stays as it was when first seen.
    if (next.applied.length === 0 || seen.has(next.text)) break
    seen.add(next.text)
    text = next.text
    append(applied, next.applied)
  }
  return { text, applied }
}

function* oneRound(text: string, options: FixAllOptions): Steps<FixAllResult> {
  const { types, choice, type, severities, rule } = options
  const report = yield* parseSteps(text, { ...(types && { types }), choice, ...(type && { type }) })
  if (report === undefined) return { text, applied: [] }
  const edits: TextEdit[] = []
  const taken = new TakenPlaces()
  const applied: AppliedFix[] = []
  for (const [index, finding] of (yield* checkSteps(report, severities)).entries()) {
    if (index % findingsInStep === 0) yield
    if (rule !== undefined && finding.rule.id !== rule) continue
    const fix = safeFix(finding)
    if (fix === undefined || !taken.take(fix.edits)) continue
    for (const edit of fix.edits) edits.push(edit)
    applied.push({ rule: finding.rule.id, title: fix.title })
  }
  return { text: applyEdits(text, withLineEndsOf(text, edits)), applied }
}

/** The fix that *fix all* may apply: the preferred one if it is safe, otherwise the first safe one. */
function safeFix(finding: CheckedFinding): Fix | undefined {
  const safe = (finding.fixes?.() ?? []).filter(fix => fix.safe && fix.edits.length > 0)
  return safe.find(fix => fix.preferred) ?? safe[0]
}

/** The same edits, with the text's own line ends in what they insert. */
export function withLineEndsOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  if (lineEnd === '\n') return edits
  return edits.map(({ span, newText }) => ({
    span,
    newText: newText.replace(/\r\n?|\n/g, lineEnd),
  }))
}
