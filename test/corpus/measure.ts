/** What becomes of one document: recognised as what, judged how far, with which findings, how fast. */

import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import type { CheckedFinding, Severity } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'

export interface Measured {
  readonly name: string
  /** Undefined where the text is no report of a known type. */
  readonly report: Report | undefined
  readonly findings: readonly CheckedFinding[]
  readonly characters: number
  /** To parse and check, the quicker of two runs. */
  readonly milliseconds: number
}

/** Parses and checks a text. */
export function measure(name: string, text: string): Measured {
  let milliseconds = Number.POSITIVE_INFINITY
  let report: Report | undefined
  let findings: readonly CheckedFinding[] = []
  for (let run = 0; run < 2; run++) {
    const began = performance.now()
    report = parseReport(text)
    findings = report === undefined ? [] : checkReport(report)
    milliseconds = Math.min(milliseconds, performance.now() - began)
  }
  return { name, report, findings, characters: text.length, milliseconds }
}

/** An imported draft as it is when it counts as finished: what is missing in it is a problem then. */
export function finished(text: string): string {
  return text.replace(/^Status: draft\n\n?/im, '').replace(/^status: draft\n/im, '')
}

/** How a finding is counted: what is still to be written in a draft apart. */
export function standing({ toDo, severity }: CheckedFinding): Severity | 'to do' {
  return toDo === true ? 'to do' : severity
}

/** Judgements that have a section or row here, and those of which all places agree. */
export function judged({ judgements }: Report): { readonly there: number; readonly agree: number } {
  return {
    there: judgements.filter(({ section, row }) => section !== undefined || row !== undefined)
      .length,
    agree: judgements.filter(({ grade }) => grade !== undefined).length,
  }
}

/** Rows of the summary table that are known, of those that the type asks for. */
export function rowsMatched({ summary, type }: Report): string {
  if (summary === undefined) return type.rows.length === 0 ? '' : 'no table'
  const known = new Set(
    summary.entries.flatMap(({ kind, definition }) =>
      kind === 'row' && definition !== undefined ? [definition] : [],
    ),
  )
  return `${known.size}/${known.size + summary.missing.length}`
}

/**
 * The findings of a document as lines of the file that is reviewed: nothing of the document's own text.
 *
 * `## 000_x.txt, as it is: ofsted-slac`, `42 warning split-paragraph`
 */
export function findingLines(
  { name, report, findings }: Measured,
  state: 'as it is' | 'imported',
): readonly string[] {
  const lines = findings.map(finding => ({
    line: report?.lines.lineAt(finding.span.start) ?? 0,
    rest: `${standing(finding)} ${finding.rule.id}`,
  }))
  lines.sort((a, b) => a.line - b.line || (a.rest < b.rest ? -1 : 1))
  return [
    `## ${name}, ${state}: ${report?.type.id ?? 'no report of a known type'}`,
    ...lines.map(({ line, rest }) => `${line + 1} ${rest}`),
  ]
}
