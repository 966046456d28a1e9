/** *Fix all*: applies the safe fixes of a text's findings until none is left. */

import type { Report } from '../../report/model'
import { parseSteps } from '../../report/parse'
import type { TypeChoice } from '../../report/recognise/recognise'
import type { CheckedFinding, Fix } from '../../rules/rule'
import { checkSteps } from '../../rules/run'
import { applyEdits, inOrder, TakenPlaces, type TextEdit } from '../../text/edits'
import { combined } from '../../text/follow'
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
  /** Only the findings of these rules. */
  readonly rules?: ReadonlySet<string>
  /** Which findings are still to be dealt with; all if left out. */
  readonly findingsLeft?: (
    report: Report,
    findings: readonly CheckedFinding[],
  ) => readonly CheckedFinding[]
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
    for (const { rule, title } of next.applied) applied.push({ rule, title })
  }
  return { text, applied }
}

/** A fix by what it does to the text as it was. */
export interface TracedFix extends AppliedFix {
  /** None where it cuts into what an earlier fix has written. */
  readonly edits: readonly TextEdit[]
}

export interface FixSomeOptions extends FixAllOptions {
  /** The fixes of a finding, of which the first that is accepted is applied; the safe one if left out. */
  readonly candidates?: (finding: CheckedFinding) => readonly Fix[]
  /** How often the text is checked, at most. */
  readonly rounds?: number
}

export interface FixSomeResult extends FixAllResult {
  readonly applied: readonly TracedFix[]
  /** Edits of the text as it was that do what all the fixes do. */
  readonly edits: readonly TextEdit[]
  /** The fixes that were not accepted, each once. */
  readonly refused: readonly TracedFix[]
}

/**
 * The same with those fixes only that are accepted. A fix that cuts into what an earlier one has written is not
 * accepted.
 */
export function* fixSomeSteps(
  text: string,
  options: FixSomeOptions,
  accepts: (fix: TracedFix) => boolean,
): Steps<FixSomeResult> {
  const { candidates = safeFixes, rounds = mostRounds } = options
  const applied: TracedFix[] = []
  let edits: readonly TextEdit[] = []
  let refused = new Map<string, TracedFix>()
  let now = text
  const seen = new Set([text])
  for (let round = 0; round < rounds; round++) {
    refused = new Map()
    const before = edits
    const traced = new Map<Fix, TracedFix>()
    const next = yield* oneRound(now, options, candidates, (fix, rule) => {
      const own = editsBefore(before, fix.edits)
      const each = { rule, title: fix.title, edits: own ?? [] }
      traced.set(fix, each)
      if (own !== undefined && accepts(each)) return true
      refused.set(keyOfFix(each), each)
      return false
    })
    if (next.applied.length === 0 || seen.has(next.text)) break
    seen.add(next.text)
    now = next.text
    edits = combined(before, next.edits)
    for (const { fix, rule, title } of next.applied)
      applied.push(traced.get(fix) ?? { rule, title, edits: [] })
  }
  return { text: now, applied, edits, refused: [...refused.values()] }
}

/** The same fix of the same text has the same key, and no other has. */
export function keyOfFix({ rule, title, edits }: TracedFix): string {
  return [rule, title, ...edits.map(keyOf)].join('\n')
}

/**
 * The edits of a text that was edited before, as edits of what it was then, with whatever they change of the edits
 * before. Undefined where one of them cuts into one of those.
 */
function editsBefore(
  before: readonly TextEdit[],
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  let shift = 0
  for (const { span, newText } of inOrder(before)) {
    const start = span.start + shift
    const end = start + newText.length
    shift += newText.length - (span.end - span.start)
    const cuts = (each: TextEdit) =>
      each.span.start < end &&
      start < each.span.end &&
      !(start <= each.span.start && each.span.end <= end)
    if (edits.some(cuts)) return undefined
  }
  const known = new Set(before.map(keyOf))
  return combined(before, edits).filter(each => !known.has(keyOf(each)))
}

const keyOf = ({ span, newText }: TextEdit) => `${span.start} ${span.end} ${newText}`

interface Round {
  readonly text: string
  readonly applied: readonly (AppliedFix & { readonly fix: Fix })[]
  readonly edits: readonly TextEdit[]
}

function* oneRound(
  text: string,
  options: FixAllOptions,
  candidates: (finding: CheckedFinding) => readonly Fix[] = safeFixes,
  accepts: (fix: Fix, rule: string) => boolean = () => true,
): Steps<Round> {
  const { types, choice, type, severities, rules, findingsLeft } = options
  const report = yield* parseSteps(text, { ...(types && { types }), choice, ...(type && { type }) })
  if (report === undefined) return { text, applied: [], edits: [] }
  const edits: TextEdit[] = []
  const taken = new TakenPlaces()
  const applied: (AppliedFix & { readonly fix: Fix })[] = []
  const all = yield* checkSteps(report, severities)
  for (const [index, finding] of (findingsLeft?.(report, all) ?? all).entries()) {
    if (index % findingsInStep === 0) yield
    const rule = finding.rule.id
    if (rules !== undefined && !rules.has(rule)) continue
    const fix = candidates(finding).find(each => accepts(each, rule))
    if (fix === undefined || !taken.take(fix.edits)) continue
    for (const edit of fix.edits) edits.push(edit)
    applied.push({ rule, title: fix.title, fix })
  }
  const written = withLineEndsOf(text, edits)
  return { text: applyEdits(text, written), applied, edits: written }
}

/** The fix that *fix all* may apply: the preferred one if it is safe, otherwise the first safe one. */
export function safeFixes(finding: CheckedFinding): readonly Fix[] {
  const safe = (finding.fixes?.() ?? []).filter(fix => fix.safe && fix.edits.length > 0)
  const fix = safe.find(each => each.preferred) ?? safe[0]
  return fix === undefined ? [] : [fix]
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
