/** A checked report as plain data, for other programs. Its shape is a contract. */

import type { Report } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import type { CheckedFinding, Fix } from '../../rules/rule'
import type { LineIndex } from '../../text/lines'
import type { Span } from '../../text/span'
import { withLineEndsOf } from '../edit/fix-all'
import { wordPlace } from '../wording/word-place'
import { snippetText } from './snippet-text'

/** A text that was checked; `report` is undefined where it is not a report of a known type. */
export interface CheckedText {
  readonly report: Report | undefined
  readonly findings: readonly CheckedFinding[]
}

/** What the text was read from. Only a text is shown by lines, and only it can be fixed. */
export type Source = 'text' | 'word' | 'pdf'

export interface ReportData {
  /** Null where the text is not a report of a known type; nothing is found in it then. */
  readonly reportType: string | null
  readonly status: 'draft' | 'finished'
  readonly findings: readonly ProblemData[]
  readonly judgements: readonly JudgementData[]
  readonly paragraphs: readonly ({ readonly number: string } & DataSpan)[]
}

export interface ProblemData extends DataSpan {
  readonly rule: string
  readonly severity: 'hint' | 'information' | 'warning' | 'error'
  /** True in a draft for what is not written yet: it is no problem, and a hint whatever the rule is. */
  readonly toDo: boolean
  readonly message: string
  readonly related: readonly ({ readonly message: string } & DataSpan)[]
  /** Those that settle other findings too are listed only with the first finding of the rule. */
  readonly fixes: readonly FixData[]
  /**
   * In Word documents and PDFs only: the section, and the paragraph, row or the like in it. Lines and offsets are
   * then those of the text that was read from the document, and there are no fixes.
   */
  readonly place?: { readonly section: string; readonly within: string }
}

export interface FixData {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly (DataSpan & { readonly newText: string })[]
}

export interface JudgementData {
  readonly title: string
  readonly part: readonly string[]
  /** Null where the places disagree, or none states a grade. */
  readonly grade: string | null
  readonly mentions: readonly MentionData[]
}

export interface MentionData extends DataSpan {
  readonly kind: 'heading' | 'grade' | 'opening' | 'row' | 'contents'
  readonly grade: string | null
}

export interface DataSpan {
  readonly start: DataPosition
  readonly end: DataPosition
}

/** Line and column count from 1, the offset from 0; both in UTF-16 units, without a byte-order mark. */
export interface DataPosition {
  readonly line: number
  readonly column: number
  readonly offset: number
}

export const noReportData: ReportData = {
  reportType: null,
  status: 'finished',
  findings: [],
  judgements: [],
  paragraphs: [],
}

/** Everything that is known of a checked text, in its words. */
export function reportData(checked: CheckedText, source: Source = 'text'): ReportData {
  const { report } = checked
  if (report === undefined) return noReportData
  const { lines } = report
  return {
    ...problemData(checked, source),
    judgements: judgementData(report),
    paragraphs: report.numbering.paragraphs.map(({ number, span }) => ({
      number: numberText(number),
      ...dataSpan(lines, span),
    })),
  }
}

/** The same without judgements and paragraphs, and without fixes where these are not asked for. */
export function problemData(
  { report, findings }: CheckedText,
  source: Source,
  parts: { readonly fixes: boolean } = { fixes: true },
): ReportData {
  if (report === undefined) return noReportData
  const { lines } = report
  const hasFixes = parts.fixes && source === 'text'
  const listed = new Set<string>()
  return {
    ...noReportData,
    reportType: report.type.id,
    status: report.status,
    findings: findings.map(finding => ({
      rule: finding.rule.id,
      severity: finding.toDo ? 'hint' : finding.severity,
      toDo: finding.toDo === true,
      message: finding.message,
      ...dataSpan(lines, finding.span),
      related: (finding.related ?? []).map(({ message, span }) => ({
        message,
        ...dataSpan(lines, span),
      })),
      fixes: hasFixes ? fixData(lines, finding, listed) : [],
      ...(source !== 'text' && { place: wordPlace(report, finding.span.start) }),
    })),
  }
}

export function judgementData({ lines, judgements }: Report): readonly JudgementData[] {
  return judgements.map(({ title, part, grade, mentions }) => ({
    title,
    part,
    grade: grade?.word ?? null,
    mentions: mentions.map(({ kind, grade, span }) => ({
      kind,
      grade: grade?.word ?? null,
      ...dataSpan(lines, span),
    })),
  }))
}

/** `listed` holds the rules and titles of the listed fixes that settle further findings too. */
function fixData(
  lines: LineIndex,
  finding: CheckedFinding,
  listed: Set<string>,
): readonly FixData[] {
  const fixes = (finding.fixes?.() ?? []).filter(({ title, settlesAll, settlesFollowing }) => {
    if (settlesAll !== true && settlesFollowing !== true) return true
    const known = listed.size
    return listed.add(`${finding.rule.id} ${title}`).size > known
  })
  return fixes.map(fix => ({
    title: fix.title,
    safe: fix.safe,
    edits: plainEdits(lines.text, fix).map(({ span, newText }) => ({
      ...dataSpan(lines, span),
      newText,
    })),
  }))
}

/** The edits of a fix without tab stops, and with the line ends of the text. */
function plainEdits(text: string, { edits, snippet }: Fix): Fix['edits'] {
  if (edits.length > 0 || snippet === undefined) return withLineEndsOf(text, edits)
  const { span, newText } = snippet
  return withLineEndsOf(text, [{ span, newText: snippetText(newText) }])
}

export function dataSpan(lines: LineIndex, { start, end }: Span): DataSpan {
  return { start: position(lines, start), end: position(lines, end) }
}

function position(lines: LineIndex, offset: number): DataPosition {
  const { line, column } = lines.position(offset)
  return { line: line + 1, column: column + 1, offset }
}
