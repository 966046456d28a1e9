/** The answer of `check --format json`, version 1. Its shape is a contract: other programs read it. */

import { withLineEndsOf } from '../../features/edit/fix-all'
import { wordPlace } from '../../features/wording/word-place'
import type { Report } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import type { CheckedFinding, Fix } from '../../rules/rule'
import type { LineIndex } from '../../text/lines'
import type { Span } from '../../text/span'
import type { CheckedFile } from './print'
import { snippetText } from './snippet-text'

export interface JsonOutput {
  readonly version: 1
  readonly files: readonly JsonFile[]
}

export type JsonFile =
  | { readonly path: string; readonly error: string }
  | {
      readonly path: string
      /** Null where the text is not a report of a known type; nothing is found in it then. */
      readonly reportType: string | null
      readonly status: 'draft' | 'finished'
      readonly findings: readonly JsonFinding[]
      readonly judgements: readonly JsonJudgement[]
      readonly paragraphs: readonly ({ readonly number: string } & JsonSpan)[]
    }

export interface JsonFinding extends JsonSpan {
  readonly rule: string
  readonly severity: 'hint' | 'information' | 'warning' | 'error'
  readonly message: string
  readonly related: readonly ({ readonly message: string } & JsonSpan)[]
  /** Those that settle other findings too are listed only with the first finding of the rule. */
  readonly fixes: readonly JsonFix[]
  /**
   * In Word documents only: the section, and the paragraph, row or the like in it. Lines and offsets are then
   * those of the text that was read from the document, and there are no fixes.
   */
  readonly place?: { readonly section: string; readonly within: string }
}

export interface JsonFix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly (JsonSpan & { readonly newText: string })[]
}

export interface JsonJudgement {
  readonly title: string
  readonly part: readonly string[]
  /** Null where the places disagree, or none states a grade. */
  readonly grade: string | null
  readonly mentions: readonly JsonMention[]
}

export interface JsonMention extends JsonSpan {
  readonly kind: 'heading' | 'grade' | 'opening' | 'row' | 'contents'
  readonly grade: string | null
}

export interface JsonSpan {
  readonly start: JsonPosition
  readonly end: JsonPosition
}

/** Line and column count from 1, the offset from 0; both in UTF-16 units, without a byte-order mark. */
export interface JsonPosition {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A checked file. `report` is undefined where the text is not a report of a known type. */
export function jsonFile(
  { path, report, findings }: CheckedFile,
  source: 'text' | 'word' | 'pdf' = 'text',
): JsonFile {
  if (report === undefined) {
    return {
      path,
      reportType: null,
      status: 'finished',
      findings: [],
      judgements: [],
      paragraphs: [],
    }
  }
  const { lines } = report
  const listed = new Set<string>()
  return {
    path,
    reportType: report.type.id,
    status: report.status,
    findings: findings.map(finding =>
      source === 'text' ? jsonFinding(lines, finding, listed) : jsonWordFinding(report, finding),
    ),
    judgements: report.judgements.map(({ title, part, grade, mentions }) => ({
      title,
      part,
      grade: grade?.word ?? null,
      mentions: mentions.map(({ kind, grade, span }) => ({
        kind,
        grade: grade?.word ?? null,
        ...jsonSpan(lines, span),
      })),
    })),
    paragraphs: report.numbering.paragraphs.map(({ number, span }) => ({
      number: numberText(number),
      ...jsonSpan(lines, span),
    })),
  }
}

/** `listed` holds the rules and titles of the listed fixes that settle further findings too. */
function jsonFinding(lines: LineIndex, finding: CheckedFinding, listed: Set<string>): JsonFinding {
  const fixes = (finding.fixes?.() ?? []).filter(({ title, settlesAll, settlesFollowing }) => {
    if (settlesAll !== true && settlesFollowing !== true) return true
    const known = listed.size
    return listed.add(`${finding.rule.id} ${title}`).size > known
  })
  return {
    rule: finding.rule.id,
    severity: finding.toDo ? 'hint' : finding.severity,
    message: finding.message,
    ...jsonSpan(lines, finding.span),
    related: (finding.related ?? []).map(({ message, span }) => ({
      message,
      ...jsonSpan(lines, span),
    })),
    fixes: fixes.map(fix => ({
      title: fix.title,
      safe: fix.safe,
      edits: plainEdits(lines.text, fix).map(({ span, newText }) => ({
        ...jsonSpan(lines, span),
        newText,
      })),
    })),
  }
}

function jsonWordFinding(report: Report, { fixes: _, ...finding }: CheckedFinding): JsonFinding {
  return {
    ...jsonFinding(report.lines, finding, new Set()),
    place: wordPlace(report, finding.span.start),
  }
}

/** The edits of a fix without tab stops, and with the line ends of the text. */
function plainEdits(text: string, { edits, snippet }: Fix): Fix['edits'] {
  if (edits.length > 0 || snippet === undefined) return withLineEndsOf(text, edits)
  const { span, newText } = snippet
  return withLineEndsOf(text, [{ span, newText: snippetText(newText) }])
}

function jsonSpan(lines: LineIndex, { start, end }: Span): JsonSpan {
  return { start: jsonPosition(lines, start), end: jsonPosition(lines, end) }
}

function jsonPosition(lines: LineIndex, offset: number): JsonPosition {
  const { line, column } = lines.position(offset)
  return { line: line + 1, column: column + 1, offset }
}
