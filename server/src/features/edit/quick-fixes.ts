/** What can be done about the problems at a place: their fixes, the same for all of a kind, ignoring. */

import * as l10n from '@vscode/l10n'
import type { Block, Report } from '../../report/model'
import type { CheckedFinding, Fix, Rule } from '../../rules/rule'
import { insert, TakenPlaces, type TextEdit } from '../../text/edits'
import { append } from '../../text/lists'
import type { Span } from '../../text/span'

export interface QuickFix {
  /** An instruction in the user's words. */
  readonly title: string
  readonly kind: 'fix' | 'fix-kind' | 'ignore'
  readonly preferred: boolean
  /** The problems that it settles. */
  readonly findings: readonly CheckedFinding[]
  readonly edits: readonly TextEdit[]
  /** The first edit with tab stops, for editors that have them. */
  readonly snippet?: TextEdit
  /** For ignoring: what the comment says apart from the reason, for editors that can ask for one. */
  readonly ignoring?: Ignoring
}

export interface Ignoring {
  readonly rule: string
  readonly scope: 'ignore' | 'ignore-file'
  /** Where the comment's line goes. */
  readonly at: number
}

/**
 * The actions for the findings that touch `span`, fixes first: for each finding the preferred one, then the
 * others; then *fix all of this kind*; then ignoring. Empty where there is no problem.
 */
export function quickFixes(
  report: Report,
  findings: readonly CheckedFinding[],
  span: Span,
): readonly QuickFix[] {
  const here = findings.filter(
    finding => finding.span.start <= span.end && span.start <= finding.span.end,
  )
  if (here.length === 0) return []
  const rules = [...new Set(here.map(finding => finding.rule))]
  return [
    ...distinct(here.flatMap(ownFixes)),
    ...rules.flatMap(rule => fixesOfKind(rule, here, findings)),
    ...rules.flatMap(rule => ignoring(report, rule, here)),
  ]
}

function ownFixes(finding: CheckedFinding): QuickFix[] {
  const fixes = finding.fixes?.() ?? []
  return fixes
    .map(fix => ownFix(finding, fix))
    .sort((a, b) => Number(b.preferred) - Number(a.preferred))
}

function ownFix(finding: CheckedFinding, fix: Fix): QuickFix {
  const { title, preferred, edits, snippet, safe, settlesAll } = fix
  return {
    title,
    kind: safe && settlesAll === true ? 'fix-kind' : 'fix',
    preferred: preferred === true,
    findings: [finding],
    edits,
    ...(snippet && { snippet }),
  }
}

/** One entry for a fix that several findings at one place have in common. */
function distinct(fixes: readonly QuickFix[]): QuickFix[] {
  const byContent = new Map<string, { fix: QuickFix; readonly findings: CheckedFinding[] }>()
  // A fix that settles all findings is worked out once, since it may be as long as the report.
  const contents = new Map<readonly TextEdit[], string>()
  for (const fix of fixes) {
    const edits = contents.get(fix.edits) ?? JSON.stringify(fix.edits)
    contents.set(fix.edits, edits)
    const same = byContent.get(`${fix.title}\n${edits}`)
    if (same === undefined)
      byContent.set(`${fix.title}\n${edits}`, { fix, findings: [...fix.findings] })
    else {
      if (fix.preferred) same.fix = { ...same.fix, preferred: true }
      append(same.findings, fix.findings)
    }
  }
  return [...byContent.values()].map(({ fix, findings }) => ({ ...fix, findings }))
}

/**
 * The safe fixes of all findings of the rule as one, where that is more than the fixes offered anyway.
 * A rule with a fix that settles all its findings at once needs no other.
 */
function fixesOfKind(
  rule: Rule,
  here: readonly CheckedFinding[],
  findings: readonly CheckedFinding[],
): QuickFix[] {
  const own = here.filter(finding => finding.rule === rule)
  const ownSafe = own.flatMap(finding => (finding.fixes?.() ?? []).filter(fix => fix.safe))
  if (ownSafe.length === 0 || ownSafe.some(fix => fix.settlesAll)) return []
  const settled: CheckedFinding[] = []
  const edits: TextEdit[] = []
  const taken = new TakenPlaces()
  for (const finding of findings) {
    if (finding.rule !== rule) continue
    const fix = safeFix(finding)
    if (fix === undefined || !taken.take(fix.edits)) continue
    settled.push(finding)
    for (const edit of fix.edits) edits.push(edit)
  }
  if (settled.length <= 1) return []
  const title = l10n.t('Fix all {0} problems of this kind ({1})', settled.length, rule.id)
  return [{ title, kind: 'fix-kind', preferred: false, findings: settled, edits }]
}

function safeFix(finding: CheckedFinding): Fix | undefined {
  const safe = (finding.fixes?.() ?? []).filter(fix => fix.safe && fix.edits.length > 0)
  return safe.find(fix => fix.preferred) ?? safe[0]
}

/** A comment before the block, and one for the whole report. */
function ignoring(report: Report, rule: Rule, here: readonly CheckedFinding[]): QuickFix[] {
  // To ignore that nothing is ignored would be a joke; its fix removes the comment.
  if (rule.id === 'unused-suppression') return []
  const findings = here.filter(finding => finding.rule === rule)
  const before = commentAt(report, findings[0]!.span.start)
  const file = report.blocks[0]?.kind === 'front-matter' ? report.blocks[0].end : 0
  const comment = (title: string, scope: Ignoring['scope'], at: number): QuickFix => ({
    title,
    kind: 'ignore',
    preferred: false,
    findings,
    edits: [insert(at, `<!-- inspection-reports ${scope} ${rule.id}: reason -->\n`)],
    snippet: insert(at, `<!-- inspection-reports ${scope} ${rule.id}: \${1:reason} -->\n`),
    ignoring: { rule: rule.id, scope, at },
  })
  return [
    ...(before === undefined
      ? []
      : [comment(l10n.t('Ignore here ({0})', rule.id), 'ignore', before)]),
    comment(l10n.t('Ignore in this report ({0})', rule.id), 'ignore-file', file),
  ]
}

/**
 * The line start before which a comment covers what is at the offset: that of its block, or of the lines up
 * to a blank one on the cover; undefined in front matter, which can hold no comment.
 */
function commentAt(report: Report, offset: number): number | undefined {
  const { text, lines } = report
  const block = blockAt(report, offset)
  if (block === undefined || block.kind === 'front-matter') return undefined
  if (block.kind !== 'cover') return block.start
  let line = lines.lineAt(offset)
  while (
    line > block.firstLine &&
    text.slice(lines.start(line - 1), lines.end(line - 1)).trim() !== ''
  )
    line--
  return lines.start(line)
}

/** The block in which the offset lies. */
function blockAt(report: Report, offset: number): Block | undefined {
  const { blocks } = report
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return blocks[low]
}
